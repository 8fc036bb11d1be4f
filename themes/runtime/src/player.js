// In: the data, a tracker, a reporter or none. Out: what the interface is built on: one session that is kept. Nothing of it throws into the page.

import { createRecord, isFinished, safely } from "./record.js";
import { createWatch } from "./watch.js";
import { decode } from "./codec.js";
import { createSaver } from "./saver.js";
import { drawn, paperItems, seedOf } from "./paper.js";
import { emptyState, itemOf, outcome, reduce } from "./session.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").Event} Event */
/** @typedef {import("./tracker.js").Interaction} Interaction */

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

/**
 * The answers that an event marked: a checked one, or what a submitted paper holds beside its checked ones.
 * @param {State} state after it
 * @param {Event} event
 * @param {PlayerNeeds} needs
 * @param {ReturnType<typeof createWatch>} watch
 * @returns {Interaction[]}
 */
function marked(state, event, { data, items, clock }, watch) {
  if (event.type !== "checked" && event.type !== "submitted") return [];
  const { sheet } = event;
  const { answers, paper } = state.sheets[sheet];
  const slots = event.type === "checked" ? [event.item] : paperItems(paper, sheet, data).filter((item) => !answers[item]?.checked);
  return slots.flatMap((slot) => {
    const item = itemOf(data, slot);
    if (!item || !paper) return [];
    const { response = null, tries = 0 } = answers[slot] || {};
    const { points, right } = response ? items[item.type].mark(item, response) : { points: 0, right: false };
    const latency = watch.take(`${sheet}/${slot}`);
    return [{ sheet, item: slot, attempt: paper.attempt, tries: tries || 1, response, points, result: right ? "correct" : "wrong", time: clock.now(), latency }];
  });
}

/** An event with the seed of the paper that it starts. @param {Event} event @param {State} state @param {Data} data @param {string | undefined} learner @returns {Event} */
function seeded(event, state, data, learner) {
  const sheet = event.type === "started" && data.sheets.find(({ slot }) => slot === event.sheet);
  if (!sheet || !(sheet.shuffle.items || sheet.shuffle.options)) return event;
  const attempt = (state.sheets[sheet.slot]?.attempts || 0) + 1;
  return { ...event, type: "started", sheet: sheet.slot, seed: seedOf(sheet, attempt, learner || String(state.seed)) };
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
function run(needs, { off, resumed, ...start }) {
  const { data, reporter, items, clock } = needs;
  let { state } = start;
  let ended = false;
  /** @type {Set<(player: Player) => void>} */
  const listeners = new Set();
  const watch = createWatch(clock);

  /** @type {import("./session.js").Marker} */
  const mark = (item, response) => items[item.type].mark(item, response);
  const notify = () => listeners.forEach((listener) => safely(() => listener(player)));
  const record = createRecord(needs, off, () => state, watch);
  const saver = createSaver(record.save, clock, notify);

  /** @type {Player} */
  const player = {
    ...start,
    get state() { return state; },
    get outcome() { return outcome(state, data); },
    get saving() { return off ? "off" : saver.status; },
    get savedAt() { return off ? null : saver.savedAt; },
    get reason() { return saver.reason; },
    get ended() { return ended; },
    dispatch(event) {
      safely(() => {
        if (ended || (start.readOnly && !("page" in event))) return;
        watch.lap("item" in event ? `${event.sheet}/${event.item}` : "");
        const next = reduce(state, seeded(event, state, data, start.facts.learner?.id), data, mark);
        if (next === state) return;
        state = next;
        record.add(marked(state, event, needs, watch));
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
      const { saved } = await record.end();
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
      safely(() => void record.end());
    },
  };
  safely(() => reporter?.start(start.facts, resumed));
  return player;
}
