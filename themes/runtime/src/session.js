// In: a state, an event, the data. Out: the next state, and what it comes to. Pure: no DOM, no LMS, no clock. What is not allowed changes nothing.

import { paperItems } from "./paper.js";
import { fits } from "./shape.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Sheet} Sheet */
/** @typedef {import("./table.js").Response} Response */
/** @typedef {{points: number, max: number}} Score thousandths */
/** @typedef {{response: Response | null, checked: boolean, tries: number}} Answer */
/** @typedef {{layout: string, attempt: number, seed: number | null, submitted: boolean}} Paper */

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
 * @typedef {{type: "opened", page: number} | {type: "read", page: number}
 *   | {type: "started", sheet: number, seed: number | null}
 *   | {type: "answered", sheet: number, item: number, response: Response | null}
 *   | {type: "checked", sheet: number, item: number}
 *   | {type: "retried", sheet: number, item: number}
 *   | {type: "submitted", sheet: number}} Event
 */

/** Marks an answer: `mark` of the item's type. @typedef {(item: import("./data.js").Item, response: Response) => import("./table.js").Mark} Marker */

/**
 * Where everybody starts.
 * @param {Data} data
 * @param {number | null} seed
 * @returns {State}
 */
export function emptyState(data, seed) {
  return { page: data.pages[0].slot, read: [], seed, counter: 0, completion: "incomplete", success: "unknown", sheets: {} };
}

/** @param {Data} data @param {number} slot */
export const itemOf = (data, slot) => data.items.find((item) => item.slot === slot);

/** @param {Data} data @param {number} slot */
const sheetOf = (data, slot) => data.sheets.find((sheet) => sheet.slot === slot);

/** @type {SheetState} */
const UNTOUCHED = { attempts: 0, passed: false, best: null, last: null, first: null, paper: null, answers: {} };

/** @param {Data} data @param {number[]} slots */
const worth = (data, slots) => slots.reduce((sum, slot) => sum + (itemOf(data, slot)?.points || 0), 0);

/** Whether a sheet that is not passed has no attempt left. @param {State} state @param {Sheet} sheet */
function exhausted(state, sheet) {
  const { attempts, passed } = state.sheets[sheet.slot] || UNTOUCHED;
  return !passed && sheet.attempts !== null && attempts >= sheet.attempts;
}

/** @param {State} state @param {Data} data @returns {Score | null} */
function score(state, data) {
  const counting = data.sheets.filter((sheet) => sheet.counts);
  const sum = { points: 0, max: 0 };
  for (const sheet of counting) {
    const reported = (state.sheets[sheet.slot] || UNTOUCHED)[sheet.report];
    sum.points += reported?.points || 0;
    sum.max += reported ? reported.max : worth(data, sheet.items);
  }
  return counting.some((sheet) => state.sheets[sheet.slot]?.best) ? sum : null;
}

/**
 * What a state comes to: the same numbers wherever they are reported.
 * @param {State} state
 * @param {Data} data
 * @returns {Outcome}
 */
export function outcome(state, data) {
  const { rules } = data;
  const summative = data.sheets.filter((sheet) => sheet.purpose === "summative");
  const failed = summative.some((sheet) => exhausted(state, sheet));
  /** @param {"passed" | "attempts"} what */
  const every = (what) => summative.every((sheet) => state.sheets[sheet.slot]?.[what]);
  const pages = data.pages.filter((page) => page.kind !== "results");
  const read = pages.filter((page) => state.read.includes(page.slot)).length;
  const enough = read >= Math.ceil((pages.length * rules.pages) / 1000);
  const assessed = failed || rules.assessments === "none" || every(rules.assessments === "passed" ? "passed" : "attempts");
  const kept = state.completion === "completed" && (rules.on_new_content === "keep" || enough);
  const passed = state.success === "passed" || (summative.length > 0 && every("passed"));
  return {
    completion: kept || (enough && assessed) ? "completed" : "incomplete",
    success: passed ? "passed" : failed ? "failed" : "unknown",
    score: score(state, data),
  };
}

/** Whether an attempt may be started. @param {SheetState} state @param {Sheet} sheet */
const mayStart = (state, sheet) => (!state.paper || state.paper.submitted) && (sheet.attempts === null || state.attempts < sheet.attempts);

/** @param {SheetState} sheet @param {number} item @param {Answer} answer @returns {SheetState} */
function withAnswer(sheet, item, answer) {
  /** @type {SheetState["answers"]} */
  const answers = { ...sheet.answers, [item]: answer };
  if (!answer.response && !answer.tries) delete answers[item];
  return { ...sheet, answers };
}

/** Whether an attempt passes. @param {Score} score @param {number} pass thousandths */
export const passes = ({ points, max }, pass) => points * 1000 >= pass * max;

/** @param {SheetState} state @param {Sheet} sheet @param {Data} data @param {Marker} mark @returns {SheetState} */
function submit(state, sheet, data, mark) {
  if (!state.paper) return state;
  const items = paperItems(state.paper, sheet.slot, data);
  const last = { points: 0, max: worth(data, items) };
  for (const slot of items) {
    const item = itemOf(data, slot);
    const response = state.answers[slot]?.response;
    if (item && response) last.points += mark(item, response).points;
  }
  const best = state.best && state.best.points * last.max >= last.points * state.best.max ? state.best : last;
  return {
    ...state,
    attempts: state.attempts + 1,
    passed: state.passed || passes(last, sheet.pass),
    best,
    last,
    first: state.first || last,
    paper: { ...state.paper, submitted: true },
  };
}

/** @param {SheetState} state @param {Sheet} sheet @param {Data} data @param {Event & {item: number}} event @param {Marker} mark @returns {SheetState} */
function onItem(state, sheet, data, event, mark) {
  const { item, type } = event;
  const paper = state.paper;
  const known = itemOf(data, item);
  const items = paperItems(paper, sheet.slot, data);
  if (!paper || !known || !items.includes(item)) return state;
  const answer = state.answers[item] || { response: null, checked: false, tries: 0 };
  const each = sheet.feedback === "after-each";
  if (type === "retried") {
    if (!each || sheet.attempts !== null || !answer.checked) return state;
    const opened = paper.submitted ? { ...paper, submitted: false, attempt: state.attempts + 1 } : paper;
    return withAnswer({ ...state, paper: opened }, item, { ...answer, response: null, checked: false });
  }
  if (paper.submitted || answer.checked) return state;
  if (type === "answered") {
    const { response } = event;
    if (JSON.stringify(response) === JSON.stringify(answer.response)) return state;
    return !response || fits(known.shape, response) ? withAnswer(state, item, { ...answer, response }) : state;
  }
  if (!each || !answer.response) return state;
  const checked = withAnswer(state, item, { ...answer, checked: true, tries: answer.tries + 1 });
  return items.every((slot) => checked.answers[slot]?.checked) ? submit(checked, sheet, data, mark) : checked;
}

/** @param {SheetState} state @param {Sheet} sheet @param {Data} data @param {Event} event @param {Marker} mark @returns {SheetState} */
function onSheet(state, sheet, data, event, mark) {
  if (event.type === "started") {
    if (!mayStart(state, sheet)) return state;
    const paper = { layout: data.layouts[0].hash, attempt: state.attempts + 1, seed: event.seed, submitted: false };
    return { ...state, paper, answers: {} };
  }
  if (event.type === "submitted") return state.paper && !state.paper.submitted ? submit(state, sheet, data, mark) : state;
  return "item" in event ? onItem(state, sheet, data, event, mark) : state;
}

/** @param {State} state @param {Data} data @param {Event} event @param {Marker} mark @returns {State} */
function step(state, data, event, mark) {
  if ("page" in event) {
    if (!data.pages.some((page) => page.slot === event.page)) return state;
    if (event.type === "opened") return state.page === event.page ? state : { ...state, page: event.page };
    return state.read.includes(event.page) ? state : { ...state, read: [...state.read, event.page].sort((a, b) => a - b) };
  }
  const sheet = sheetOf(data, event.sheet);
  if (!sheet) return state;
  const before = state.sheets[sheet.slot] || UNTOUCHED;
  const after = onSheet(before, sheet, data, event, mark);
  return after === before ? state : { ...state, sheets: { ...state.sheets, [sheet.slot]: after } };
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
  const next = step(state, data, event, mark);
  if (next === state) return state;
  const { completion, success } = outcome(next, data);
  return { ...next, counter: state.counter + 1, completion, success };
}
