// In: the window of the content. Out: the SCORM API that an LMS has put around it, or null. Never throws: any window on the way may be of another origin.

/** How far a chain of windows is followed, and how often and how long discovery is tried. */
const FAR = 500;
const EVERY = 250;
const LONG = 10000;

/**
 * A property of what may be of another origin.
 * @param {any} owner
 * @param {string} name
 */
function peek(owner, name) {
  try {
    return owner?.[name];
  } catch {
    return undefined;
  }
}

/** @typedef {{api: any, origin: string}} Found the API and the origin of the window that holds it */

/** What stands one behind the other by a property, itself first. @param {any} start @param {string} name @returns {any[]} */
function chain(start, name) {
  /** @type {any[]} */
  const all = [];
  for (let scope = start; scope && all.length < FAR && !all.includes(scope); scope = peek(scope, name)) all.push(scope);
  return all;
}

/**
 * Looks once: the window itself and its parents, the windows that opened it and their parents, what opened the top, and that one's document.
 * @param {any} window
 * @param {string} [name] of the API
 * @param {string} [call] that it has
 * @returns {Found | null}
 */
export function findApi(window, name = "API", call = "LMSInitialize") {
  const above = peek(peek(window, "top"), "opener");
  for (const start of [...chain(window, "opener"), above, peek(above, "document")]) {
    for (const scope of chain(start, "parent")) {
      const api = peek(scope, name);
      if (peek(api, call)) return { api, origin: peek(peek(scope, "location"), "origin") || "" };
    }
  }
  return null;
}

/**
 * Looks until there is one, for ten seconds: content may load before the API. Nothing is waited for where there is no window around this one.
 * @param {any} window
 * @param {import("../tracker.js").Clock} clock
 * @param {...string} names of the API and of a call that it has; none for SCORM 1.2
 * @returns {Promise<Found | null>}
 */
export async function waitForApi(window, clock, ...names) {
  const alone = peek(window, "parent") === window && !peek(window, "opener");
  for (let waited = 0; ; waited += EVERY) {
    const found = findApi(window, ...names);
    if (found || alone || waited >= LONG) return found;
    await new Promise((done) => clock.later(() => done(null), EVERY));
  }
}
