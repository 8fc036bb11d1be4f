// In: what was called, saved and sent. Out: the last of it, with the time; who listens is told of each. Never throws.

/** The most lines of a kind that are kept. */
const MOST = 300;

/**
 * A call of the LMS's API.
 * @typedef {object} Call
 * @property {string} name
 * @property {string} element empty where there is none
 * @property {string} [value] what was given, where it may be shown
 * @property {string} result
 * @property {string} [error] the LMS's code
 */

/** @typedef {{saved: boolean, reason?: string, ms: number}} Save */
/** @typedef {{method: string, address: string, status: string, ms: number}} Request */
/** @template T @typedef {{time: string, line: T}[]} Lines */

/** @typedef {ReturnType<typeof createLog>} Log */

export function createLog() {
  /** @type {Lines<Call>} */
  const calls = [];
  /** @type {Lines<Save>} */
  const saves = [];
  /** @type {Lines<Request>} */
  const requests = [];
  /** @type {(() => void)[]} */
  const listeners = [];
  /** @template T @param {Lines<T>} lines @param {T} line */
  const add = (lines, line) => {
    lines.push({ time: `${new Date().toISOString().slice(11, 19)}Z`, line });
    if (lines.length > MOST) lines.shift();
    listeners.forEach((listener) => listener());
    return line;
  };
  return {
    calls,
    saves,
    requests,
    /** Where the API was found, such as `window.parent`; empty where none was. */
    found: "",
    /** @param {Call} line */
    called: (line) => add(calls, line),
    /** @param {Save} line */
    saved: (line) => add(saves, line),
    /** @param {Request} line */
    sent: (line) => add(requests, line),
    /** @param {() => void} listener */
    listen: (listener) => void listeners.push(listener),
  };
}
