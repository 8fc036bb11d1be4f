// In: a request to an LRS. Out: what it answered; status 0 where nothing came through. Never throws.

/** xAPI 1.0.3 Communication 3.3. */
const VERSION = "1.0.3";
const PATIENCE = 30000;
/** What is no longer than this outlives the page, characters: a browser lets 64 KiB of all requests do so. */
const SHORT = 15000;

/** @typedef {{status: number, text: string, headers: {get: (name: string) => string | null}}} Answer */
/** @typedef {{method?: string, query?: Record<string, string>, body?: object, headers?: Record<string, string>, keepalive?: boolean}} Asked */

/** A clock of the browser that is further ahead than this is wrong, ms: an LRS may tell a time that is some minutes old. */
const AHEAD = 300000;
/** HTTP 406: what is said of an answer that is none of an LRS, but a page for people, or nothing at all. */
const STRANGE = 406;

/** @param {unknown} text @returns {any} */
export function parsed(text) {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/** LaRS, which speaks 2.0.0 alone, refuses a score that has reached its max; `scaled` is 1 then and says as much. @this {any} @param {string} key @param {any} value */
function below(key, value) {
  return key === "max" && this.raw === value ? undefined : value;
}

/**
 * @param {Pick<import("./launch.js").Launch, "endpoint" | "auth" | "version" | "skew">} launch
 * @param {{window: Window, clock: import("../tracker.js").Clock}} needs
 * @param {string} resource
 * @param {Asked} asked
 * @returns {Promise<Answer>}
 */
export async function ask(launch, { window, clock }, resource, { method = "GET", query, body, headers, keepalive = false } = {}) {
  const { endpoint, auth, version = VERSION } = launch;
  const stop = new AbortController();
  const limit = clock.later(() => stop.abort(), PATIENCE);
  const sent = body && JSON.stringify(body, version === VERSION ? undefined : below);
  try {
    const answer = await window.fetch(`${endpoint.replace(/\/+$/, "")}/${resource}${query ? `?${new URLSearchParams(query)}` : ""}`, {
      method,
      headers: { ...(body && { "Content-Type": "application/json" }), "X-Experience-API-Version": version, ...(auth && { Authorization: auth }), ...headers },
      body: sent,
      // What another page has stored is not what this browser remembers.
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      keepalive: keepalive || (sent ?? "").length < SHORT,
      signal: stop.signal,
    });
    // Read in any case: what is not read to its end counts as being on its way.
    const text = await answer.text();
    const ahead = clock.now() - Date.parse(`${answer.headers.get("Date") ?? answer.headers.get("X-Experience-API-Consistent-Through")}`);
    if (ahead > AHEAD) launch.skew = ahead;
    // What is read begins as a document, what took statements as a list of their ids.
    const strange = answer.status === 200 && (!body || resource === "statements") && !/^\s*[[{]/.test(text);
    return { status: strange ? STRANGE : answer.status, text, headers: answer.headers };
  } catch {
    return { status: 0, text: "", headers: new Headers() };
  } finally {
    clock.cancel(limit);
  }
}

/**
 * Finds out which version of xAPI an LRS speaks: 2.0.0 only where it lists no 1.0. Where that cannot be known now, it stays open.
 * @param {import("./launch.js").Launch} launch
 * @param {{window: Window, clock: import("../tracker.js").Clock}} needs
 */
export async function negotiate(launch, needs) {
  if (launch.version) return;
  const { status, text } = await ask(launch, needs, "about");
  const listed = `${parsed(text)?.version}`;
  if (status && status < 500) launch.version = /(^|,)2\./.test(listed) && !/(^|,)1\.0/.test(listed) ? "2.0.0" : VERSION;
}
