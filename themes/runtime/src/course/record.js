// In: the frames of units, or the frame of a course that was stored. Out: that frame, or those of the units; what all of them come to. Never throws.
// The frame: docs/runtime-contract.md section 4. Cannot tell what a unit's frame says: its own codec does.

import { decode } from "../codec.js";
import { createReader, createWriter } from "../letters.js";
import { paperItems } from "../paper.js";
import { outcome } from "../session.js";

/** @typedef {import("../data.js").Data} Data */
/** @typedef {import("../session.js").State} State */
/** @typedef {import("../codec.js").Verdict} Verdict */
/** What each document knows of a unit. @typedef {{slot: number, id: string, title: string, file: string, after: number[], pages: Data["pages"], sheets: Data["sheets"], layouts: Data["layouts"], items?: Data["items"]}} Unit `items`: those that outcomes ask, where the LMS is told of outcomes */
/** @typedef {{counter: number, at: number, completion: State["completion"], success: State["success"], frames: Record<number, string>}} Record_ `at`: slot of the unit where the learner is */

const COMPLETION = /** @type {const} */ (["incomplete", "completed"]);
const SUCCESS = /** @type {const} */ (["unknown", "passed", "failed"]);

/** What nobody has begun. @returns {Record_} */
export const emptyRecord = () => ({ counter: 0, at: -1, completion: "incomplete", success: "unknown", frames: {} });

/** The frame of a course: its own section, then what stands first in the frame of each unit, then their answers; of the unit where the learner is before those of others. @param {Record_} record @param {number} release */
export function writeRecord({ counter, at, completion, success, frames }, release) {
  const slots = Object.keys(frames).map(Number).sort((a, b) => +(b === at) - +(a === at) || a - b);
  const units = slots.map((slot) => frames[slot].split(".").slice(1));
  /** @type {string[]} */
  const sections = ["K1"];
  createWriter(sections)((io) => {
    for (const number of [release, counter, at + 1, COMPLETION.indexOf(completion), SUCCESS.indexOf(success), units.length]) io(number);
    units.forEach((unit, place) => (io(slots[place]), io(unit.length - 1)));
  });
  return [...sections, ...units.map(([standing]) => standing), ...units.flatMap(([, ...answers]) => answers)].join(".");
}

/** What such a frame holds; the frame of a unit that is not whole has what is left of it. @param {string} text @returns {{record: Record_, verdict: Verdict}} */
export function readRecord(text) {
  const record = emptyRecord();
  const [version, ...sections] = text.split(".");
  if (version !== "K1") return { record, verdict: !text ? "empty" : /^K[1-9]\d*$/.test(version) ? "newer" : "damaged" };
  try {
    /** @type {[number, number][]} */
    const units = createReader(sections)((io) => {
      io();
      const [counter, at, completion, success, count] = [io(), io(), io(), io(), io()];
      Object.assign(record, { counter, at: at - 1, completion: COMPLETION[completion] ?? "incomplete", success: SUCCESS[success] ?? "unknown" });
      return Array.from({ length: count }, () => [io(), io()]);
    });
    const standings = sections.splice(0, units.length);
    units.forEach(([slot, count], place) => (record.frames[slot] = ["C1", standings[place] ?? "", ...sections.splice(0, count)].join(".")));
    return { record, verdict: sections.length ? "partial" : "whole" };
  } catch {
    return { record: emptyRecord(), verdict: "damaged" };
  }
}

/** What is known of each unit. @param {Record_} record @param {Unit[]} units @returns {Record<number, ReturnType<typeof decode>>} */
export const readUnits = ({ frames }, units) => Object.fromEntries(units.map((unit) => [unit.slot, decode(frames[unit.slot] ?? "", /** @type {any} */ (unit))]));

/** The whole course as if it were one unit: what it comes to follows from that. What its papers hold is its one layout. @param {Record_} record @param {Record<number, State | null>} states @param {Unit[]} units @param {Data["rules"]} rules */
export function whole({ completion, success, counter }, states, units, rules) {
  /** @type {any} */
  const layout = { hash: 0, sheets: [], items: [] };
  /** @type {any} */
  const state = { completion, success, counter, read: [], sheets: {} };
  /** @type {any} */
  const data = { rules, pages: [], sheets: {}, layouts: [layout] };
  for (const unit of units) {
    /** @param {number | string} of */
    const key = (of) => `${unit.slot}/${of}`;
    const held = states[unit.slot];
    data.pages.push(...unit.pages.map((page) => ({ ...page, slot: key(page.slot) })));
    state.read.push(...(held?.read ?? []).map(key));
    for (const sheet of Object.values(unit.sheets)) {
      const slot = key(sheet.slot);
      data.sheets[slot] = { ...sheet, slot, items: sheet.items.map(key) };
      const of = held?.sheets[sheet.slot];
      if (!of) continue;
      const { paper, answers } = of;
      const items = paperItems(paper, sheet.slot, unit).map(key);
      layout.sheets.push([slot, items]);
      layout.items.push(...items.map((item) => [item, 1]));
      state.sheets[slot] = { ...of, paper: paper && { ...paper, layout: 0 }, answers: Object.fromEntries(Object.entries(answers).map(([item, answer]) => [key(item), answer])) };
    }
  }
  return { data, state: { ...state, ...outcome(state, data) }, outcome: outcome(state, data) };
}
