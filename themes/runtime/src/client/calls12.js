// In: the API of an LMS that speaks SCORM 1.2. Out: its calls, with what each came to. Never throws: a call that throws is a call that failed.

/** SCORM 1.2 RTE 3.3.6: general exception; not implemented. */
const GENERAL = 101;
export const NOT_IMPLEMENTED = 401;

/**
 * @typedef {object} Calls
 * @property {() => boolean} initialize
 * @property {(element: string) => string} get empty where there is nothing
 * @property {(element: string, value: string) => number} set gives the error, 0 where the LMS has the value; what it has is not set again
 * @property {(element: string, value: string) => void} put sets without asking how it went
 * @property {() => boolean} commit whether everything is stored
 * @property {() => void} finish
 */

/**
 * An error code counts more than what a call returned; but stored is only what the LMS says is stored.
 * @param {any} api
 * @returns {Calls}
 */
export function createCalls(api) {
  let thrown = false;
  /** @type {Record<string, string>} what the LMS has */
  let has = {};
  /** @param {string} name @param {string[]} values */
  const call = (name, ...values) => {
    try {
      thrown = false;
      return String(api[name](...values) ?? "");
    } catch {
      thrown = true;
      return "";
    }
  };
  /** The error of the call before. */
  const error = () => (thrown ? GENERAL : parseInt(call("LMSGetLastError"), 10) || 0);
  const self = {
    initialize() {
      call("LMSInitialize", "");
      if (!error()) return true;
      return self.get("cmi.core.lesson_status") !== "" && !error();
    },
    /** @param {string} element */
    get: (element) => call("LMSGetValue", element),
    /** @param {string} element @param {string} value */
    put: (element, value) => void call("LMSSetValue", element, value),
    /** @param {string} element @param {string} value */
    set(element, value) {
      if (has[element] === value) return 0;
      call("LMSSetValue", element, value);
      const code = error();
      if (!code) has[element] = value;
      return code;
    },
    commit() {
      const stored = /^(true|1)$/.test(call("LMSCommit", "")) && !error();
      if (!stored) has = {};
      return stored;
    },
    finish: () => void call("LMSFinish", ""),
  };
  return self;
}
