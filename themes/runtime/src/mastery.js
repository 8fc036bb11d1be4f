// In: a state, the data. Out: what came of each outcome, and how far the learner is. Pure. It is for those adapters alone whose standard has words for it.

import { paperItems } from "./paper.js";
import { attemptsLeft, passes } from "./session.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./session.js").State} State */
/** @typedef {Record<string, import("./table.js").ItemType>} Items */
/** @typedef {import("./data.js").Objective & {score: import("./session.js").Score | null, completion: "incomplete" | "completed", success: "unknown" | "passed" | "failed"}} Mastery */

/**
 * What came of each outcome, in the papers handed in last of what counts: docs/runtime-contract.md section 2.
 * @param {State} state
 * @param {Data} data
 * @param {Items} items
 * @returns {Mastery[]}
 */
export function mastery({ completion, read, sheets }, data, items) {
  /** Of each item that was asked: what was reached, of how much, and what is asked for. @type {Map<number, {points: number, max: number, pass: number}>} */
  const told = new Map();
  const counting = Object.values(data.sheets).filter(({ counts }) => counts);
  for (const { slot: sheet, pass } of counting) {
    const { paper, answers } = sheets[sheet] ?? {};
    for (const slot of paper?.submitted ? paperItems(paper, sheet, data) : []) {
      const item = data.items[slot];
      told.set(slot, { points: items[item.type].mark(item, answers[slot]?.response).points, max: item.points, pass });
    }
  }
  return (data.objectives ?? []).map((objective) => {
    const { asked, lessons } = objective;
    // The unit itself, for those that open after it.
    if (objective.done) return { ...objective, score: null, completion, success: completion === "completed" ? "passed" : "unknown" };
    const sum = (/** @type {number[]} */ slots) => {
      const known = slots.flatMap((slot) => told.get(slot) ?? []);
      const [points, max, pass] = /** @type {const} */ (["points", "max", "pass"]).map((what) => known.reduce((all, one) => all + one[what] * (what === "pass" ? one.max : 1), 0));
      return { points, max, pass: pass / max };
    };
    const { points, max } = sum([...new Set(asked.flat())]);
    const parts = asked.map(sum).filter((part) => part.max);
    const open = counting.some((sheet) => sheet.items.some((slot) => asked.flat().includes(slot)) && attemptsLeft(sheet, sheets[sheet.slot]) > 0);
    const reached = parts.every((part) => passes(part, part.pass));
    return {
      ...objective,
      score: max ? { points, max } : null,
      completion: lessons.every((page) => read.includes(page)) && (max || !asked[0]) ? "completed" : "incomplete",
      success: max && reached ? "passed" : max && !open ? "failed" : "unknown",
    };
  });
}

/**
 * How far the learner is, 0 to 1: each page that has to be read and each assessment that has to be handed in is a step. It is 1 where the unit is complete, and nowhere else.
 * @param {State} state
 * @param {Data} data
 */
export function progress({ completion, read, sheets }, { pages, rules, sheets: all }) {
  if (completion === "completed") return 1;
  const needed = Math.ceil((pages.filter(({ kind }) => kind !== "results").length * rules.pages) / 1000);
  const deciding = rules.assessments === "none" ? [] : Object.values(all).filter(({ purpose }) => purpose === "summative");
  const done = deciding.filter(({ slot }) => (rules.assessments === "passed" ? sheets[slot]?.passed : sheets[slot]?.attempts)).length;
  const steps = needed + deciding.length;
  return Math.min(0.99, Math.floor((100 * (Math.min(read.length, needed) + done)) / (steps || 1)) / 100);
}
