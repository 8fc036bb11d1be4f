// In: projections. Out: calls of the SCORM 1.2 API. Nothing of it rejects: what the LMS refuses is a reason why it is not saved.

import { NOT_IMPLEMENTED, createCalls } from "../client/calls12.js";
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

/** The longest prefix of whole sections of a frame that fits. @param {string} frame */
function fitting(frame) {
  return frame.length <= STATE_MOST ? frame : frame.slice(0, frame.lastIndexOf(".", STATE_MOST));
}

/** At most 255 characters, and no half of one. @param {string} text */
const cut = (text) => text.slice(0, STRING_MOST).replace(/[\ud800-\udbff]$/, "");

/**
 * The fields of an interaction in the order in which they are set; without those that it does not have.
 * @param {Interaction} made
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {string[][]}
 */
function fields(made, { data, items }) {
  const item = data.items.find((known) => known.slot === made.item);
  if (!item) return [];
  const patterns = item.report.correct.filter((pattern) => pattern.length <= STRING_MOST);
  const all = [
    ["id", [item.interaction, made.attempt, ...(made.tries > 1 ? [made.tries] : [])].join("_")],
    ["type", item.report.kind],
    ["time", clockTime(made.time)],
    ...patterns.map((pattern, at) => [`correct_responses.${at}.pattern`, pattern]),
    ["weighting", item.points <= WEIGHT_MOST * 1000 ? String(item.points / 1000) : ""],
    ["student_response", made.response ? cut(items[item.type].pattern(item, made.response, "scorm12")) : ""],
    ["result", made.result],
    ["latency", timespan(made.latency)],
  ];
  return all.filter(([, value]) => value);
}

/**
 * What writes a projection.
 * @param {import("../client/calls12.js").Calls} lms
 * @param {{status: string, credit: boolean}} held
 * @param {import("../tracker.js").TrackerNeeds} needs
 */
function createRecord(lms, held, needs) {
  /** Where the next interaction goes; NaN where the LMS has none. @type {number | null} */
  let next = null;
  /** @type {WeakSet<Interaction>} */
  const written = new WeakSet();

  /** @param {Interaction} made */
  const setInteraction = (made) => {
    const [[, id] = [], ...others] = fields(made, needs);
    if (!id) return;
    const refused = lms.set(`cmi.interactions.${next}.id`, id);
    if (refused === NOT_IMPLEMENTED) next = NaN;
    if (refused) return;
    for (const [name, value] of others) lms.set(`cmi.interactions.${next}.${name}`, value);
    next = Number(next) + 1;
  };
  /**
   * The order of the write: many an LMS reads the score when the status comes. Each gives the error; interactions give none, for the record is whole without them.
   * @type {((projection: Projection) => number)[]}
   */
  const order = [
    ({ score }) => {
      if (!score?.max || !held.credit) return 0;
      const raw = Math.round((100 * score.points) / score.max);
      return lms.set("cmi.core.score.raw", String(raw)) || lms.set("cmi.core.score.min", "0") || lms.set("cmi.core.score.max", "100");
    },
    ({ interactions }) => {
      for (const made of interactions.filter((one) => !written.has(one))) {
        if (next === null) next = parseInt(lms.get("cmi.interactions._count"), 10);
        if (!Number.isNaN(next)) setInteraction(made);
        written.add(made);
      }
      return 0;
    },
    ({ completion, success }) => {
      const earned = completion === "incomplete" || success === "unknown" ? completion : success;
      if (WORTH.indexOf(earned) < WORTH.indexOf(held.status)) return 0;
      held.status = earned;
      return lms.set("cmi.core.lesson_status", earned);
    },
    ({ location }) => lms.set("cmi.core.lesson_location", cut(location)),
    ({ frame }) => lms.set("cmi.suspend_data", fitting(frame)),
    ({ sessionTime }) => lms.set("cmi.core.session_time", timespan(sessionTime)),
  ];
  /** @param {Projection} projection @param {boolean} last of the session @returns {import("../tracker.js").Saved} */
  return (projection, last) => {
    const refused = order.map((write) => write(projection)).find((code) => code);
    if (last) lms.set("cmi.core.exit", projection.finished ? "" : "suspend");
    if (!lms.commit()) return { saved: false, reason: "commit" };
    if (refused) return { saved: false, reason: `error ${refused}` };
    return projection.frame.length > STATE_MOST ? { saved: false, reason: "size" } : { saved: true };
  };
}

/**
 * Reads what a session starts from: with the two calls of opening, at most twelve.
 * @param {import("../client/calls12.js").Calls} lms
 * @param {import("../data.js").Data} data
 */
function readStart(lms, { lrs }) {
  const mode = lms.get("cmi.core.lesson_mode");
  /** @type {"review" | "browse" | null} */
  const other = mode === "review" || mode === "browse" ? mode : null;
  const normal = !other;
  if (normal) lms.put("cmi.core.exit", "suspend");
  const credit = lms.get("cmi.core.credit") !== "no-credit";
  const status = lms.get("cmi.core.lesson_status");
  if (normal && !WORTH.includes(status)) lms.put("cmi.core.lesson_status", "incomplete");
  const frame = lms.get("cmi.suspend_data");
  const location = lms.get("cmi.core.lesson_location");
  const id = lms.get("cmi.core.student_id");
  const name = lrs?.include_name ? lms.get("cmi.core.student_name") : "";
  const launchData = lrs?.from.includes("lms") ? lms.get("cmi.launch_data") : "";
  const learner = id ? { id, name } : null;
  return { credit, frame, facts: { mode: other || /** @type {const} */ ("normal"), learner, status, launchData, location, recording: true } };
}

/**
 * The tracker of an LMS that speaks SCORM 1.2.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker(needs) {
  /** @type {import("../client/calls12.js").Calls | null} */
  let lms = null;
  /** @type {ReturnType<typeof createRecord> | null} */
  let record = null;
  const closed = { saved: false, reason: "closed" };
  return {
    async load() {
      const found = await waitForApi(needs.window, needs.clock);
      const calls = found && createCalls(found.api);
      if (!found || !calls?.initialize()) return { frame: "", facts: { mode: "normal", learner: null, status: "", launchData: "", recording: false } };
      const { frame, facts, credit } = readStart(calls, needs.data);
      lms = calls;
      record = createRecord(calls, { status: facts.status, credit }, needs);
      return { frame, facts: { ...facts, origin: found.origin } };
    },
    async save(projection) {
      return record ? record(projection, false) : closed;
    },
    async end(projection) {
      const result = !record ? closed : projection ? record(projection, true) : { saved: true };
      lms?.finish();
      lms = record = null;
      return result;
    },
  };
}
