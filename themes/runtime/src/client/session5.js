// In: the fetch address of a launch by cmi5. Out: the token, which is given once, and what was said, both kept for the tab: a page that is loaded again goes on. Never throws but where the LMS cannot be reached.

import { parsed } from "./request.js";

/** How long a token is waited for, ms. */
const PATIENCE = 30000;

/** @typedef {{auth: string, said: string[], keep: (change: {auth?: string, said?: string[]}) => void}} Session `said`: verbs that are said once */

/** @param {Window} window @param {string} fetch @returns {Session} */
function sessionOf(window, fetch) {
  const key = `coursec/${fetch}`;
  /** @type {Session} */
  const session = {
    auth: "",
    said: [],
    keep(change) {
      Object.assign(session, change);
      try {
        window.sessionStorage.setItem(key, JSON.stringify({ auth: session.auth, said: session.said }));
      } catch {
        // Where the browser keeps nothing, a page that is loaded again has no token.
      }
    },
  };
  try {
    Object.assign(session, parsed(window.sessionStorage.getItem(key)));
  } catch {
    // Nothing is kept.
  }
  return session;
}

/** The session of a launch, with its token where there is one. Errors come with status 200 too: cmi5 8.2. @param {Pick<import("../tracker.js").TrackerNeeds, "window" | "clock">} needs @param {string} fetch */
export async function openSession({ window, clock }, fetch) {
  const session = sessionOf(window, fetch);
  if (!session.auth) {
    const stop = new AbortController();
    clock.later(() => stop.abort(), PATIENCE);
    const answer = await window.fetch(fetch, { method: "POST", credentials: "omit", referrerPolicy: "no-referrer", signal: stop.signal });
    const { "auth-token": token } = await answer.json();
    if (token) session.keep({ auth: `Basic ${token}` });
  }
  return session;
}
