// In: the data, a tracker, a reporter or none. Out: what the interface is built on: one session that is kept. Nothing of it throws into the page.

import { decode, encode } from "./codec.js";
import { createSaver } from "./saver.js";
import { drawn, paperItems, seedOf } from "./paper.js";
import { emptyState, itemOf, outcome, reduce } from "./session.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").Event} Event */
/** @typedef {import("./tracker.js").Interaction} Interaction */

/** Time hidden above this does not count as spent. */
const IDLE = 300000;

/**
 * Runs one session against one tracker. Nothing of it throws into the page. Read its properties afresh: they are getters.
 * @typedef {object} Player
 * @property {State} state never changed in place: a new value after each event that changed something
 * @property {import("./session.js").Outcome} outcome of that state
 * @property {(event: Event) => void} dispatch for `started` the seed is null: the player fills it in
 * @property {(listener: (player: Player) => void) => (() => void)} subscribe called after each change of state or of saving; gives what ends it
 * @property {(sheet: number) => {item: number, parts: number[]}[]} drawn the paper as drawn: items and their parts in order; empty where the sheet has no paper
 * @property {"idle" | "saving" | "saved" | "unsaved" | "off"} saving `off`: review, browse, nothing can be stored, or what is stored is of a newer release
 * @property {number | null} savedAt ms since 1970 of the last confirmed save
 * @property {string | null} reason why it is unsaved, in the tracker's words
 * @property {import("./tracker.js").Facts} facts
 * @property {import("./codec.js").Verdict} verdict on what was stored
 * @property {number[]} lost slots of the sheets whose answers were stored and could not be restored
 * @property {boolean} readOnly answers cannot be changed: review or browse mode, or a finished unit that opens for review
 * @property {boolean} ended after `exit`: nothing changes any more
 * @property {() => Promise<boolean>} save now ("Try now"); true where that was confirmed
 * @property {() => Promise<boolean>} exit saves, then ends the session; false where saving failed, and then the session goes on
 * @property {(hidden: boolean) => void} hide the page is hidden, or shown again
 * @property {() => void} leave the page goes: ends the session, whatever happens
 */

/**
 * @typedef {object} PlayerNeeds
 * @property {Data} data
 * @property {import("./tracker.js").Tracker} tracker
 * @property {import("./tracker.js").Reporter | null} reporter
 * @property {Record<string, import("./table.js").ItemType>} items
 * @property {import("./tracker.js").Clock} clock
 * @property {() => number} random below 1
 */

/** Whether nothing is left to do. @param {State} state @param {Data} data */
function isFinished(state, data) {
  return state.completion === "completed" && (state.success === "passed" || !data.sheets.some((sheet) => sheet.purpose === "summative" && mayTry(state, sheet)));
}

/** @param {State} state @param {import("./data.js").Sheet} sheet */
const mayTry = (state, sheet) => sheet.attempts === null || (state.sheets[sheet.slot]?.attempts || 0) < sheet.attempts;

/**
 * The answers that an event marked: a checked one, or what a submitted paper holds beside its checked ones.
 * @param {State} state after it
 * @param {Event} event
 * @param {Data} data
 * @returns {number[]} item slots
 */
function marked(state, event, data) {
  if (event.type === "checked") return [event.item];
  if (event.type !== "submitted") return [];
  const sheet = state.sheets[event.sheet];
  return paperItems(sheet.paper, event.sheet, data).filter((item) => !sheet.answers[item]?.checked);
}

/** How long the learner was at each item, and at all. @param {import("./tracker.js").Clock} clock */
function createWatch(clock) {
  const start = clock.elapsed();
  let last = start;
  let idle = 0;
  /** @type {number | null} */
  let hiddenAt = null;
  /** @type {Record<string, number>} */
  const spent = {};
  const away = () => (hiddenAt === null ? 0 : Math.max(0, clock.elapsed() - hiddenAt - IDLE));
  const total = () => Math.max(0, clock.elapsed() - start - idle - away());
  return {
    total,
    /** @param {boolean} hidden */
    hide(hidden) {
      if (!hidden) idle += away();
      hiddenAt = hidden ? clock.elapsed() : null;
    },
    /** The time since the last lap goes to an item. @param {string} [name] */
    lap(name) {
      if (name) spent[name] = (spent[name] || 0) + total() - last + start;
      last = start + total();
    },
    /** @param {string} name */
    take(name) {
      const ms = spent[name] || 0;
      delete spent[name];
      return Math.round(ms);
    },
  };
}

/**
 * Loads what is stored and runs the session.
 * @param {PlayerNeeds} needs
 * @returns {Promise<Player>}
 */
export async function createPlayer({ data, tracker, reporter, items, clock, random }) {
  const { frame, facts } = await tracker.load();
  const { state: stored, verdict, lost } = decode(frame, data);
  let state = stored || emptyState(data, facts.learner ? null : Math.floor(random() * 2 ** 32));
  if (!stored) state = placed(state, facts.location, data);
  const normal = facts.mode === "normal";
  const off = !normal || !facts.recording || verdict === "newer";
  const readOnly = !normal || (data.rules.after_completion === "review" && isFinished(state, data));
  return run({ data, tracker, reporter: normal ? reporter : null, items, clock, random }, { state, facts, verdict, lost, off, readOnly, resumed: !!stored });
}

/** Where the bookmark alone survived, it still leads to its page. @param {State} state @param {string | undefined} location @param {Data} data */
function placed(state, location, data) {
  const page = data.pages.find(({ address }) => address === location);
  return page ? { ...state, page: page.slot } : state;
}

/**
 * @typedef {Pick<Player, "state" | "facts" | "verdict" | "lost" | "readOnly"> & {off: boolean, resumed: boolean}} Start
 * @param {PlayerNeeds} needs
 * @param {Start} start
 * @returns {Player}
 */
function run({ data, tracker, reporter, items, clock }, { off, resumed, ...start }) {
  let { state } = start;
  let reported = state;
  let ended = false;
  /** @type {Interaction[]} */
  let unsaved = [];
  /** @type {Interaction[]} */
  let unreported = [];
  /** @type {Set<(player: Player) => void>} */
  const listeners = new Set();
  const watch = createWatch(clock);

  /** @type {import("./session.js").Marker} */
  const mark = (item, response) => items[item.type].mark(item, response);
  const notify = () => listeners.forEach((listener) => safely(() => listener(player)));
  /** @returns {import("./tracker.js").Projection} */
  const project = () => ({
    frame: encode(state, data),
    location: data.pages.find((page) => page.slot === state.page)?.address || "",
    ...outcome(state, data),
    interactions: [...unsaved],
    sessionTime: watch.total(),
    finished: isFinished(state, data),
  });
  const report = () => {
    const progress = { before: reported, after: state, outcome: outcome(state, data), interactions: unreported };
    safely(() => reporter?.report(progress));
    reported = state;
    unreported = [];
  };
  /** Saves, and only then reports: the record comes first. @param {"save" | "end"} act */
  const keep = async (act) => {
    const projection = project();
    const saving = act === "end" ? tracker.end(off ? null : projection) : off ? { saved: true } : tracker.save(projection);
    report();
    const result = await saving;
    if (result.saved) unsaved = unsaved.filter((one) => !projection.interactions.includes(one));
    return result;
  };
  const saver = createSaver(() => keep("save"), clock, notify);

  /** @param {number} sheet @param {number} slot @returns {Interaction[]} */
  const interaction = (sheet, slot) => {
    const { answers, paper } = state.sheets[sheet];
    const item = itemOf(data, slot);
    if (!item || !paper) return [];
    const answer = answers[slot];
    const response = answer?.response || null;
    const { points, right } = response ? mark(item, response) : { points: 0, right: false };
    const latency = watch.take(`${sheet}/${slot}`);
    return [{ sheet, item: slot, attempt: paper.attempt, tries: answer?.tries || 1, response, points, result: right ? "correct" : "wrong", time: clock.now(), latency }];
  };
  /** @param {Event} event @returns {Event} */
  const seeded = (event) => {
    const sheet = event.type === "started" && data.sheets.find(({ slot }) => slot === event.sheet);
    if (!sheet || !(sheet.shuffle.items || sheet.shuffle.options)) return event;
    const attempt = (state.sheets[sheet.slot]?.attempts || 0) + 1;
    return { ...event, type: "started", sheet: sheet.slot, seed: seedOf(sheet, attempt, start.facts.learner?.id || String(state.seed)) };
  };

  /** @type {Player} */
  const player = {
    ...start,
    get state() {
      return state;
    },
    get outcome() {
      return outcome(state, data);
    },
    get saving() {
      return off ? "off" : saver.status;
    },
    get savedAt() {
      return off ? null : saver.savedAt;
    },
    get reason() {
      return saver.reason;
    },
    get ended() {
      return ended;
    },
    dispatch(event) {
      safely(() => {
        if (ended || (start.readOnly && !("page" in event))) return;
        watch.lap("item" in event ? `${event.sheet}/${event.item}` : "");
        const next = reduce(state, seeded(event), data, mark);
        if (next === state) return;
        state = next;
        const made = "sheet" in event ? marked(state, event, data).flatMap((item) => interaction(event.sheet, item)) : [];
        unsaved.push(...made);
        unreported.push(...made);
        saver.touch();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    drawn(slot) {
      const sheet = data.sheets.find((known) => known.slot === slot);
      return sheet ? drawn(state.sheets[slot]?.paper, sheet, data) : [];
    },
    save: () => saver.now(),
    async exit() {
      if (ended) return true;
      if (saver.dirty && !(await saver.now())) return false;
      ended = true;
      saver.stop();
      const { saved } = await end();
      notify();
      return saved;
    },
    hide(hidden) {
      safely(() => {
        watch.hide(hidden);
        if (hidden && saver.dirty && !ended) void saver.now();
      });
    },
    leave() {
      if (ended) return;
      ended = true;
      saver.stop();
      safely(() => void end());
    },
  };
  /** The record ends first; the statements have as long as their reporter gives them. */
  async function end() {
    const finished = isFinished(state, data);
    const recorded = keep("end").catch(() => ({ saved: false }));
    /** @type {Promise<void> | undefined} */
    let sent;
    safely(() => (sent = reporter?.end(finished, watch.total())));
    const result = await recorded;
    await sent?.catch(() => {});
    return result;
  }
  safely(() => reporter?.start(start.facts, resumed));
  return player;
}

/** Runs what must not stop the page. @param {() => void} act */
function safely(act) {
  try {
    act();
  } catch (error) {
    console.error(error);
  }
}
