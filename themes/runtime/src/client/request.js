// In: a request to an LRS. Out: what it answered; status 0 where nothing came through. Never throws.

/** xAPI 1.0.3 Communication 3.3. */
const VERSION = "1.0.3";
const PATIENCE = 30000;

/** @typedef {{status: number, text: string, headers: {get: (name: string) => string | null}}} Answer */
/** @typedef {{method?: string, query?: Record<string, string>, body?: unknown, headers?: Record<string, string>, keepalive?: boolean}} Asked */

/** @param {unknown} text @returns {any} */
export function parsed(text) {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/**
 * @param {Pick<import("./launch.js").Launch, "endpoint" | "auth" | "version">} launch
 * @param {{window: Window, clock: import("../tracker.js").Clock}} needs
 * @param {string} resource
 * @param {Asked} asked
 * @returns {Promise<Answer>}
 */
export async function ask({ endpoint, auth, version = VERSION }, { window, clock }, resource, { method = "GET", query, body, headers, keepalive = false } = {}) {
  const stop = new AbortController();
  const limit = clock.later(() => stop.abort(), PATIENCE);
  try {
    const answer = await window.fetch(`${endpoint.replace(/\/+$/, "")}/${resource}${query ? `?${new URLSearchParams(query)}` : ""}`, {
      method,
      headers: { ...(body ? { "Content-Type": "application/json" } : {}), "X-Experience-API-Version": version, ...(auth ? { Authorization: auth } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      keepalive,
      signal: stop.signal,
    });
    return { status: answer.status, text: method === "GET" ? await answer.text() : "", headers: answer.headers };
  } catch {
    return { status: 0, text: "", headers: new Headers() };
  } finally {
    clock.cancel(limit);
  }
}
