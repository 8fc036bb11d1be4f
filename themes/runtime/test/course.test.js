import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readRecord, readUnits, whole, writeRecord } from "../src/course/record.js";
import { encode } from "../src/codec.js";
import { emptyState } from "../src/session.js";

const vectors = JSON.parse(readFileSync(new URL("../../../tests/vectors/course.json", import.meta.url), "utf8"));

for (const { name, release, record, frame } of vectors.frames) {
  test(`the frame of a course: ${name}`, () => {
    assert.equal(writeRecord(record, release), frame);
    assert.deepEqual(readRecord(frame), { record, verdict: "whole" });
  });
}
for (const { name, frame, verdict, frames } of vectors.read) {
  test(`the frame of a course: ${name}`, () => {
    const read = readRecord(frame);
    assert.equal(read.verdict, verdict);
    assert.deepEqual(read.record.frames, frames);
  });
}

/** @param {number} slot @returns {any} a unit with two pages and a summative sheet */
const unit = (slot) => ({
  slot,
  id: `u${slot}`,
  title: `Unit ${slot}`,
  file: `units/u${slot}.html`,
  after: [],
  pages: [{ slot: 0, kind: "overview", address: "/overview" }, { slot: 1, kind: "results", address: "/results" }],
  sheets: { 0: { slot: 0, purpose: "summative", attempts: null, report: "best", counts: true, max: 2000, pass: 500, items: [4] } },
  layouts: [{ hash: 7 + slot, ordinal: 0, pages: 2, sheets: [[0, [4]]], items: [[4, 1, ["one-of(2)"]]] }],
});
/** @type {any} */
const rules = { pages: 1000, assessments: "passed", after_completion: "review", on_new_content: "keep" };
/** @type {any} */
const passed = { attempts: 1, passed: true, best: { points: 1000, max: 2000 }, last: { points: 1000, max: 2000 }, first: { points: 1000, max: 2000 }, paper: null, answers: {} };

test("a course is what all of its units come to", () => {
  const units = [unit(0), unit(3)];
  const done = { ...emptyState(units[0], null), read: [0], sheets: { 0: passed } };
  const record = { counter: 1, at: 0, completion: /** @type {const} */ ("incomplete"), success: /** @type {const} */ ("unknown"), frames: {} };
  assert.deepEqual(whole(record, { 0: done, 3: null }, units, rules).outcome, { completion: "incomplete", success: "unknown", score: { points: 1000, max: 4000 } });
  assert.deepEqual(whole(record, { 0: done, 3: done }, units, rules).outcome, { completion: "completed", success: "passed", score: { points: 2000, max: 4000 } });
});

test("what is cut off costs the unit that it belongs to, and no other", () => {
  const units = [unit(0), unit(3)];
  const frames = Object.fromEntries(units.map((one) => [one.slot, encode({ ...emptyState(one, null), read: [0] }, one)]));
  const frame = writeRecord({ counter: 1, at: 3, completion: "incomplete", success: "unknown", frames }, 0);
  const cut = frame.slice(0, frame.lastIndexOf("."));
  const read = readUnits(readRecord(cut).record, units);
  assert.equal(read[3].verdict, "whole");
  assert.deepEqual(read[3].state?.read, [0]);
  assert.equal(read[0].verdict, "damaged");
});
