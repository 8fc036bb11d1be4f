// In: what a session came to. Out: the same in a State document of an LRS, and a copy in the browser for when the LRS cannot be reached. Never throws.

import { ask, parsed } from "./request.js";

/** Name of the document: xAPI 1.0.3 Communication 2.3. */
const STATE = "coursec";
/** Waits before what is stored is asked for again, ms. */
const RETRIES = [1000, 4000];

/** @typedef {{frame: string, location: string, counter: number, told?: string[]}} Stored `told`: what the LMS has confirmed, where it has to be told once */

/** @param {unknown} value @returns {Stored | null} */
const stored = (value) => {
  const { frame, location, counter, told } = /** @type {any} */ (value) ?? {};
  return typeof frame === "string" ? { frame, location: `${location ?? ""}`, counter: +counter || 0, told: Array.isArray(told) ? told : [] } : null;
};

/**
 * @param {import("./launch.js").Launch} launch
 * @param {string} activityId
 * @param {import("../tracker.js").TrackerNeeds} needs
 */
export function createRecord(launch, activityId, needs) {
  const { window, clock } = needs;
  const { actor, registration } = launch;
  const query = { activityId, agent: JSON.stringify(actor), registration, stateId: STATE };
  const key = `coursec/${registration}/${activityId}`;
  /** Whether what is stored is known: it is never replaced unseen. */
  let known = false;
  let seen = 0;
  /** What the LRS wants to hear before it replaces anything; nothing where the browser does not let us see it. @type {Record<string, string> | undefined} */
  let guard;
  /** Does with the copies what the browser allows. @template T @param {(copies: Storage) => T} act */
  const copy = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      return null;
    }
  };
  const read = async () => {
    const { status, text, headers } = await ask(launch, needs, "activities/state", { query });
    if (status !== 200 && status !== 404) return null;
    known = true;
    const etag = headers.get("ETag");
    guard = status === 404 ? { "If-None-Match": "*" } : etag ? { "If-Match": etag } : undefined;
    const found = status === 200 ? stored(parsed(text)) : null;
    seen = found?.counter ?? 0;
    return found ?? { frame: "", location: "", counter: 0, told: [] };
  };
  let guarded = false;
  /** Without the tag that is asked for, a POST: it gives what is there all of our values, and is asked for none. xAPI 1.0.3 Communication 2.2, 3.1. @param {Stored} made @param {boolean} keepalive */
  const put = (made, keepalive) => ask(launch, needs, "activities/state", { method: guarded && !guard ? "POST" : "PUT", query, body: made, headers: guarded ? guard : {}, keepalive });
  return {
    /** What is stored, or else the browser's copy where that is later. */
    async load() {
      let there = await read();
      for (const wait of RETRIES) {
        if (there) break;
        await new Promise((done) => clock.later(() => done(null), wait));
        there = await read();
      }
      const left = copy((copies) => stored(parsed(copies.getItem(key))));
      return there && left && there.counter >= left.counter ? there : left ?? there ?? { frame: "", location: "", counter: 0, told: [] };
    },
    /** @param {Stored} made @param {boolean} [keepalive] the page may be going @returns {Promise<import("../tracker.js").Saved>} */
    async save(made, keepalive = false) {
      copy((copies) => copies.setItem(key, JSON.stringify(made)));
      if (!known && !(await read())) return { saved: false, reason: "unreachable" };
      // Somebody went further elsewhere.
      if (seen > made.counter) return { saved: false, reason: "newer" };
      let answer = await put(made, keepalive);
      if (answer.status === 409 || answer.status === 412) {
        guarded = true;
        if (!(await read()) || seen > made.counter) return { saved: false, reason: "newer" };
        answer = await put(made, keepalive);
      }
      const { status, headers } = answer;
      if (status < 200 || status > 299) return { saved: false, reason: status === 413 ? "size" : `status ${status}` };
      seen = made.counter;
      const etag = headers.get("ETag");
      if (guarded && etag) guard = { "If-Match": etag };
      else known = !guarded;
      return { saved: true };
    },
  };
}
