// In: a state, or the frame that was stored. Out: the frame, or the state with a verdict on what came back. Never throws: docs/runtime-contract.md section 4.

import { Unreadable, intact, reader, seal, writer } from "./bits.js";
import { fits, holds, isText, readValue, writeValue } from "./shape.js";
import { sameItem } from "./paper.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Layout} Layout */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").SheetState} SheetState */
/** @typedef {import("./session.js").Score} Score */
/** @typedef {import("./bits.js").Reader} Reader */
/** @typedef {import("./bits.js").Writer} Writer */
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

/** @param {Writer} out @param {Score} score */
function writeScore(out, { points, max }) {
  for (const number of [points, max]) out.uint(out.flag(number % 1000 === 0) ? number / 1000 : number);
}

/** @param {Reader} section @returns {Score} */
function readScore(section) {
  const number = () => (section.flag() ? section.uint() * 1000 : section.uint());
  return { points: number(), max: number() };
}

/** @param {Score | null} a @param {Score | null} b */
const same = (a, b) => a?.points === b?.points && a?.max === b?.max;

/** A number of 32 bits, or none. @param {Writer} out @param {number | null} seed */
function writeSeed(out, seed) {
  if (out.flag(seed !== null)) out.bits(Number(seed), 32);
}

/** @param {Writer} out @param {SheetState | undefined} sheet @param {Layout} own */
function writeSheet(out, sheet, own) {
  if (!sheet || !out.flag(true)) return out.flag(false);
  out.uint(sheet.attempts);
  out.flag(sheet.passed);
  if (sheet.best && out.flag(true)) {
    writeScore(out, sheet.best);
    for (const score of [sheet.last, sheet.first]) if (score && out.flag(!same(score, sheet.best))) writeScore(out, score);
  } else out.flag(false);
  const paper = sheet.paper;
  if (!paper) return out.flag(false);
  out.flag(true);
  out.uint(paper.attempt);
  if (!out.flag(paper.layout === own.hash)) out.bits(parseInt(paper.layout, 16), 24);
  writeSeed(out, paper.seed);
  out.flag(paper.submitted);
}

/** @param {Reader} section @param {Layout} layout @returns {SheetState} */
function readSheet(section, layout) {
  const attempts = section.uint();
  const passed = section.flag();
  const best = section.flag() ? readScore(section) : null;
  const [last, first] = [0, 1].map(() => (best && section.flag() ? readScore(section) : best));
  /** @type {SheetState} */
  const sheet = { attempts, passed, best, last, first, paper: null, answers: {} };
  if (section.flag()) {
    sheet.paper = {
      attempt: section.uint(),
      layout: section.flag() ? layout.hash : section.bits(24).toString(16).padStart(6, "0"),
      seed: section.flag() ? section.bits(32) : null,
      submitted: section.flag(),
    };
  }
  return sheet;
}

/** @param {State} state @param {Layout} layout */
function standing(state, layout) {
  const out = writer();
  out.uint(state.page);
  for (let slot = 0; slot < layout.pages; slot++) out.flag(state.read.includes(slot));
  out.flag(state.completion === "completed");
  out.bits(SUCCESS.indexOf(state.success), 2);
  writeSeed(out, state.seed);
  for (const slot of ascending(layout.sheets.map(([sheet]) => sheet))) writeSheet(out, state.sheets[slot], layout);
  return out.text();
}

/** @param {string} text @param {Layout} layout @param {number} counter @returns {State} */
function readStanding(text, layout, counter) {
  const section = reader(text);
  const page = section.uint();
  const read = Array.from({ length: layout.pages }, (_, slot) => slot).filter(() => section.flag());
  const completion = section.flag() ? "completed" : "incomplete";
  const success = SUCCESS[section.bits(2)];
  if (!success) throw new Unreadable();
  const seed = section.flag() ? section.bits(32) : null;
  /** @type {State["sheets"]} */
  const sheets = {};
  for (const slot of ascending(layout.sheets.map(([sheet]) => sheet))) if (section.flag()) sheets[slot] = readSheet(section, layout);
  section.done();
  return { page, read, seed, counter, completion, success, sheets };
}

/** @param {State} state @param {Layout} layout @param {number} sheet */
function answers(state, layout, sheet) {
  const out = writer();
  for (const item of itemsOf(layout, sheet)) {
    const answer = state.sheets[sheet].answers[item];
    const response = answer?.response;
    const shapes = shapesOf(layout, item);
    if (!response || !fits(shapes, response)) {
      out.flag(false);
      if (out.flag(answer?.tries)) out.uint(answer.tries);
      continue;
    }
    out.flag(true);
    out.flag(answer.checked);
    out.uint(answer.tries);
    shapes.forEach((shape, at) => writeValue(out, shape, response[at]));
  }
  return out.text();
}

/** @param {string} text @param {Layout} layout @param {number} sheet */
function readAnswers(text, layout, sheet) {
  const section = reader(text);
  /** @type {SheetState["answers"]} */
  const found = {};
  for (const item of itemsOf(layout, sheet)) {
    if (section.flag()) {
      const checked = section.flag();
      const tries = section.uint();
      found[item] = { response: shapesOf(layout, item).map((shape) => readValue(section, shape)), checked, tries };
    } else if (section.flag()) {
      found[item] = { response: null, checked: false, tries: section.uint() };
    }
  }
  section.done();
  return found;
}

/** @param {State} state @param {Layout} layout @param {number} sheet */
function texts(state, layout, sheet) {
  const out = writer();
  for (const { at, response } of textPlaces(layout, state, sheet)) {
    const bytes = new TextEncoder().encode(String(response[at]));
    out.uint(bytes.length);
    for (const byte of bytes) out.bits(byte, 8);
  }
  return out.text();
}

/** @param {string} text @param {ReturnType<typeof textPlaces>} places */
function readTexts(text, places) {
  const section = reader(text);
  const found = places.map(({ shape }) => {
    const bytes = Uint8Array.from({ length: Math.min(section.uint(), text.length) }, () => section.bits(8));
    const value = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!holds(shape, value)) throw new Unreadable();
    return value;
  });
  section.done();
  places.forEach(({ response, at }, index) => (response[at] = found[index]));
}

/**
 * The frame of a state, under this build's own layout.
 * @param {State} state
 * @param {Data} data
 */
export function encode(state, data) {
  const layout = data.layouts[0];
  const header = writer();
  header.uint(layout.ordinal);
  header.bits(parseInt(layout.hash, 16), 24);
  header.uint(state.counter);
  const papers = withPaper(layout, state);
  const sections = [header.text(), standing(state, layout), ...papers.map((sheet) => answers(state, layout, sheet))];
  for (const sheet of papers) if (textPlaces(layout, state, sheet).length) sections.push(texts(state, layout, sheet));
  return seal(VERSION, sections);
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
  for (const sheet of papers) attempt(sheet, (text) => (state.sheets[sheet].answers = readAnswers(text, layout, sheet)));
  for (const sheet of papers) {
    const places = textPlaces(layout, state, sheet);
    if (!places.length) continue;
    attempt(sheet, (text) => readTexts(text, places));
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
  const header = reader(number ? sections[0] : "");
  const ordinal = header.uint();
  const hash = header.bits(24).toString(16).padStart(6, "0");
  const counter = header.uint();
  header.done();
  const layout = data.layouts.find((known) => known.hash === hash);
  if (!layout) return { state: null, verdict: ordinal > data.layouts[0].ordinal ? "newer" : "foreign", lost: [] };
  const state = readStanding(sections[1], layout, counter);
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
