// An API object of SCORM 2004 whose answers a test chooses. It keeps what is set, and knows no rule: the rules are in the tests.

/**
 * @param {Record<string, string>} [stored] values by element
 * @param {Record<string, (element: string, value: string) => any>} [answers] by call; undefined is the usual answer
 */
export function createLms(stored = {}, answers = {}) {
  /** @type {string[][]} */
  const calls = [];
  /** @type {Record<string, string>} */
  const values = {
    "cmi.mode": "normal", "cmi.credit": "credit", "cmi.completion_status": "unknown", "cmi.success_status": "unknown", "cmi.learner_id": "anna",
    "cmi.interactions._count": "0", "cmi.objectives._count": "0", ...stored,
  };
  let error = "0";
  /** @param {string} name @param {(element: string, value: string) => string} usual */
  const call = (name, usual) => (/** @type {string} */ element = "", /** @type {string} */ value = "") => {
    calls.push([name, element, value].slice(0, name === "SetValue" ? 3 : 2));
    error = "0";
    const usually = usual(element, value);
    return answers[name]?.(element, value) ?? usually;
  };
  const api = {
    Initialize: call("Initialize", () => "true"),
    GetValue: call("GetValue", (element) => values[element] ?? ((error = "403"), "")),
    SetValue: call("SetValue", (element, value) => {
      values[element] = value;
      return "true";
    }),
    Commit: call("Commit", () => "true"),
    Terminate: call("Terminate", () => "true"),
    GetLastError: () => {
      calls.push(["GetLastError"]);
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
    /** Elements in the order in which they were set. @param {number} [from] */
    sets: (from = 0) => calls.slice(from).filter(([name]) => name === "SetValue").map(([, element, value]) => [element, value]),
    /** @param {string} name */
    count: (name) => calls.filter(([called]) => called === name).length,
  };
}

/** A window with an API of its own, and how it goes. @param {any} api @returns {any} */
export function windowOf(api) {
  /** @type {(() => void)[]} */
  const listeners = [];
  const window = {
    API_1484_11: api, location: { origin: "https://lms.example.org" }, opener: null,
    addEventListener: (/** @type {string} */ type, /** @type {() => void} */ act) => void (type === "pagehide" && listeners.push(act)),
    go: () => listeners.forEach((act) => act()),
  };
  return Object.assign(window, { parent: window, top: window });
}
