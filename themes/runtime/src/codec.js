// In: a state, or the frame that was stored. Out: the frame, or the state with a verdict on what came back. Never throws: docs/runtime-contract.md section 4.

import { Unreadable, intact, reader, seal, writer } from "./bits.js";
import { fits, holds, isText, portValue } from "./shape.js";
import { sameItem } from "./paper.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Layout} Layout */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").SheetState} SheetState */
/** @typedef {import("./session.js").Score} Score */
/** @typedef {import("./session.js").Paper} Paper */
/** @typedef {import("./bits.js").Port} Port */
/** @typedef {"empty" | "whole" | "partial" | "newer" | "foreign" | "damaged"} Verdict */
/** @typedef {{state: State | null, verdict: Verdict, lost: number[]}} Decoded `lost`: slots of sheets whose answers or texts could not be given back */

const SUCCESS = /** @type {const} */ (["unknown", "passed", "failed"]);
const VERSION = "C1";

/** @param {number[]} slots */
const ascending = (slots) => [...slots].sort((a, b) => a - b);

/** Slots of the sheets of a layout that have a paper, in the order of their answers. @param {Layout} layout @param {State} state */
const withPaper = (layout, state) => layout.sheets.map(([slot]) => slot).filter((slot) => state.sheets[slot]?.paper);

/** Items of a sheet, by slot. @param {Layout} layout @param {number} sheet */
const itemsOf = (layout, sheet) => ascending(layout.sheets.find(([slot]) => slot === sheet)?.[1] || []);

/** @param {Layout} layout @param {number} item */
const shapesOf = (layout, item) => layout.items.find(([slot]) => slot === item)?.[2] || [];

/** The places of texts in a sheet's answers, in order. @param {Layout} layout @param {State} state @param {number} sheet */
function textPlaces(layout, state, sheet) {
  return itemsOf(layout, sheet).flatMap((item) => {
    const shapes = shapesOf(layout, item);
    const response = state.sheets[sheet].answers[item]?.response;
    return response && fits(shapes, response) ? shapes.flatMap((shape, at) => (isText(shape) ? [{ item, at, shape, response }] : [])) : [];
  });
}

/** @param {Port} io @param {Score | null} [given] @returns {Score} */
function score(io, given) {
  const number = (value = 0) => (io.flag(value % 1000 === 0) ? io.uint(value / 1000) * 1000 : io.uint(value));
  return { points: number(given?.points), max: number(given?.max) };
}

/** A number of 32 bits, or none. @param {Port} io @param {number | null} [given] */
const seed = (io, given = null) => (io.flag(given !== null) ? io.bits(32, Number(given)) : null);

/** @param {Port} io @param {string} own hash of the layout @param {Paper | null} [given] @returns {Paper | null} */
function paper(io, own, given) {
  if (!io.flag(given)) return null;
  return {
    attempt: io.uint(given?.attempt),
    layout: io.flag(given?.layout === own) ? own : hash(io, given?.layout),
    seed: seed(io, given?.seed),
    submitted: io.flag(given?.submitted),
  };
}

/** @param {Port} io @param {string} [given] */
const hash = (io, given = "0") => io.bits(24, parseInt(given, 16)).toString(16).padStart(6, "0");

/** @param {Port} io @param {string} own hash of the layout @param {SheetState} [given] @returns {SheetState} */
function sheetState(io, own, given) {
  const attempts = io.uint(given?.attempts);
  const passed = io.flag(given?.passed);
  const best = io.flag(given?.best) ? score(io, given?.best) : null;
  const [last, first] = [given?.last, given?.first].map((other) => (best && io.flag(other && (other.points !== best.points || other.max !== best.max)) ? score(io, other) : best));
  return { attempts, passed, best, last, first, paper: paper(io, own, given?.paper), answers: {} };
}

/** @param {Port} io @param {Layout} layout @param {number} counter @param {State} [given] @returns {State} */
function standing(io, layout, counter, given) {
  const page = io.uint(given?.page);
  const read = Array.from({ length: layout.pages }, (_, slot) => slot).filter((slot) => io.flag(given?.read.includes(slot)));
  const completion = io.flag(given?.completion === "completed") ? "completed" : "incomplete";
  const success = SUCCESS[io.bits(2, given && SUCCESS.indexOf(given.success))];
  if (!success) throw new Unreadable();
  /** @type {State} */
  const state = { page, read, seed: seed(io, given?.seed), counter, completion, success, sheets: {} };
  for (const slot of ascending(layout.sheets.map(([sheet]) => sheet))) {
    if (io.flag(given?.sheets[slot])) state.sheets[slot] = sheetState(io, layout.hash, given?.sheets[slot]);
  }
  return state;
}

/** @param {Port} io @param {Layout} layout @param {number} sheet @param {SheetState["answers"]} [given] @returns {SheetState["answers"]} */
function answers(io, layout, sheet, given) {
  /** @type {SheetState["answers"]} */
  const found = {};
  for (const item of itemsOf(layout, sheet)) {
    const shapes = shapesOf(layout, item);
    const { response, checked, tries } = given?.[item] || {};
    if (io.flag(response && fits(shapes, response))) {
      found[item] = { checked: io.flag(checked), tries: io.uint(tries), response: shapes.map((shape, at) => portValue(io, shape, response?.[at])) };
    } else if (io.flag(tries)) found[item] = { response: null, checked: false, tries: io.uint(tries) };
  }
  return found;
}

/** @param {Port} io @param {ReturnType<typeof textPlaces>} places @param {boolean} [given] whether they hold the texts @returns {string[]} */
function texts(io, places, given) {
  return places.map(({ response, at, shape }) => {
    const bytes = new TextEncoder().encode(given ? String(response[at]) : "");
    const count = io.uint(bytes.length);
    const found = [];
    for (let byte = 0; byte < count; byte++) found.push(io.bits(8, bytes[byte]));
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(found));
    if (!holds(shape, text)) throw new Unreadable();
    return text;
  });
}

/** What a section gives when it is read to its end. @template T @param {string} text @param {(io: Port) => T} act @returns {T} */
function whole(text, act) {
  const io = reader(text);
  const found = act(io);
  io.end();
  return found;
}

/** The text of a section. @param {(io: Port) => unknown} act */
function section(act) {
  const io = writer();
  act(io);
  return io.end();
}

/** @param {Port} io @param {{ordinal: number, hash: string, counter: number}} [given] */
const header = (io, given) => ({ ordinal: io.uint(given?.ordinal), hash: hash(io, given?.hash), counter: io.uint(given?.counter) });

/**
 * The frame of a state, under this build's own layout.
 * @param {State} state
 * @param {Data} data
 */
export function encode(state, data) {
  const layout = data.layouts[0];
  const papers = withPaper(layout, state);
  const typed = papers.map((sheet) => textPlaces(layout, state, sheet)).filter((places) => places.length);
  return seal(VERSION, [
    section((io) => header(io, { ...layout, counter: state.counter })),
    section((io) => standing(io, layout, state.counter, state)),
    ...papers.map((sheet) => section((io) => answers(io, layout, sheet, state.sheets[sheet].answers))),
    ...typed.map((places) => section((io) => texts(io, places, true))),
  ]);
}

/** What is left where a text was lost: an open answer with its tries. @param {SheetState} sheet @param {number} item */
function reopen(sheet, item) {
  const { tries } = sheet.answers[item];
  if (tries) sheet.answers[item] = { response: null, checked: false, tries };
  else delete sheet.answers[item];
}

/**
 * Fills answers and texts into a state whose standing was read.
 * @param {State} state
 * @param {Layout} layout
 * @param {string[]} sections those after the standing
 * @returns {{lost: Set<number>, broken: boolean}}
 */
function fill(state, layout, sections) {
  const papers = withPaper(layout, state);
  const lost = /** @type {Set<number>} */ (new Set());
  let next = 0;
  let broken = false;
  /** @param {number} sheet @param {(text: string) => void} read */
  const attempt = (sheet, read) => {
    try {
      if (!broken) return read(sections[next++]);
    } catch {
      broken = true;
    }
    lost.add(sheet);
  };
  for (const sheet of papers) attempt(sheet, (text) => (state.sheets[sheet].answers = whole(text, (io) => answers(io, layout, sheet))));
  for (const sheet of papers) {
    const places = textPlaces(layout, state, sheet);
    if (!places.length) continue;
    attempt(sheet, (text) => whole(text, (io) => texts(io, places)).forEach((found, index) => (places[index].response[places[index].at] = found)));
    if (broken) for (const item of new Set(places.map((place) => place.item))) reopen(state.sheets[sheet], item);
  }
  return { lost, broken: broken || next < sections.length };
}

/**
 * Takes out of a state what this build does not have, or has with another meaning.
 * @param {State} state
 * @param {Layout} layout that it was read by
 * @param {Data} data
 * @param {Set<number>} lost
 */
function adopt(state, layout, data, lost) {
  const own = data.layouts[0];
  const pages = ascending(data.pages.map((page) => page.slot));
  if (!pages.includes(state.page)) state.page = pages.filter((slot) => slot < state.page).pop() ?? data.pages[0].slot;
  state.read = state.read.filter((slot) => pages.includes(slot));
  for (const slot of Object.keys(state.sheets).map(Number)) {
    const sheet = state.sheets[slot];
    if (!own.sheets.some(([known]) => known === slot)) {
      delete state.sheets[slot];
      lost.delete(slot);
    } else if (sheet.paper && !data.layouts.some(({ hash }) => hash === sheet.paper?.layout)) {
      sheet.paper = null;
      sheet.answers = {};
      lost.add(slot);
    } else {
      for (const item of Object.keys(sheet.answers).map(Number)) {
        if (!itemsOf(own, slot).includes(item) || !sameItem(layout, own, item)) delete sheet.answers[item];
      }
    }
  }
}

/** @param {string} text @param {Data} data @returns {Decoded} */
function read(text, data) {
  if (!text) return { state: null, verdict: "empty", lost: [] };
  const [version, ...sealed] = text.split(".");
  const number = /^C([1-9]\d*)$/.exec(version);
  if (number && version !== VERSION) return { state: null, verdict: "newer", lost: [] };
  const sections = intact(sealed);
  const { ordinal, hash, counter } = whole(number ? sections[0] : "", header);
  const layout = data.layouts.find((known) => known.hash === hash);
  if (!layout) return { state: null, verdict: ordinal > data.layouts[0].ordinal ? "newer" : "foreign", lost: [] };
  const state = whole(sections[1], (io) => standing(io, layout, counter));
  const { lost, broken } = fill(state, layout, sections.slice(2));
  adopt(state, layout, data, lost);
  const cut = broken || sections.length < sealed.length;
  return { state, verdict: cut ? "partial" : "whole", lost: ascending([...lost]) };
}

/**
 * What a stored frame holds. Only `whole` and `partial` have a state.
 * @param {string} text
 * @param {Data} data
 * @returns {Decoded}
 */
export function decode(text, data) {
  try {
    return read(text, data);
  } catch {
    return { state: null, verdict: "damaged", lost: [] };
  }
}
