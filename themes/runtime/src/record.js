// In: a session as it is, a tracker, a reporter or none. Out: the record kept, and only then statements made. What a reporter does wrong harms nobody.

import { encode } from "./codec.js";
import { outcome } from "./session.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./tracker.js").Interaction} Interaction */

/** Whether nothing is left to do. @param {State} state @param {Data} data */
export function isFinished(state, data) {
  return state.completion === "completed" && (state.success === "passed" || !data.sheets.some((sheet) => sheet.purpose === "summative" && mayTry(state, sheet)));
}

/** @param {State} state @param {import("./data.js").Sheet} sheet */
const mayTry = (state, sheet) => sheet.attempts === null || (state.sheets[sheet.slot]?.attempts || 0) < sheet.attempts;

/** Runs what must not stop the page. @param {() => void} act */
export function safely(act) {
  try {
    act();
  } catch (error) {
    console.error(error);
  }
}

/**
 * @typedef {object} Record
 * @property {(made: Interaction[]) => void} add what was answered, to be saved and reported
 * @property {() => Promise<import("./tracker.js").Saved>} save
 * @property {() => Promise<import("./tracker.js").Saved>} end the record first; the statements have as long as their reporter gives them
 */

/**
 * @param {import("./player.js").PlayerNeeds} needs
 * @param {boolean} off nothing is written
 * @param {() => State} current
 * @param {ReturnType<typeof import("./watch.js").createWatch>} watch
 * @returns {Record}
 */
export function createRecord({ data, tracker, reporter }, off, current, watch) {
  let reported = current();
  /** @type {Interaction[]} */
  let unsaved = [];
  /** @type {Interaction[]} */
  let unreported = [];
  /** @returns {import("./tracker.js").Projection} */
  const project = () => {
    const state = current();
    return {
      frame: encode(state, data),
      location: data.pages.find((page) => page.slot === state.page)?.address || "",
      ...outcome(state, data),
      interactions: [...unsaved],
      sessionTime: watch.total(),
      finished: isFinished(state, data),
    };
  };
  const report = () => {
    const after = current();
    const progress = { before: reported, after, outcome: outcome(after, data), interactions: unreported };
    safely(() => reporter?.report(progress));
    reported = after;
    unreported = [];
  };
  /** @param {"save" | "end"} act */
  const keep = async (act) => {
    const projection = project();
    const saving = act === "end" ? tracker.end(off ? null : projection) : off ? { saved: true } : tracker.save(projection);
    report();
    const result = await saving;
    if (result.saved) unsaved = unsaved.filter((one) => !projection.interactions.includes(one));
    return result;
  };
  return {
    add(made) {
      unsaved.push(...made);
      unreported.push(...made);
    },
    save: () => keep("save"),
    async end() {
      const finished = isFinished(current(), data);
      const recorded = keep("end").catch(() => ({ saved: false }));
      /** @type {Promise<void> | undefined} */
      let sent;
      safely(() => (sent = reporter?.end(finished, watch.total())));
      const result = await recorded;
      await sent?.catch(() => {});
      return result;
    },
  };
}
