// An LMS that launches by cmi5, with its LRS: what it is asked, in order. It answers as a test says, else as cmi5 has it.

const TEMPLATE = {
  contextActivities: { grouping: [{ objectType: "Activity", id: "https://courses.example.org/c/units/u" }] },
  extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "s-1" },
};

export const ACTIVITY = "https://lms.example.org/au/7";
export const ACTOR = { objectType: "Agent", account: { homePage: "https://lms.example.org/", name: "anna" } };
export const REGISTRATION = "0d5ad1c4-0c5b-4bb0-9d5e-0f4e7b0a4f11";

/** @typedef {{method: string, path: string, query: Record<string, string>, headers: any, body: any, keepalive: boolean, cache?: string}} Request */

/**
 * @param {{settings?: object, answer?: (request: Request) => any, state?: object | null, preferences?: object | null, token?: object}} [given]
 */
export function createLms({ settings, answer = () => undefined, state = null, preferences = null, token = { "auth-token": "dG9rZW4=" } } = {}) {
  /** @type {Request[]} */
  const requests = [];
  /** @type {any} */
  let kept = state;
  const launchData = { contextTemplate: TEMPLATE, launchMode: "Normal", moveOn: "CompletedAndPassed", masteryScore: 0.5, ...settings };
  /** @param {Request} request @returns {[number, any?, any?]} */
  const own = ({ method, path, query, body }) => {
    if (path === "/lrs/about") return [200, { version: ["1.0.3", "2.0.0"] }];
    if (path === "/fetch") return [200, token];
    if (path === "/lrs/statements") return [200, body.map((/** @type {any} */ statement) => statement.id)];
    if (path === "/lrs/agents/profile") return preferences ? [200, preferences] : [404];
    if (query.stateId === "LMS.LaunchData") return method === "GET" ? [200, launchData] : [403];
    if (method === "PUT") return (kept = body), [204];
    return kept ? [200, kept] : [404];
  };
  /** @param {string} url @param {any} [request] */
  const fetch = async (url, { method = "GET", headers = {}, body, keepalive = false, cache } = {}) => {
    const { origin, pathname, searchParams } = new URL(url);
    if (origin !== "https://lms.example.org") throw new TypeError("elsewhere");
    const asked = { method, path: pathname, query: Object.fromEntries(searchParams), headers, body: body ? JSON.parse(body) : undefined, keepalive, cache };
    requests.push(asked);
    const given = await answer(asked);
    if (given instanceof Error) throw given;
    const [status, value, more = {}] = given ? [given].flat() : own(asked);
    // A text is sent as it is: it may be no JSON.
    const text = typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
    return { status, json: async () => JSON.parse(text), text: async () => text, headers: new Headers(more) };
  };
  return {
    fetch,
    requests,
    sent: () => requests.filter(({ path, method }) => path === "/lrs/statements" && method === "POST").flatMap(({ body }) => body),
    /** What the State API keeps of the unit. */
    get kept() {
      return kept;
    },
  };
}

/** The address of a launch. @param {Record<string, string>} [more] */
export const launchAddress = (more) =>
  `https://content.example.org/c/units/u.html?${new URLSearchParams({ activityId: ACTIVITY, registration: REGISTRATION, fetch: "https://lms.example.org/fetch", actor: JSON.stringify(ACTOR), endpoint: "https://lms.example.org/lrs/", ...more })}`;

/** A store of a tab or a browser. @returns {any} */
export function createStorage() {
  /** @type {Map<string, string>} */
  const held = new Map();
  return { held, getItem: (/** @type {string} */ key) => held.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => void held.set(key, value), removeItem: (/** @type {string} */ key) => void held.delete(key) };
}

/** @param {string} href @param {any} fetch @param {object} [more] @returns {any} */
export function tabAt(href, fetch, more) {
  /** @type {any} */
  const window = { location: { href, went: "", assign: (/** @type {string} */ to) => (window.location.went = to) }, fetch, sessionStorage: createStorage(), localStorage: createStorage(), media: [], ...more };
  window.document = { querySelectorAll: () => window.media };
  window.history = { state: null, replaceState: (/** @type {any} */ _state, /** @type {string} */ _title, /** @type {string} */ to) => (window.location.href = to) };
  return window;
}
