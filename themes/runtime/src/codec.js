// In: a state, or the frame that was stored. Out: the frame, or the state with a verdict on what came back. Never throws: docs/runtime-contract.md section 4.
// Writing and reading are one walk over the sections: each function gives the value that it was given, or what it read instead.

import { createReader, createWriter, unreadable } from "./letters.js";
import { ascending, portSet, portValue } from "./shape.js";
import { paperItems, shapesOf } from "./paper.js";
import { emptySheet } from "./session.js";
import { laws } from "./table.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Layout} Layout */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").SheetState} SheetState */
/** @typedef {import("./session.js").Answer} Answer */
/** @typedef {import("./session.js").Score} Score */
/** @typedef {import("./letters.js").Port} Port */
/** @typedef {import("./letters.js").Section} Section */
/** @typedef {"empty" | "whole" | "partial" | "newer" | "foreign" | "damaged"} Verdict */
/** @typedef {{state: State | null, verdict: Verdict, lost: number[]}} Decoded `lost`: slots of sheets whose answers could not be given back */

const COMPLETION = /** @type {const} */ (["incomplete", "completed"]);
const SUCCESS = /** @type {const} */ (["unknown", "passed", "failed"]);
/** What is added to thousandths that are no whole points. */
const PARTS = 1e6;

/** @param {Port} io @param {number} [given] thousandths */
function portPoints(io, given = 0) {
  const number = io(given % 1000 ? given + PARTS : given / 1000);
  return number < PARTS ? number * 1000 : number - PARTS;
}

/** @param {Port} io @param {number | null} [given] */
function portSeed(io, given) {
  const number = io((given ?? -1) + 1);
  return number ? number - 1 : null;
}

/** One of some words. @template {string} T @param {Port} io @param {readonly T[]} words @param {T} [given] */
const portWord = (io, words, given) => words[io(words.indexOf(/** @type {T} */ (given)))] ?? unreadable();

/** @param {Port} io @param {number} own hash of the layout @param {number} attempts @param {SheetState} given @returns {SheetState} */
function portSheet(io, own, attempts, { passed, best, last, first, paper }) {
  /** @param {Score | null} score */
  const portScore = (score) => (attempts ? { points: portPoints(io, score?.points), max: portPoints(io, score?.max) } : null);
  /** @type {SheetState} */
  const sheet = { attempts, passed: !!io(+passed), best: portScore(best), last: portScore(last), first: portScore(first), paper: null, answers: {} };
  const standing = io(paper ? (paper.until ? 3 : 1 + +paper.submitted) : 0);
  const submitted = standing === 2;
  if (standing) sheet.paper = { layout: io((paper?.layout ?? 0) ^ own) ^ own, attempt: attempts + +!submitted, seed: portSeed(io, paper?.seed), submitted, ...(standing > 2 && { until: io(paper?.until) }) };
  return sheet;
}

/** @param {Port} io @param {Layout} layout @param {State} [given] @returns {State} */
function portStanding(io, { hash, pages, sheets }, given) {
  /** @type {State} */
  const state = {
    counter: io(given?.counter),
    page: io(given?.page),
    read: portSet(io, pages, given?.read),
    completion: portWord(io, COMPLETION, given?.completion),
    success: portWord(io, SUCCESS, given?.success),
    seed: portSeed(io, given?.seed),
    sheets: {},
  };
  for (const [slot] of sheets) {
    const held = given?.sheets[slot];
    const touched = io(held && held.attempts + 1);
    if (touched) state.sheets[slot] = portSheet(io, hash, touched - 1, held ?? emptySheet);
  }
  return state;
}

/**
 * An answer. What its values begin with, whether it was checked and that it was tried as often, once or never, are one number; 0 is no answer. Where it was tried
 * otherwise, 1 and the tries stand before that number.
 * @param {Port} io @param {string[]} shapes @param {Answer} [given] @returns {Answer}
 */
function portAnswer(io, shapes, { response, checked, tries } = { response: null, checked: false, tries: 0 }) {
  /** @type {number[]} */
  const numbers = [];
  response?.forEach((value, at) => portValue((number = 0) => numbers.push(number) && number, shapes[at], value));
  const given = response ? 2 + 2 * numbers[0] + +checked : 0;
  const first = io(tries === +checked ? given : 1);
  const found = first === 1 ? { tries: io(tries), number: io(given) } : { tries: first % 2, number: first };
  const head = [Math.floor(found.number / 2) - 1];
  return {
    response: found.number ? shapes.map((shape, at) => portValue((number) => head.pop() ?? io(number), shape, response?.[at])) : null,
    checked: found.number % 2 > 0,
    tries: found.tries,
  };
}

/** @param {Port} io @param {Layout} layout @param {number[]} items @param {SheetState["answers"]} [given] */
function portAnswers(io, layout, items, given) {
  /** @type {SheetState["answers"]} */
  const found = {};
  for (const item of items) {
    const answer = portAnswer(io, shapesOf(layout, item), given?.[item]);
    if (answer.response || answer.tries) found[item] = answer;
  }
  return found;
}

/**
 * Every section of a frame, in order. Whose answers cannot be read is in `lost`.
 * @param {Section} section
 * @param {Layout[]} layouts
 * @param {Set<number>} lost
 * @param {State} [given] what is written; without one, it reads
 */
function walk(section, layouts, lost, given) {
  const [own] = layouts;
  const found = section((io) => {
    const ordinal = io(own.ordinal);
    const hash = io(own.hash);
    const layout = layouts.find((known) => known.hash === hash) ?? unreadable(ordinal > own.ordinal ? "newer" : "foreign");
    return { layout, state: portStanding(io, layout, given) };
  });
  for (const [slot] of found.layout.sheets) {
    const sheet = found.state.sheets[slot];
    try {
      const { paper } = sheet ?? {};
      if (paper) sheet.answers = section((io) => portAnswers(io, found.layout, paperItems(paper, slot, { layouts }, found.layout), given?.sheets[slot].answers));
    } catch {
      lost.add(slot);
    }
  }
  return found;
}

/**
 * The frame of a state, under this build's own layout.
 * @param {State} state
 * @param {Data} data
 */
export function encode(state, { layouts }) {
  const sections = ["C1"];
  walk(createWriter(sections), layouts, new Set(), state);
  return sections.join(".");
}

/**
 * What a stored frame holds. Only `whole` and `partial` have a state.
 * @param {string} text
 * @param {Data} data
 * @returns {Decoded}
 */
export function decode(text, data) {
  /** @type {Set<number>} */
  const lost = new Set();
  const [version, ...sections] = text.split(".");
  try {
    if (version !== "C1") unreadable(!text ? "empty" : /^C[1-9]\d*$/.test(version) ? "newer" : "damaged");
    const { layout, state } = walk(createReader(sections), data.layouts, lost);
    const verdict = lost.size || sections.length ? "partial" : "whole";
    laws.adopt?.(state, layout, data, lost);
    return { state, verdict, lost: ascending(lost) };
  } catch (why) {
    return { state: null, verdict: /** @type {any} */ (why).message, lost: [] };
  }
}
