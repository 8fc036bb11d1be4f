// In: the API of an LMS that speaks SCORM. Out: its calls, with what each came to. Never throws: a call that throws is a call that failed.

/** SCORM 1.2 RTE 3.3.6, SCORM 2004 RTE 3.1.7: general exception; not implemented. */
const GENERAL = 101;
export const NOT_IMPLEMENTED = 401;

/**
 * An error code counts more than what a call returned; but stored is only what the LMS says is stored.
 * @typedef {ReturnType<typeof createCalls>} Calls
 * @param {any} api with the names of SCORM 1.2
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
  const error = (answer) => (answer === null ? GENERAL : parseInt(/** @type {string} */ (call("GetLastError")), 10) || 0);
  return {
    call,
    error,
    /** Empty where there is nothing. @param {string} element */
    get: (element) => call("GetValue", `cmi.${element}`) ?? "",
    /** The error, 0 where the LMS has the value; what it has is not set again. @param {string} element @param {string} value */
    set(element, value) {
      const code = has[element] === value ? 0 : error(call("SetValue", `cmi.${element}`, value));
      if (!code) has[element] = value;
      return code;
    },
    /** Whether everything is stored. */
    commit() {
      const answer = call("Commit", "");
      const stored = /^(true|1)$/.test(/** @type {string} */ (answer)) && !error(answer);
      if (!stored) has = {};
      return stored;
    },
  };
}
