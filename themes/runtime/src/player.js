// In: the data, a tracker, a reporter or none. Out: what the interface is built on: one session that is kept. Nothing of it throws into the page.

import { pageAt } from "./data.js";
import { decode, encode } from "./codec.js";
import { drawn, paperItems } from "./paper.js";
import { emptyState, isFinished, outcome, reduce } from "./session.js";
import { laws } from "./table.js";
import { createWatch } from "./watch.js";

/** How long nothing is shown as open, ms: an API that an LMS gives late is waited for with the page at work. */
const PATIENCE = 300;
/** How long changes are gathered, and at most, ms. */
const GATHER = 300;
const GATHER_MOST = 1500;
/** Waits before the attempts after a failed one, and before all others, ms. */
const RETRIES = [2000, 8000, 30000];
const TICK = 60000;

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Item} Item */
/** @typedef {import("./data.js").Sheet} Sheet */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").Event} Event */
/** @typedef {import("./tracker.js").Interaction} Interaction */
/** What was done, and what it marked: told once, however often it is done. @typedef {Event & {told?: Interaction[]}} Done */

/**
 * Runs one session against one tracker. Nothing of it throws into the page. Read its properties afresh: they change.
 * @typedef {object} Player
 * @property {State} state never changed in place: a new value after each event that changed something
 * @property {(event: Done) => void} dispatch for `started` the seed is null: the player fills it in
 * @property {(listener: (player: Player) => void) => void} subscribe called after each change of state or of saving
 * @property {(sheet: number) => {item: number, parts: number[]}[]} drawn the paper as drawn: items and their parts in order; empty where the sheet has no paper
 * @property {"idle" | "saving" | "saved" | "unsaved" | "off"} saving `off`: review, browse, nothing can be stored, what is stored is of a newer release, or is not known yet
 * @property {number} savedAt ms since 1970 of the last confirmed save, 0 before
 * @property {import("./tracker.js").Facts} facts
 * @property {import("./codec.js").Verdict} verdict on what was stored
 * @property {number[]} lost slots of the sheets whose answers were stored and could not be restored
 * @property {boolean} readOnly answers cannot be changed: review or browse mode, or a finished unit that opens for review
 * @property {boolean} ended after `exit`: nothing changes any more
 * @property {import("./session.js").Marker} mark
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

/** Runs what must not stop the page. @template T @param {() => T} act @returns {T | undefined} */
export function safely(act) {
  try {
    return act();
  } catch (error) {
    console.error(error);
  }
}

/**
 * The answers that an event marked: a checked one, or what a submitted paper holds beside its checked ones.
 * @param {Event} event
 * @param {State} state after it
 * @param {Pick<PlayerNeeds, "data" | "clock">} needs
 * @param {import("./session.js").Marker} mark
 * @param {ReturnType<typeof createWatch>} watch
 * @returns {Interaction[]}
 */
function marked(event, { sheets }, { data, clock }, mark, watch) {
  if (event.type !== "checked" && event.type !== "submitted") return [];
  const { sheet } = event;
  const { answers, paper } = /** @type {{answers: import("./session.js").SheetState["answers"], paper: import("./session.js").Paper}} */ (sheets[sheet]);
  const slots = event.type === "checked" ? [event.item] : paperItems(paper, sheet, data).filter((item) => !answers[item]?.checked);
  return slots.map((slot) => {
    const { response = null, tries } = answers[slot] ?? {};
    const { points, right } = mark(data.items[slot], response);
    const result = right ? "correct" : right === null ? "neutral" : "wrong";
    return { sheet, item: slot, attempt: paper.attempt, tries: tries || 1, response, points, result, time: clock.now(), latency: watch.take(`${sheet}/${slot}`) };
  });
}

/**
 * Loads what is stored and runs the session. Where loading takes long, the session begins without it: what is done meanwhile is done again on what is loaded.
 * @param {PlayerNeeds} needs
 * @returns {Promise<Player>}
 */
export async function createPlayer({ data, tracker, reporter, items, clock, random }) {
  const own = (random() * 2 ** 32) >>> 0;
  const watch = createWatch(clock);
  /** @type {((player: Player) => void)[]} */
  const listeners = [];
  /** Until it is known what is stored: the first time of several. */
  let first = true;
  let off = true;
  /** What was done, held until a save confirms it: it is done again on what is stored. @type {Done[]} */
  let held = [];
  /** What is confirmed. @type {State} */
  let kept = emptyState(data, own);
  let since = 0;
  let failures = 0;
  /** @type {any} */
  let timer;

  /** @type {import("./session.js").Marker} */
  const mark = (item, response) => items[item.type].mark(item, response);
  /** @param {number} ms */
  const later = (ms) => {
    clock.cancel(timer);
    timer = clock.later(() => save(), ms);
  };
  /** @param {Player["saving"]} saving */
  const tell = (saving) => {
    player.saving = off ? "off" : saving;
    listeners.forEach((listener) => safely(() => listener(player)));
  };

  /** Writes the record, and only then makes statements. @param {boolean} [last] ends the session */
  const save = async (last) => {
    clock.cancel(timer);
    const { state } = player;
    const events = [...held];
    const projection = {
      ...outcome(state, data),
      frame: encode(state, data),
      location: /** @type {import("./data.js").Page} */ (pageAt(data, state.page)).address,
      counter: state.counter,
      interactions: events.flatMap(({ told }) => told ?? []),
      sessionTime: watch.total(),
      finished: isFinished(state, data),
      state,
    };
    /** @type {Promise<import("./tracker.js").Saved> | import("./tracker.js").Saved} */
    const stored = last ? tracker.end(off ? null : projection) : off ? { saved: true } : tracker.save(projection);
    const sent = safely(() => reporter?.report(projection, last));
    tell("saving");
    const { saved, other } = await stored;
    await sent;
    if (other && !last) {
      take(other);
      return save();
    }
    const latest = state === player.state;
    if (saved) {
      kept = state;
      player.savedAt = clock.now();
      held = held.filter((event) => !events.includes(event));
      if (latest && !last && data.lms.alive) later(data.lms.alive * 1000);
    } else if (latest && !last) later(RETRIES[failures++] ?? TICK);
    tell(!saved ? "unsaved" : latest ? "saved" : "saving");
    return saved;
  };

  const end = () => save((player.ended = true));
  /** @type {Player} */
  const player = {
    state: kept,
    facts: { mode: "normal", recording: true },
    verdict: "empty",
    lost: [],
    readOnly: false,
    ended: false,
    saving: "off",
    savedAt: 0,
    dispatch: (event) =>
      safely(() => {
        if (player.ended || (player.readOnly && !("page" in event))) return;
        held.push(event);
        watch.lap("item" in event ? `${event.sheet}/${event.item}` : "");
        const { saving, state } = player;
        player.state = reduce(state, laws.seeded?.(event, player, data) ?? event, data, mark);
        if (player.state === state) return;
        if (!first) {
          const now = clock.elapsed();
          event.told ??= marked(event, player.state, { data, clock }, mark, watch);
          if (kept === state) since = now;
          failures = 0;
          later(Math.max(0, Math.min(GATHER, since + GATHER_MOST - now)));
        }
        tell(saving === "unsaved" ? saving : "saving");
      }),
    subscribe: (listener) => void listeners.push(listener),
    drawn: (slot) => drawn(player.state.sheets[slot]?.paper, data.sheets[slot], data),
    mark,
    save,
    exit: async () => player.ended || (!first && (player.state === kept || (await save())) && end()),
    hide(hidden) {
      watch.hide(hidden);
      if (hidden && player.state !== kept && !first && !player.ended) void save();
    },
    leave: () => void (player.ended || safely(end)),
  };

  /** @param {import("./tracker.js").Loaded} loaded */
  const take = ({ frame, facts }) => {
    const { state, verdict, lost } = decode(frame, data);
    const normal = facts.mode === "normal";
    const { slot: page } = data.pages.find(({ address }) => address === facts.location) ?? data.pages[0];
    kept = state ?? { ...emptyState(data, facts.learner ? null : own), page };
    Object.assign(player, { state: reduce(kept, { type: "regraded" }, data, mark), facts, verdict, lost });
    player.readOnly = !normal || (data.rules.after_completion === "review" && isFinished(player.state, data));
    off = !normal || !facts.recording || verdict === "newer";
    if (!normal) reporter = null;
    if (first) safely(() => reporter?.start(facts, kept, !!state));
    const events = held;
    held = [];
    first = false;
    if (player.state !== kept && !off) later(GATHER);
    tell("idle");
    // A paper that is there again is gone on with.
    for (const event of events) if (event.type !== "started" || !state?.sheets[event.sheet]?.paper) player.dispatch(event);
  };
  await Promise.race([tracker.load().then(take), new Promise((done) => clock.later(() => done(null), PATIENCE))]);
  return player;
}
