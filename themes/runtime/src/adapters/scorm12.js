// In: projections. Out: calls of the SCORM 1.2 API. Nothing of it rejects: what the LMS refuses is a reason why it is not saved.

import { NOT_IMPLEMENTED, createCalls } from "../client/calls.js";
import { waitForApi } from "../client/find-api.js";
import { clockTime, timespan } from "../client/times.js";

/** @typedef {import("../tracker.js").Projection} Projection */
/** @typedef {import("../tracker.js").Interaction} Interaction */

/** SCORM 1.2 RTE 3.4.4: CMIString4096, CMIString255. */
const STATE_MOST = 4096;
const STRING_MOST = 255;
/** The most that a weighting may be in every LMS. */
const WEIGHT_MOST = 100;
/** What a status is worth, rising: it is never replaced by one that is worth less. */
const WORTH = ["incomplete", "failed", "completed", "passed"];

/** At most 255 characters, and no half of one. @param {string} text */
const cut = (text) => text.slice(0, STRING_MOST).replace(/[\ud800-\udbff]$/, "");

/**
 * The tracker of an LMS that speaks SCORM 1.2.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker({ data, items, window, clock }) {
  /** @type {import("../client/calls.js").Calls | null} */
  let lms = null;
  let status = "";
  let credit = false;
  /** Where the next interaction goes; NaN where the LMS has none. @type {number | undefined} */
  let next = data.lms.interactions ? undefined : NaN;
  /** @type {WeakSet<Interaction>} */
  const written = new WeakSet();

  /** Its fields in the order in which they are set; without those that it does not have. @param {Interaction} made @param {import("../client/calls.js").Calls} calls */
  const setInteraction = ({ sheet, item, attempt, tries, response, result, time, latency }, calls) => {
    next ??= parseInt(calls.get("interactions._count"), 10);
    const asked = data.items[item];
    const { interaction, points, report, type } = asked;
    const patterns = report.correct.filter((pattern) => pattern.length <= STRING_MOST);
    for (const [name, value] of [
      ["id", `${interaction}_${sheet}_${attempt}${tries > 1 ? `_${tries}` : ""}`],
      ["type", report.kind],
      ["time", clockTime(time)],
      ...patterns.map((pattern, at) => [`correct_responses.${at}.pattern`, pattern]),
      ["weighting", points <= WEIGHT_MOST * 1000 && `${points / 1000}`],
      ["student_response", response && cut(items[type].pattern(asked, response, "scorm12"))],
      ["result", result],
      ["latency", timespan(latency)],
    ]) {
      const refused = next >= 0 && value && calls.set(`interactions.${next}.${name}`, value);
      if (refused && name === "id") {
        if (refused === NOT_IMPLEMENTED) next = NaN;
        return;
      }
    }
    next++;
  };

  /** Writes a projection, in the order that LMSs want: many read the score when the status comes. @param {Projection} projection @param {boolean} [last] of the session @returns {import("../tracker.js").Saved} */
  const write = ({ frame, location, completion, success, score, interactions, sessionTime, finished }, last) => {
    const calls = lms;
    if (!calls) return { saved: false };
    let refused = 0;
    /** @param {string} element @param {string} value */
    const set = (element, value) => {
      const code = calls.set(element, value);
      refused ||= code;
    };
    if (score?.max && credit) {
      set("core.score.raw", `${Math.round((100 * score.points) / score.max)}`);
      set("core.score.min", "0");
      set("core.score.max", "100");
    }
    for (const made of interactions) {
      // The record is whole without them.
      if (!written.has(made)) setInteraction(made, calls);
      written.add(made);
    }
    const earned = completion === "incomplete" || success === "unknown" ? completion : success;
    if (WORTH.indexOf(earned) >= WORTH.indexOf(status)) set("core.lesson_status", (status = earned));
    set("core.lesson_location", cut(location));
    const fits = frame.length <= STATE_MOST;
    set("suspend_data", fits ? frame : frame.slice(0, frame.lastIndexOf(".", STATE_MOST)));
    set("core.session_time", timespan(sessionTime));
    if (last) calls.set("core.exit", finished ? data.lms.exit12 : "suspend");
    return { saved: calls.commit() && !refused && fits };
  };

  return {
    /** With the two calls of opening, at most twelve. */
    async load() {
      const found = await waitForApi(window, clock);
      const calls = createCalls(found?.api);
      const { call, error, get } = calls;
      // Where there is a session already it is used.
      if (!found || (error(call("Initialize", "")) && (!get("core.lesson_status") || error("")))) return { frame: "", facts: { mode: "normal", recording: false } };
      lms = calls;
      const mode = /** @type {import("../tracker.js").Facts["mode"]} */ (/^(review|browse)$/.exec(get("core.lesson_mode"))?.[0] ?? "normal");
      const normal = mode === "normal";
      if (normal) call("SetValue", "cmi.core.exit", "suspend");
      credit = get("core.credit") !== "no-credit";
      status = get("core.lesson_status");
      if (normal && !WORTH.includes(status)) call("SetValue", "cmi.core.lesson_status", "incomplete");
      const frame = get("suspend_data");
      const location = get("core.lesson_location");
      const id = get("core.student_id");
      const name = data.lrs?.include_name ? get("core.student_name") : "";
      const launchData = data.lrs?.from.includes("lms") ? get("launch_data") : "";
      return { frame, facts: { mode, learner: id ? { id, name } : null, status, launchData, location, recording: true, origin: found.origin } };
    },
    save: async (projection) => write(projection),
    async end(projection) {
      const result = projection ? write(projection, true) : { saved: !!lms };
      lms?.call("Finish", "");
      lms = null;
      return result;
    },
  };
}
