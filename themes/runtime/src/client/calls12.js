// In: the API of an LMS that speaks SCORM 1.2. Out: its calls, with what each came to. Never throws: a call that throws is a call that failed.

/** SCORM 1.2 RTE 3.3.6: general exception; not implemented. */
const GENERAL = 101;
export const NOT_IMPLEMENTED = 401;

/**
 * An error code counts more than what a call returned; but stored is only what the LMS says is stored.
 * @typedef {ReturnType<typeof createCalls>} Calls
 * @param {any} api
 */
export function createCalls(api) {
  /** @type {Record<string, string>} what the LMS has */
  let has = {};
  /** What a call returned as text; null where it threw. @param {string} name @param {string[]} values */
  const call = (name, ...values) => {
    try {
      return `${api[`LMS${name}`](...values) ?? ""}`;
    } catch {
      return null;
    }
  };
  /** The error of the call that answered so. @param {string | null} answer */
  const error = (answer) => (answer === null ? GENERAL : parseInt(call("GetLastError") ?? "", 10) || 0);
  /** Empty where there is nothing. @param {string} element */
  const get = (element) => call("GetValue", element) ?? "";
  return {
    call,
    get,
    /** Also where there is a session already. */
    initialize() {
      if (!error(call("Initialize", ""))) return true;
      const status = get("cmi.core.lesson_status");
      return status !== "" && !error(status);
    },
    /** The error, 0 where the LMS has the value; what it has is not set again. @param {string} element @param {string} value */
    set(element, value) {
      if (has[element] === value) return 0;
      const code = error(call("SetValue", element, value));
      if (!code) has[element] = value;
      return code;
    },
    /** Whether everything is stored. */
    commit() {
      const answer = call("Commit", "");
      const stored = /^(true|1)$/.test(answer ?? "") && !error(answer);
      if (!stored) has = {};
      return stored;
    },
  };
}
