// In: what a session came to. Out: the same in a State document of an LRS, and a copy in the browser for when the LRS cannot be reached. Never throws.

import { ask, parsed } from "./request.js";

/** Name of the document: xAPI 1.0.3 Communication 2.3. */
const STATE = "coursec";
/** Waits before what is stored is asked for again, ms. */
const RETRIES = [1000, 4000];
/** How long a session waits for each thing that it would know as it begins, ms. */
const LOADING = 8000;

/** @typedef {{frame: string, location: string, counter: number, told?: string[]}} Stored `told`: what the LMS has confirmed, where it has to be told once */

/** @returns {Stored} */
const nothing = () => ({ frame: "", location: "", counter: 0, told: [] });

/** What of a record may be new. @param {Stored} made */
const said = ({ frame, location, told }) => JSON.stringify([frame, location, told]);

/** `there`: what somebody else has stored. @typedef {{saved: false, reason: string, there?: Stored}} Unsaved */

/** @param {unknown} value @returns {Stored | null} */
const stored = (value) => {
  const { frame, location, counter, told } = /** @type {any} */ (value) ?? {};
  return typeof frame === "string" ? { frame, location: `${location ?? ""}`, counter: +counter || 0, told: Array.isArray(told) ? told : [] } : null;
};

/** Asks until there is an answer, three times at most. @template T @param {import("../tracker.js").Clock} clock @param {() => Promise<T | null>} act */
export async function patiently(clock, act) {
  for (const wait of RETRIES) {
    const answer = await act();
    if (answer) return answer;
    await new Promise((done) => clock.later(() => done(null), wait));
  }
  return act();
}

/** What is there in time; null where it is not: the course goes on without it, and asks again. @template T @param {import("../tracker.js").Clock} clock @param {Promise<T>} act @returns {Promise<T | null>} */
export const inTime = (clock, act) => Promise.race([act, new Promise((done) => clock.later(() => done(null), LOADING))]);

/** What a save came to, for the core. @param {import("../tracker.js").Facts} facts @param {Promise<{saved: true} | Unsaved> | undefined} saving undefined where there is no record @returns {Promise<import("../tracker.js").Saved>} */
export async function cameTo(facts, saving) {
  const { saved, reason, there } = /** @type {Unsaved} */ ((await saving) ?? { saved: false, reason: "closed" });
  return { saved, reason, ...(there && { other: { frame: there.frame, facts } }) };
}

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
  /** Whether it was ever heard what is stored: that is never replaced unseen. */
  let known = false;
  /** The frame that is stored, as far as this page knows; undefined where it does not. @type {string | undefined} */
  let seen;
  /** Frames that this page has found or sent: saves overtake each other, and an answer may be lost. What comes back of them is nobody else's. @type {Set<string | undefined>} */
  const frames = new Set();
  /** What this page has stored, or taken over. */
  let own = "";
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
    // What is no JSON is damaged: the frame says so.
    return (status === 200 && stored(parsed(text) ?? { frame: text })) || nothing();
  };
  /** Why a record may not replace what is there: it cannot be read, or somebody else has stored it; null where it may. @param {Stored} made @returns {Promise<Unsaved | null>} */
  const obstacle = async (made) => {
    const there = await read();
    if (!there) return { saved: false, reason: "unreachable" };
    const { frame } = there;
    const ours = !frame || frame === made.frame || frames.has(frame);
    frames.add((seen = frame));
    return ours ? null : { saved: false, reason: "newer", there };
  };
  let guarded = false;
  /** Without the tag that is asked for, a POST: it gives what is there all of our values, and is asked for none. xAPI 1.0.3 Communication 2.2, 3.1. @param {Stored} made @param {boolean} keepalive */
  const put = (made, keepalive) => {
    frames.add(made.frame);
    return ask(launch, needs, "activities/state", { method: guarded && !guard ? "POST" : "PUT", query, body: made, headers: guarded ? guard : {}, keepalive });
  };
  return {
    /** What is stored, or else the browser's copy where that is later. @returns {Promise<Stored>} */
    async load() {
      const there = await inTime(clock, patiently(clock, read));
      const text = copy((copies) => copies.getItem(key));
      const left = stored(parsed(text));
      // What was made of what is stored is ahead of it.
      frames.add((seen = there?.frame ?? parsed(text)?.seen));
      if (left && !(there && there.counter >= left.counter)) return left;
      if (there?.frame) own = said(there);
      return there ?? nothing();
    },
    /** @param {Stored} made @param {boolean} [keepalive] the page may be going @returns {Promise<{saved: true} | Unsaved>} */
    async save(made, keepalive = false) {
      copy((copies) => copies.setItem(key, JSON.stringify({ ...made, seen })));
      // What others have stored meanwhile stays, where there is nothing to add.
      if (said(made) === own) return { saved: true };
      // Another page may have stored something since; who is going has no time to ask.
      if (!keepalive || !known) {
        const stops = await obstacle(made);
        if (stops) return stops;
      }
      let answer = await put(made, keepalive);
      if (answer.status === 409 || answer.status === 412) {
        guarded = true;
        const stops = await obstacle(made);
        if (stops) return stops;
        answer = await put(made, keepalive);
      }
      const { status, headers } = answer;
      if (status < 200 || status > 299) return { saved: false, reason: status === 413 ? "size" : `status ${status}` };
      own = said(made);
      seen = made.frame;
      const etag = headers.get("ETag");
      if (guarded && etag) guard = { "If-Match": etag };
      // Without its tag it has to be read again.
      else known = !guarded;
      return { saved: true };
    },
  };
}
