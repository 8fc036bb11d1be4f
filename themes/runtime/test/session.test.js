import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyState, reduce } from "../src/session.js";
import { items, played, unit } from "./unit.js";

/** @typedef {import("../src/session.js").Event} Event */
/** @type {import("../src/session.js").Marker} */
const mark = (item, response) => items[/** @type {"pick" | "typed"} */ (item.type)].mark(item, response);

/** @param {Event[]} events @param {import("../src/data.js").Data} [data] @param {import("../src/session.js").State} [state] */
const after = (events, data = unit(), state = emptyState(data, null)) => events.reduce((before, event) => reduce(before, event, data, mark), state);

/** @type {Event} */
const start = { type: "started", sheet: 1, seed: null };
/** @type {Event} */
const startEach = { type: "started", sheet: 0, seed: null };

test("a whole session with everything right is completed and passed", () => {
  const { completion, success, sheets, counter } = after(played(0, 0));
  assert.deepEqual({ completion, success, attempts: sheets[1].attempts, best: sheets[1].best }, { completion: "completed", success: "passed", attempts: 1, best: { points: 2000, max: 2000 } });
  assert.equal(counter, 11);
});

test("no argument is changed", () => {
  const freeze = (/** @type {any} */ value) => (value && typeof value === "object" ? (Object.values(value).forEach(freeze), Object.freeze(value)) : value);
  const data = freeze(unit());
  played(0, 1).reduce((state, event) => freeze(reduce(state, freeze(event), data, mark)), freeze(emptyState(data, 5)));
});

for (const [name, before, event] of /** @type {[string, Event[], Event][]} */ ([
  ["an unknown page", [], { type: "opened", page: 9 }],
  ["a page read twice", [{ type: "read", page: 1 }], { type: "read", page: 1 }],
  ["an unknown sheet", [], { type: "started", sheet: 9, seed: null }],
  ["an answer without a paper", [], { type: "answered", sheet: 1, item: 1, response: [0] }],
  ["an answer to an item of another sheet", [start], { type: "answered", sheet: 1, item: 0, response: [0] }],
  ["a number too high", [start], { type: "answered", sheet: 1, item: 1, response: [4] }],
  ["one value too many", [start], { type: "answered", sheet: 1, item: 1, response: [1, 1] }],
  ["a text for a number", [start], { type: "answered", sheet: 1, item: 1, response: ["1"] }],
  ["a text that is too long", [startEach], { type: "answered", sheet: 0, item: 3, response: ["x".repeat(301)] }],
  ["the same answer again", [start, { type: "answered", sheet: 1, item: 1, response: [1] }], { type: "answered", sheet: 1, item: 1, response: [1] }],
  ["a second start of an open paper", [start], start],
  ["an answer to a submitted paper", [start, { type: "submitted", sheet: 1 }], { type: "answered", sheet: 1, item: 1, response: [0] }],
  ["a submission without a paper", [], { type: "submitted", sheet: 1 }],
  ["a second submission", [start, { type: "submitted", sheet: 1 }], { type: "submitted", sheet: 1 }],
  ["an attempt too many", [start, { type: "submitted", sheet: 1 }, start, { type: "submitted", sheet: 1 }], start],
  ["a check where feedback comes later", [start, { type: "answered", sheet: 1, item: 1, response: [0] }], { type: "checked", sheet: 1, item: 1 }],
  ["a check without an answer", [startEach], { type: "checked", sheet: 0, item: 0 }],
  ["a retry of what was not checked", [startEach], { type: "retried", sheet: 0, item: 0 }],
  ["an answer to a checked item", [startEach, { type: "answered", sheet: 0, item: 0, response: [0] }, { type: "checked", sheet: 0, item: 0 }], { type: "answered", sheet: 0, item: 0, response: [1] }],
])) {
  test(`changes nothing: ${name}`, () => {
    const data = unit();
    const state = after(before, data);
    assert.equal(reduce(state, event, data, mark), state);
  });
}

/** @param {number} item @param {number | string} value @returns {Event[]} */
const checked = (item, value) => [{ type: "answered", sheet: 0, item, response: [value] }, { type: "checked", sheet: 0, item }];

test("the last check submits the attempt, and a checked retry the next", () => {
  const once = after([startEach, ...checked(0, 1), ...checked(3, "soap")]);
  assert.deepEqual([once.sheets[0].attempts, once.sheets[0].last, once.sheets[0].paper?.submitted], [1, { points: 1000, max: 2000 }, true]);
  const open = after([{ type: "retried", sheet: 0, item: 0 }], unit(), once);
  assert.deepEqual(open.sheets[0].answers[0], { response: null, checked: false, tries: 1 });
  assert.deepEqual([open.sheets[0].paper?.submitted, open.sheets[0].paper?.attempt], [false, 2]);
  const twice = after(checked(0, 0), unit(), open);
  assert.deepEqual([twice.sheets[0].attempts, twice.sheets[0].last, twice.sheets[0].first], [2, { points: 2000, max: 2000 }, { points: 1000, max: 2000 }]);
  assert.equal(twice.sheets[0].answers[0].tries, 2);
});

test("null clears an answer, and its tries stay", () => {
  const state = after([start, { type: "answered", sheet: 1, item: 1, response: [1] }, { type: "answered", sheet: 1, item: 1, response: null }]);
  assert.deepEqual(state.sheets[1].answers, {});
  const tried = after([startEach, ...checked(0, 1), { type: "retried", sheet: 0, item: 0 }, { type: "answered", sheet: 0, item: 0, response: [2] }, { type: "answered", sheet: 0, item: 0, response: null }]);
  assert.deepEqual(tried.sheets[0].answers[0], { response: null, checked: false, tries: 1 });
});

test("a new attempt is a new paper without answers; best, last and first are kept apart", () => {
  const wrong = after(played(0, 1));
  assert.equal(wrong.sheets[1].passed, true);
  const again = after([start], unit(), wrong);
  assert.deepEqual([again.sheets[1].answers, again.sheets[1].paper?.attempt], [{}, 2]);
  const worse = after([{ type: "submitted", sheet: 1 }], unit(), again);
  const { best, last, first, passed } = worse.sheets[1];
  assert.deepEqual({ best, last, first, passed }, { best: { points: 1000, max: 2000 }, last: { points: 0, max: 2000 }, first: { points: 1000, max: 2000 }, passed: true });
});

test("where wrong answers alone are given again, right ones are kept, checked, and what nobody marks is open", () => {
  const data = unit();
  Object.assign(data.sheets[1], { retry: "wrong", items: [1, 2, 3], attempts: 3 });
  data.layouts[0].sheets[0][1].push(3);
  /** @type {import("../src/session.js").Marker} */
  const half = (item, response) => (item.slot === 3 ? { points: 0, right: null, parts: {}, feedback: [] } : mark(item, response));
  const play = (/** @type {Event[]} */ events, state = emptyState(data, null)) => events.reduce((before, event) => reduce(before, event, data, half), state);
  /** @type {(item: number, value: number | string) => Event} */
  const give = (item, value) => ({ type: "answered", sheet: 1, item, response: [value] });
  const once = play([start, give(1, 0), give(2, 1), give(3, "soap"), { type: "submitted", sheet: 1 }]);
  const again = play([start], once);
  assert.deepEqual(again.sheets[1].answers, { 1: { response: [0], checked: true, tries: 1 }, 3: { response: ["soap"], checked: false, tries: 0 } });
  assert.deepEqual([again.sheets[1].paper?.attempt, again.sheets[1].paper?.submitted, again.sheets[1].attempts], [2, false, 1]);
  assert.equal(reduce(again, give(1, 1), data, half), again, "what was right is closed");
  const done = play([give(2, 0), { type: "submitted", sheet: 1 }], again);
  assert.deepEqual([done.sheets[1].last, done.sheets[1].attempts], [{ points: 2000, max: 3000 }, 2]);
  assert.deepEqual(play([start], done).sheets[1].answers, {}, "with nothing wrong, all is asked anew");
});

test("where a key was corrected, what was handed in is marked anew, never downwards", () => {
  const data = unit();
  const wrong = after(played(1, 0));
  assert.deepEqual(wrong.sheets[1].last, { points: 1000, max: 2000 });
  assert.equal(reduce(wrong, { type: "regraded" }, data, mark), wrong, "without a correction nothing changes");
  Object.assign(data.items[1], { regrade: true, key: { correct: 1 } });
  const better = reduce(wrong, { type: "regraded" }, data, mark);
  const { last, best, first, attempts } = better.sheets[1];
  const all = { points: 2000, max: 2000 };
  assert.deepEqual({ last, best, first, attempts }, { last: all, best: all, first: all, attempts: 1 });
  assert.equal(reduce(better, { type: "regraded" }, data, mark), better, "once is enough");
  data.items[1].key.correct = 3;
  assert.equal(reduce(better, { type: "regraded" }, data, mark), better, "a score never gets worse");
});

test("where a key was corrected, what was checked on a paper that is open is marked anew, and open again where it lost: once", () => {
  const data = unit();
  const given = { type: /** @type {const} */ ("answered"), sheet: 0, item: 0, response: [0] };
  const check = { type: /** @type {const} */ ("checked"), sheet: 0, item: 0 };
  const right = after([{ type: "started", sheet: 0, seed: null }, given, check]);
  assert.equal(reduce(right, { type: "regraded" }, data, mark), right, "without a correction nothing changes");
  Object.assign(data.items[0], { regrade: true, key: { correct: 1 } });
  const open = reduce(right, { type: "regraded" }, data, mark);
  assert.deepEqual(open.sheets[0].answers[0], { response: [0], checked: false, tries: 1 });
  const again = after([{ ...given, response: [2] }, check], data, open);
  assert.deepEqual(again.sheets[0].answers[0], { response: [2], checked: true, tries: 2 });
  assert.equal(reduce(again, { type: "regraded" }, data, mark), again, "whoever saw the new key answers for it");
  const won = after([{ ...given, response: [1] }, check], data, open);
  assert.equal(reduce(won, { type: "regraded" }, data, mark), won, "what is right stays");
});

test("a paper of an older layout holds what it held, less what changed its meaning", () => {
  const data = unit();
  const own = data.layouts[0];
  const old = { ...own, hash: 0xaa, sheets: /** @type {[number, number[]][]} */ ([[1, [1]], [0, [0, 3]]]) };
  const state = after([start], { ...data, layouts: [old] });
  const now = { ...data, layouts: [own, old] };
  assert.equal(reduce(state, { type: "answered", sheet: 1, item: 2, response: [0] }, now, mark), state);
  const done = after([{ type: "answered", sheet: 1, item: 1, response: [0] }, { type: "submitted", sheet: 1 }], now, state);
  assert.deepEqual(done.sheets[1].last, { points: 1000, max: 1000 });
});
