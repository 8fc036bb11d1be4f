// In: a state, or the frame that was stored. Out: the frame, or the state with a verdict on what came back. Never throws: docs/runtime-contract.md section 4.
// Writing and reading are one walk over the sections: each function gives the value that it was given, or what it read instead.

import { port, sealer, unreadable } from "./bits.js";
import { fits, holds, isText, portValue, same } from "./shape.js";
import { itemsOf, sameItem, shapesOf } from "./paper.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Layout} Layout */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").SheetState} SheetState */
/** @typedef {import("./session.js").Score} Score */
/** @typedef {import("./bits.js").Port} Port */
/** @typedef {"empty" | "whole" | "partial" | "newer" | "foreign" | "damaged"} Verdict */
/** @typedef {{state: State | null, verdict: Verdict, lost: number[]}} Decoded `lost`: slots of sheets whose answers or texts could not be given back */
/** @typedef {<T>(act: (io: Port) => T) => T} Section writes or reads the next section; throws where it cannot be read */

const SUCCESS = /** @type {const} */ (["unknown", "passed", "failed"]);

/** @param {Iterable<number>} slots */
export const ascending = (slots) => [...slots].sort((a, b) => a - b);

/** @param {Port} io @param {Score | null} [given] @returns {Score} */
function portScore(io, given) {
  const number = (value = 0) => (io.flag(value % 1000 === 0) ? io.uint(value / 1000) * 1000 : io.uint(value));
  return { points: number(given?.points), max: number(given?.max) };
}

/** A number of 32 bits, or none. @param {Port} io @param {number | null} [given] */
const portSeed = (io, given = null) => (io.flag(given !== null) ? io.bits(32, given ?? 0) : null);

/** @param {Port} io @param {string} [given] */
const portHash = (io, given = "0") => io.bits(24, parseInt(given, 16)).toString(16).padStart(6, "0");

/** @param {Port} io @param {string} own hash of the layout @param {SheetState} [given] @returns {SheetState} */
function portSheet(io, own, given) {
  const attempts = io.uint(given?.attempts);
  const passed = io.flag(given?.passed);
  const best = io.flag(given?.best) ? portScore(io, given?.best) : null;
  const [last, first] = [given?.last, given?.first].map((other) => (best && io.flag(other && !same(other, given?.best)) ? portScore(io, other) : best));
  const paper = given?.paper;
  return {
    ...{ attempts, passed, best, last, first, answers: {} },
    paper: io.flag(paper)
      ? { attempt: io.uint(paper?.attempt), layout: io.flag(paper?.layout === own) ? own : portHash(io, paper?.layout), seed: portSeed(io, paper?.seed), submitted: io.flag(paper?.submitted) }
      : null,
  };
}

/** @param {Port} io @param {Layout} layout @param {number} counter @param {State} [given] @returns {State} */
function portStanding(io, layout, counter, given) {
  const page = io.uint(given?.page);
  const read = [...Array(layout.pages).keys()].filter((slot) => io.flag(given?.read.includes(slot)));
  const completion = io.flag(given?.completion === "completed") ? "completed" : "incomplete";
  const success = SUCCESS[io.bits(2, given && SUCCESS.indexOf(given.success))] ?? unreadable();
  /** @type {State} */
  const state = { page, read, seed: portSeed(io, given?.seed), counter, completion, success, sheets: {} };
  for (const slot of ascending(layout.sheets.map(([sheet]) => sheet))) {
    if (io.flag(given?.sheets[slot])) state.sheets[slot] = portSheet(io, layout.hash, given?.sheets[slot]);
  }
  return state;
}

/** @param {Port} io @param {Layout} layout @param {number} sheet @param {SheetState["answers"]} [given] @returns {SheetState["answers"]} texts are left empty */
function portAnswers(io, layout, sheet, given) {
  /** @type {SheetState["answers"]} */
  const found = {};
  for (const item of ascending(itemsOf(layout, sheet))) {
    const shapes = shapesOf(layout, item);
    const { response, checked, tries } = given?.[item] || {};
    if (io.flag(response && fits(shapes, response))) {
      found[item] = { checked: io.flag(checked), tries: io.uint(tries), response: shapes.map((shape, at) => portValue(io, shape, response?.[at])) };
    } else if (io.flag(tries)) found[item] = { response: null, checked: false, tries: io.uint(tries) };
  }
  return found;
}

/** @param {Port} io @param {string} shape @param {any} [given] */
function portText(io, shape, given = "") {
  const bytes = new TextEncoder().encode(given);
  const found = [];
  for (let left = io.uint(bytes.length); left > 0; left--) found.push(io.bits(8, bytes[found.length]));
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(found));
  return holds(shape, text) ? text : unreadable();
}

/**
 * Every section of a frame, in order.
 * @param {Section} section
 * @param {Data} data
 * @param {State} [given] what is written; without one, it reads
 */
function walk(section, data, given) {
  let layout = data.layouts[0];
  const { ordinal, counter, ...known } = section((io) => ({ ordinal: io.uint(layout.ordinal), hash: portHash(io, layout.hash), counter: io.uint(given?.counter) }));
  const found = data.layouts.find((other) => other.hash === known.hash);
  /** @type {Verdict} */
  const unknown = ordinal > layout.ordinal ? "newer" : "foreign";
  if (!found) return { verdict: unknown };
  layout = found;
  const state = section((io) => portStanding(io, layout, counter, given));
  /** @type {Set<number>} */
  const lost = new Set();
  let broken = false;
  /** @param {number} sheet @param {(io: Port) => void} act */
  const attempt = (sheet, act) => {
    try {
      if (!broken) return section(act);
    } catch {
      broken = true;
    }
    lost.add(sheet);
  };
  const papers = layout.sheets.map(([slot]) => slot).filter((slot) => state.sheets[slot]?.paper);
  for (const sheet of papers) attempt(sheet, (io) => void (state.sheets[sheet].answers = portAnswers(io, layout, sheet, given?.sheets[sheet].answers)));
  for (const sheet of papers) {
    /** @type {Record<string, any>} */
    const held = state.sheets[sheet].answers;
    const typed = Object.keys(held).filter((item) => held[item].response && shapesOf(layout, +item).some(isText));
    if (!typed.length) continue;
    attempt(sheet, (io) => {
      const texts = typed.map((item) => shapesOf(layout, +item).map((shape, at) => (isText(shape) ? portText(io, shape, given?.sheets[sheet].answers[item].response?.[at]) : held[item].response[at])));
      typed.forEach((item, at) => (held[item].response = texts[at]));
    });
    // Where a text was lost its answer is open again, with its tries.
    for (const item of broken ? typed : []) {
      Object.assign(held[item], { response: null, checked: false });
      if (!held[item].tries) delete held[item];
    }
  }
  return { state, layout, lost, broken };
}

/**
 * The frame of a state, under this build's own layout.
 * @param {State} state
 * @param {Data} data
 */
export function encode(state, data) {
  const seal = sealer();
  let frame = "C1";
  walk(
    (act) => {
      const io = port();
      const value = act(io);
      frame += `.${seal(io.end())}`;
      return value;
    },
    data,
    state,
  );
  return frame;
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
      Object.assign(sheet, { paper: null, answers: {} });
      lost.add(slot);
    }
    for (const item in sheet.answers) {
      if (!itemsOf(own, slot).includes(+item) || !sameItem(layout, own, +item)) delete sheet.answers[item];
    }
  }
}

/**
 * What a stored frame holds. Only `whole` and `partial` have a state.
 * @param {string} text
 * @param {Data} data
 * @returns {Decoded}
 */
export function decode(text, data) {
  /** @type {Decoded} */
  const nothing = { state: null, verdict: text ? "damaged" : "empty", lost: [] };
  const [version, ...sections] = text.split(".");
  if (version !== "C1") return /^C[1-9]\d*$/.test(version) ? { ...nothing, verdict: "newer" } : nothing;
  const seal = sealer();
  try {
    const { verdict, state, layout, lost, broken } = walk((act) => {
      const sealed = sections.shift() ?? "";
      const bare = sealed.slice(0, -4);
      if (seal(bare) !== sealed) unreadable();
      const io = port(bare);
      const value = act(io);
      io.end();
      return value;
    }, data);
    if (!state) return { ...nothing, verdict };
    adopt(state, layout, data, lost);
    return { state, verdict: broken || sections.length ? "partial" : "whole", lost: ascending(lost) };
  } catch {
    return nothing;
  }
}
