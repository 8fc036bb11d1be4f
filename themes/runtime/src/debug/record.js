// In: a window, a log. Out: the same window, but that calls of an LMS's API and requests through it are written down. What is of another origin stays shut; a call
// does what it did, and throws what it threw.

/** @typedef {import("./log.js").Log} Log */

/** Names of APIs: SCORM 1.2 RTE 3.3.5.1, SCORM 2004 4th RTE 3.3.1. */
const APIS = ["API", "API_1484_11"];
/** What leads from one window to the next. */
const WAYS = ["parent", "opener", "top", "document"];
/** Elements that say who learners are, or what they wrote. */
const PRIVATE = /(student|learner)(_id|_name|_response)|suspend_data|launch_data|comments|pattern/;

/** What may be shown of a value. @param {string} element @param {unknown} value */
const shown = (element, value) => {
  const text = `${value ?? ""}`;
  return PRIVATE.test(element) && text ? `[${text.length}]` : text;
};

/** @param {any} api @param {Log} log */
function recordedApi(api, log) {
  /** @type {import("./log.js").Call | undefined} */
  let last;
  // Of an object of our own: one that an LMS has frozen may not say anything else than it did.
  return new Proxy({}, {
    get(_, name) {
      const found = api[name];
      if (typeof found !== "function") return found;
      return (/** @type {unknown[]} */ ...values) => {
        let result = "(threw)";
        try {
          const answer = found.apply(api, values);
          result = `${answer ?? ""}`;
          return answer;
        } finally {
          const [element = "", value] = values.map(String);
          if (String(name).endsWith("GetLastError")) {
            if (last && result !== "0") last.error = result;
          } else {
            const given = values.length > 1 ? { value: shown(element, value) } : {};
            last = log.called({ name: String(name), element, ...given, result: /GetValue$/.test(String(name)) ? shown(element, result) : result });
          }
        }
      };
    },
  });
}

/** Address without what may hold a credential or a person. @param {string} address */
const bare = (address) => {
  const { origin, pathname } = new URL(address, location.href);
  return origin + pathname;
};

/** @param {Window & typeof globalThis} window @param {Log} log @returns {typeof fetch} */
const recordedFetch = (window, log) => async (input, options) => {
  const start = performance.now();
  /** @param {string} status */
  const sent = (status) => log.sent({ method: options?.method ?? "GET", address: bare(input instanceof Request ? input.url : String(input)), status, ms: Math.round(performance.now() - start) });
  try {
    const answer = await window.fetch(input, options);
    sent(String(answer.status));
    return answer;
  } catch (error) {
    sent(error instanceof Error ? error.name : "error");
    throw error;
  }
};

/**
 * @param {Window & typeof globalThis} window
 * @param {Log} log
 * @returns {Window & typeof globalThis}
 */
export function recorded(window, log) {
  /** Each window once: who looks for an API goes by which is which. @type {Map<any, any>} */
  const known = new Map();
  /** @param {any} scope @param {string} path */
  const follow = (scope, path) => {
    if (!known.has(scope)) {
      const send = recordedFetch(scope, log);
      /** @type {any} */
      let api = null;
      const proxy = new Proxy({}, {
        get(_, name) {
          // Reading may throw: then it throws for who asks, too.
          const found = scope[name];
          if (name === "fetch") return send;
          if (WAYS.includes(String(name)) && found) return follow(found, `${path}.${String(name)}`);
          if (APIS.includes(String(name)) && found) {
            log.found = path;
            return (api ??= recordedApi(found, log));
          }
          return typeof found === "function" && !found.prototype ? found.bind(scope) : found;
        },
      });
      known.set(scope, proxy);
    }
    return known.get(scope);
  };
  return follow(window, "window");
}
