// In: a state, an event, the data. Out: the next state, and what it comes to. Pure: no DOM, no LMS, no clock. What is not allowed changes nothing.

import { pageAt } from "./data.js";
import { paperItems } from "./paper.js";
import { ascending, fits, same } from "./shape.js";
import { laws } from "./table.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Sheet} Sheet */
/** @typedef {import("./data.js").Item} Item */
/** @typedef {import("./table.js").Response} Response */
/** @typedef {{points: number, max: number}} Score thousandths */
/** @typedef {{response: Response | null, checked: boolean, tries: number}} Answer */
/** @typedef {{layout: number, attempt: number, seed: number | null, submitted: boolean, until?: number}} Paper `until`: when its time is over, seconds since 1970 */

/**
 * @typedef {object} SheetState
 * @property {number} attempts the submitted ones
 * @property {boolean} passed
 * @property {Score | null} best
 * @property {Score | null} last
 * @property {Score | null} first
 * @property {Paper | null} paper
 * @property {Record<string, Answer>} answers by item slot
 */

/**
 * @typedef {object} State
 * @property {number} page slot
 * @property {number[]} read slots, sorted
 * @property {number | null} seed
 * @property {number} counter
 * @property {"incomplete" | "completed"} completion
 * @property {"unknown" | "passed" | "failed"} success
 * @property {Record<string, SheetState>} sheets by sheet slot, touched ones
 */

/** @typedef {{completion: "incomplete" | "completed", success: "unknown" | "passed" | "failed", score: Score | null}} Outcome */

/**
 * @typedef {{type: "regraded"} | {type: "opened", page: number} | {type: "read", page: number}
 *   | {type: "started", sheet: number, seed: number | null}
 *   | {type: "answered", sheet: number, item: number, response: Response | null}
 *   | {type: "checked", sheet: number, item: number}
 *   | {type: "retried", sheet: number, item: number}
 *   | {type: "timed", sheet: number, until: number}
 *   | {type: "submitted", sheet: number}} Event
 */

/** Marks an answer: `mark` of the item's type. @typedef {(item: import("./data.js").Item, response?: Response | null) => import("./table.js").Mark} Marker */

/**
 * Where everybody starts.
 * @param {Data} data
 * @param {number | null} seed
 * @returns {State}
 */
export function emptyState(data, seed) {
  return { page: data.pages[0].slot, read: [], seed, counter: 0, completion: "incomplete", success: "unknown", sheets: {} };
}

/** A sheet that nobody has touched. @type {SheetState} */
export const emptySheet = { attempts: 0, passed: false, best: null, last: null, first: null, paper: null, answers: {} };

/** Points of items. @param {Data} data @param {number[]} slots */
const worth = (data, slots) => slots.reduce((sum, slot) => sum + data.items[slot].points, 0);

/** How many attempts are left. @param {Sheet} sheet @param {SheetState} [held] */
export const attemptsLeft = ({ attempts }, held) => (attempts ?? Infinity) - (held?.attempts ?? 0);

/** The sheets that decide whether a unit is passed. @param {Data} data */
const summatives = (data) => Object.values(data.sheets).filter((sheet) => sheet.purpose === "summative");

/** Whether nothing is left to do. @param {State} state @param {Data} data */
export const isFinished = ({ completion, success, sheets }, data) =>
  completion === "completed" && (success === "passed" || summatives(data).every((sheet) => attemptsLeft(sheet, sheets[sheet.slot]) <= 0));

/**
 * What a state comes to: the same numbers wherever they are reported.
 * @param {State} state
 * @param {Data} data
 * @returns {Outcome}
 */
export function outcome({ completion, success, read, sheets }, data) {
  const { rules } = data;
  const summative = summatives(data);
  const failed = summative.some((sheet) => !sheets[sheet.slot]?.passed && attemptsLeft(sheet, sheets[sheet.slot]) <= 0);
  /** @param {"passed" | "attempts"} what */
  const every = (what) => summative.every(({ slot }) => sheets[slot]?.[what]);
  const pages = data.pages.filter((page) => page.kind !== "results");
  const enough = pages.filter((page) => read.includes(page.slot)).length * 1000 >= pages.length * rules.pages;
  const assessed = failed || rules.assessments === "none" || every(rules.assessments === "passed" ? "passed" : "attempts");
  const kept = completion === "completed" && (rules.on_new_content === "keep" || enough);
  const passed = success === "passed" || (summative.length > 0 && every("passed"));
  const counting = Object.values(data.sheets).filter((sheet) => sheet.counts);
  const scores = counting.map(({ slot, report, max }) => sheets[slot]?.[report] ?? { points: 0, max });
  /** @param {"points" | "max"} what */
  const sum = (what) => scores.reduce((sum, score) => sum + score[what], 0);
  return {
    completion: kept || (enough && assessed) ? "completed" : "incomplete",
    success: passed ? "passed" : failed ? "failed" : "unknown",
    score: counting.some(({ slot }) => sheets[slot]?.best) ? { points: sum("points"), max: sum("max") } : null,
  };
}

/** Whether an attempt passes. @param {Score} score @param {number} pass thousandths */
export const passes = ({ points, max }, pass) => points * 1000 >= pass * max;

/** What the answers of a paper come to. @param {SheetState} held @param {number[]} items of the paper @param {Data} data @param {Marker} mark */
export const reached = ({ answers }, items, data, mark) => items.reduce((sum, slot) => sum + mark(data.items[slot], answers[slot]?.response).points, 0);

/** Takes the last attempt into account. @param {SheetState} held @param {Sheet} sheet @param {Score} last */
export function rate(held, sheet, last) {
  const { attempts, best } = held;
  held.passed ||= passes(last, sheet.pass);
  held.best = best && best.points * last.max >= last.points * best.max ? best : last;
  held.last = last;
  if (attempts < 2) held.first = last;
}

/** Hands in the paper of a sheet. @param {SheetState} held @param {Sheet} sheet @param {number[]} items of the paper @param {Data} data @param {Marker} mark */
function submit(held, sheet, items, data, mark) {
  held.attempts++;
  rate(held, sheet, { points: reached(held, items, data, mark), max: worth(data, items) });
  const paper = /** @type {Paper} */ (held.paper);
  paper.submitted = true;
  delete paper.until;
}

/** Changes a state by an event on an item of a paper. @param {SheetState} held @param {Sheet} sheet @param {Event & {item: number}} event @param {Data} data */
function change({ answers, attempts, paper }, { feedback, ...sheet }, event, data) {
  const { type, item } = event;
  const { points, shape } = data.items[item];
  const each = feedback === "after-each";
  const held = answers[item] ?? { response: null, checked: false, tries: 0 };
  const open = !paper?.submitted && !held.checked;
  if (type === "retried" && each && sheet.attempts === null && held.checked) {
    if (paper?.submitted) Object.assign(paper, { submitted: false, attempt: attempts + 1 });
    // An answer that nobody marks is gone on with.
    Object.assign(held, { response: points ? null : held.response, checked: false });
  } else if (type === "answered") {
    const { response } = event;
    // What learners find in a text of their own stays open.
    if ((open || (!points && response?.[0] === held.response?.[0])) && (!response || fits(shape, response))) held.response = response;
  } else if (type === "checked" && open && each && held.response) {
    held.checked = true;
    held.tries++;
  }
  if (held.response || held.tries) answers[item] = held;
  else delete answers[item];
}

/** Changes a state by an event. @param {State} state @param {Event} event @param {Data} data @param {Marker} mark */
function advance(state, event, data, mark) {
  if ("page" in event) {
    if (!pageAt(data, event.page)) return;
    if (event.type === "opened") state.page = event.page;
    else state.read = ascending(new Set([...state.read, event.page]));
    return;
  }
  if (event.type === "regraded") return laws.regrade?.(state, data, mark);
  const { type } = event;
  const sheet = data.sheets[event.sheet];
  if (!sheet) return;
  const held = state.sheets[sheet.slot] ?? emptySheet;
  const { paper } = held;
  if (type === "started") {
    if ((paper && !paper.submitted) || attemptsLeft(sheet, held) <= 0) return;
    if (!laws.askWrong?.(sheet, held, data, mark)) state.sheets[sheet.slot] = { ...held, paper: { layout: data.layouts[0].hash, attempt: held.attempts + 1, seed: event.seed, submitted: false }, answers: {} };
    return;
  }
  if (type === "timed") {
    if (paper && !paper.submitted && (sheet.limit?.extend || !paper.until)) paper.until = event.until;
    return;
  }
  const items = paperItems(paper, sheet.slot, data);
  if ("item" in event && items.includes(event.item)) change(held, sheet, event, data);
  const done = type === "checked" && items.every((slot) => held.answers[slot]?.checked);
  if (paper && !paper.submitted && (type === "submitted" || done)) submit(held, sheet, items, data, mark);
}

/**
 * The state after an event; the same value where the event changes nothing.
 * @param {State} state
 * @param {Event} event
 * @param {Data} data
 * @param {Marker} mark
 * @returns {State}
 */
export function reduce(state, event, data, mark) {
  const next = structuredClone(state);
  advance(next, event, data, mark);
  if (same(next, state)) return state;
  const { completion, success } = outcome(next, data);
  return { ...next, counter: state.counter + 1, completion, success };
}
