// An API object whose answers a test chooses. It keeps what is set, and knows no rule: the rules are in the tests.

/**
 * @param {Record<string, string>} [stored] values by element
 * @param {Record<string, (element: string, value: string) => any>} [answers] by call; undefined is the usual answer. `error` sets what LMSGetLastError gives after a call.
 */
export function createLms(stored = {}, answers = {}) {
  /** @type {string[][]} */
  const calls = [];
  /** @type {Record<string, string>} */
  const values = { "cmi.core.lesson_mode": "normal", "cmi.core.credit": "credit", "cmi.core.lesson_status": "not attempted", "cmi.core.student_id": "anna", "cmi.interactions._count": "0", ...stored };
  let error = "0";
  /** @param {string} name @param {(element: string, value: string) => string} usual */
  const call = (name, usual) => (/** @type {string} */ element = "", /** @type {string} */ value = "") => {
    calls.push([name, element, value].slice(0, name === "LMSSetValue" ? 3 : 2));
    error = "0";
    const usually = usual(element, value);
    const answer = answers[name]?.(element, value);
    return answer === undefined ? usually : answer;
  };
  const api = {
    LMSInitialize: call("LMSInitialize", () => "true"),
    LMSGetValue: call("LMSGetValue", (element) => values[element] ?? ""),
    LMSSetValue: call("LMSSetValue", (element, value) => {
      values[element] = value;
      return "true";
    }),
    LMSCommit: call("LMSCommit", () => "true"),
    LMSFinish: call("LMSFinish", () => "true"),
    LMSGetLastError: () => {
      calls.push(["LMSGetLastError"]);
      return error;
    },
  };
  return {
    api, calls, values,
    /** @param {string | number} code */
    fail(code) {
      error = String(code);
      return "false";
    },
    /** @param {string | number} code */
    error: (code) => void (error = String(code)),
    /** Elements in the order in which they were set. @param {number} [from] */
    sets: (from = 0) => calls.slice(from).filter(([name]) => name === "LMSSetValue").map(([, element, value]) => [element, value]),
    /** @param {string} name */
    count: (name) => calls.filter(([called]) => called === name).length,
  };
}

/** A window with an API of its own. @param {any} api @returns {any} */
export function windowOf(api) {
  const window = { API: api, location: { origin: "https://lms.example.org" }, opener: null };
  return Object.assign(window, { parent: window, top: window });
}
