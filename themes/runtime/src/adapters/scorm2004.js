// In: projections. Out: calls of the SCORM 2004 API. Nothing of it rejects: what the LMS refuses is a reason why it is not saved.

import { createCalls } from "../client/calls.js";
import { waitForApi } from "../client/find-api.js";
import { duration } from "../client/times.js";
import { responseText } from "../response2004.js";

/** @typedef {import("../tracker.js").Projection} Projection */
/** @typedef {import("../tracker.js").Interaction} Interaction */

/** SCORM 2004 RTE 4.2: what every LMS keeps of `suspend_data`, of `location`, and how many interactions. */
const STATE_MOST = 64000;
const LOCATION_MOST = 1000;
const INTERACTIONS_MOST = 250;
/** RTE 4.2.9.1: objectives of an interaction. */
const OBJECTIVES_MOST = 10;
/** How many of an LMS's objectives are looked through for ours: every LMS keeps 100 (RTE 4.2.17.1). */
const OBJECTIVES_SOUGHT = 999;
/** What a word is worth, rising: it is never replaced by one that is worth less. */
const WORTH = ["unknown", "not attempted", "incomplete", "failed", "completed", "passed"];

/** A share, rounded down, so that none below a pass mark is told as the mark: real(10,7). @param {number} part @param {number} whole */
const share = (part, whole) => (Math.floor((part * 1e7) / whole) / 1e7).toFixed(7).replace(/\.?0+$/, "");

/** What says what came of each outcome, a fragment of its own. @returns {typeof import("../mastery.js") | undefined} */
const fragment = () => /** @type {any} */ (globalThis).coursec?.mastery;

/** The calls of SCORM 1.2, which has the same under other names. @param {any} api */
const facade = (api) => new Proxy({}, { get: (_, name) => (/** @type {unknown[]} */ ...values) => api[`${String(name)}`.slice(3)](...values) });

/** time(second,10,0), whose zone stands behind a fraction only. RTE 4.1.1.7. @param {number} ms since 1970 */
const timestamp = (ms) => `${new Date(ms).toISOString().slice(0, 22)}Z`;

/**
 * The tracker of an LMS that speaks SCORM 2004.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker({ data, items, window, clock }) {
  /** @type {import("../client/calls.js").Calls | null} */
  let lms = null;
  let credit = false;
  let resumed = false;
  let going = false;
  /** What the LMS has of completion and success, by element. @type {Record<string, string>} */
  const stands = {};
  /** Where the next interaction goes; NaN where the LMS has none. @type {number | undefined} */
  let next = data.lms.interactions ? undefined : NaN;
  /** Where each objective stands; empty where the LMS has none. @type {Record<string, number> | undefined} */
  let places;
  /** @type {WeakSet<Interaction>} */
  const written = new WeakSet();
  // What leads elsewhere has chosen where to: only who leaves by the course's own button is led out.
  window.addEventListener?.("pagehide", () => (going = true));

  /** Sets a word, where it is worth no less than what is there. @param {import("../client/calls.js").Calls} calls @param {string} element @param {string} word @param {boolean} [back] it may be worth less */
  const rise = (calls, element, word, back) => {
    const has = (stands[element] ??= calls.get(element));
    if (!back && WORTH.indexOf(word) < WORTH.indexOf(has)) return 0;
    stands[element] = word;
    return calls.set(element, word);
  };

  /** Its fields in the order in which they are set; without those that it does not have. @param {Interaction} made @param {import("../client/calls.js").Calls} calls */
  const setInteraction = ({ sheet, item, attempt, tries, response, result, time, latency }, calls) => {
    next ??= parseInt(calls.get("interactions._count"), 10);
    const asked = data.items[item];
    const { interaction, points, report, type } = asked;
    const about = (data.objectives ?? []).filter((objective) => objective.asked.flat().includes(item)).slice(0, OBJECTIVES_MOST);
    const text = response && responseText(asked, items[type], response, data.language_mark);
    for (const [name, value] of [
      ["id", `${interaction}_${sheet}_${attempt}${tries > 1 ? `_${tries}` : ""}`],
      ["type", report.kind],
      ...about.map(({ id }, at) => [`objectives.${at}.id`, id]),
      ["timestamp", timestamp(time)],
      ...report.correct.map((pattern, at) => [`correct_responses.${at}.pattern`, pattern]),
      ["weighting", `${points / 1000}`],
      ["learner_response", text],
      ["result", result === "wrong" ? "incorrect" : result],
      ["latency", duration(latency)],
      ["description", report.text],
    ]) {
      const refused = next < INTERACTIONS_MOST && value && calls.set(`interactions.${next}.${name}`, value);
      if (refused && name === "id") {
        next = NaN;
        return;
      }
    }
    next++;
  };

  /** @param {string} at element that has a score @param {import("../session.js").Score | null} score @param {(element: string, value: string) => unknown} set */
  const setScore = (at, score, set) => {
    if (!score?.max || !credit) return;
    const { points, max } = score;
    set(`${at}score.raw`, `${points / 1000}`);
    set(`${at}score.min`, "0");
    set(`${at}score.max`, `${max / 1000}`);
    // The share comes last: Open edX takes a raw score for a percentage, and grades by what it heard last.
    set(`${at}score.scaled`, share(points, max));
  };

  /** The record is whole without them: what is refused of them is no fault. @param {import("../session.js").State} state @param {import("../client/calls.js").Calls} calls */
  const setObjectives = (state, calls) => {
    if (!data.lms.objectives) return;
    if (!places) {
      places = {};
      const count = parseInt(calls.get("objectives._count"), 10);
      for (let at = 0; at < Math.min(count, OBJECTIVES_SOUGHT); at++) places[calls.get(`objectives.${at}.id`)] = at;
      let free = count;
      // Who does not count them has none.
      for (const { id, title } of (count >= 0 && data.objectives) || []) {
        if (id in places || calls.set(`objectives.${free}.id`, id)) continue;
        calls.set(`objectives.${free}.description`, title);
        places[id] = free++;
      }
    }
    for (const { id, score, completion, success } of fragment()?.mastery(state, data, items) ?? []) {
      const at = `objectives.${places[id]}.`;
      if (!(id in places)) continue;
      setScore(at, score, calls.set);
      rise(calls, `${at}success_status`, success);
      rise(calls, `${at}completion_status`, completion);
    }
  };

  /** Ends the session, which stores what was set; whether it did. */
  const terminated = () => {
    const answer = lms?.call("Terminate", "");
    return /^(true|1)$/.test(`${answer}`) && !lms?.error(`${answer}`);
  };

  /** Writes a projection, in the order that LMSs want: many read the score when the status comes. @param {Projection} projection @param {boolean} [last] of the session @returns {import("../tracker.js").Saved} */
  const write = ({ frame, location, completion, success, score, interactions, sessionTime, finished, state }, last) => {
    const calls = lms;
    if (!calls) return { saved: false, reason: "closed" };
    let refused = 0;
    /** @param {number} code */
    const note = (code) => (refused ||= code);
    const set = (/** @type {string} */ element, /** @type {string} */ value) => note(calls.set(element, value));
    setScore("", score, set);
    setObjectives(state, calls);
    for (const made of interactions) {
      if (!written.has(made)) setInteraction(made, calls);
      written.add(made);
    }
    set("progress_measure", `${fragment()?.progress(state, data) ?? 0}`);
    if (success !== "unknown") note(rise(calls, "success_status", success));
    // Only who came back with a state can have something new to do.
    note(rise(calls, "completion_status", completion, resumed && data.rules.on_new_content === "reopen"));
    set("location", location.slice(0, LOCATION_MOST));
    const fits = frame.length <= STATE_MOST;
    set("suspend_data", fits ? frame : frame.slice(0, frame.lastIndexOf(".", STATE_MOST)));
    set("session_time", duration(sessionTime));
    if (last) {
      // The attempt of a course with other units goes on.
      const exit = finished && data.alone ? data.lms.exit2004 : "suspend";
      calls.set("exit", exit);
      if (!going && data.lms.request) calls.call("SetValue", "adl.nav.request", exit === "normal" ? "exitAll" : "suspendAll");
    }
    // Terminating stores too; a commit before it is refused by some as the page goes.
    const reason = !(last ? terminated() : calls.commit()) ? "commit" : refused ? `error ${refused}` : fits ? "" : "size";
    return reason ? { saved: false, reason } : { saved: true };
  };

  return {
    /** With the two calls of opening, at most twelve. */
    async load() {
      /** @type {import("../tracker.js").Facts} */
      const facts = { mode: "normal", recording: false };
      const found = await waitForApi(window, clock, "API_1484_11", "Initialize");
      const calls = createCalls(found && facade(found.api));
      const { call, error, get } = calls;
      // Where there is a session already it is used.
      if (!found || (error(call("Initialize", "")) && (!get("completion_status") || error("")))) return { frame: "", facts };
      lms = calls;
      const mode = get("mode");
      if (mode === "review" || mode === "browse") facts.mode = mode;
      const normal = facts.mode === "normal";
      if (normal) call("SetValue", "cmi.exit", "suspend");
      credit = get("credit") !== "no-credit";
      const status = (stands.completion_status = get("completion_status"));
      if (normal && status !== "completed" && status !== "incomplete") call("SetValue", "cmi.completion_status", (stands.completion_status = "incomplete"));
      const frame = get("suspend_data");
      resumed = !!frame;
      const location = get("location");
      const id = get("learner_id");
      const name = data.lrs?.include_name ? get("learner_name") : "";
      const launchData = data.lrs?.from.includes("lms") ? get("launch_data") : "";
      return { frame, facts: { ...facts, learner: id ? { id, name } : null, status, launchData, location, recording: true, origin: found.origin } };
    },
    save: async (projection) => write(projection),
    async end(projection) {
      const result = projection ? write(projection, true) : { saved: terminated() };
      lms = null;
      return result;
    },
  };
}
