// A unit to play in tests: an overview, a lesson, a check, an exam, results; an item type of one number.

import "./laws.js";

/** @type {import("../src/table.js").ItemType} */
const pick = {
  read: () => null,
  show: () => {},
  mark(item, response) {
    const right = response?.[0] === item.key.correct;
    return { points: right ? item.points : 0, right, parts: {}, feedback: [] };
  },
  pattern: (_item, response, form) => (form === "scorm12" ? "abcd"[Number(response[0])] : `option-${response[0]}`),
};
/** @type {import("../src/table.js").ItemType} */
const typed = { ...pick, mark: (item, response) => ({ points: item.points, right: !!response?.[0], parts: {}, feedback: [] }), pattern: (_item, response) => String(response[0]) };

export const items = { pick, typed };

/** @param {number} slot @param {object} [more] @returns {any} */
const item = (slot, more) => ({
  slot, id: `q${slot}`, type: "pick", interaction: `q${slot}_0`, meaning: 1, points: 1000, marking: "all-or-nothing", shape: ["one-of(4)"], key: { correct: 0 },
  parts: [0, 1, 2, 3], last: null, report: { kind: "choice", correct: ["a"], tokens: {} }, misconceptions: {}, ...more,
});
/** @param {number} slot @param {object} more @returns {any} */
const sheet = (slot, more) => ({
  slot, id: `s${slot}`, title: "S", retry: "all", pass: 500, report: "best", shuffle: { items: false, options: false }, seed: null, counts: false, attempts: null, ...more,
});

/** @param {object} [more] @returns {import("../src/data.js").Data} */
export function unit(more) {
  const items = [item(0), item(1), item(2), item(3, { type: "typed", shape: ["text(300)"], report: { kind: "fill-in", correct: ["soap"], tokens: {} } })];
  return {
    format: 1, id: "u", title: "U", lang: "en", course: { id: "c", title: "C", version: "1.0.0", iri: null }, iri: null, scope: "c/u", release: 1,
    rules: { pages: 1000, assessments: "passed", after_completion: "normal", on_new_content: "keep" },
    lms: { exit12: "", exit2004: "suspend", request: true, alive: 0, interactions: true, objectives: true },
    pages: /** @type {any} */ (["overview", "lesson", "assessment", "assessment", "results"].map((kind, slot) => ({ slot, kind, id: kind, address: `/p${slot}`, title: kind, minutes: null }))),
    sheets: [
      sheet(0, { purpose: "formative", page: 2, feedback: "after-each", items: [0, 3] }),
      sheet(1, { purpose: "summative", page: 3, feedback: "after-submit", items: [1, 2], attempts: 2, counts: true }),
    ],
    items,
    layouts: [{ hash: 0xcafe, ordinal: 1, pages: 5, sheets: [[1, [1, 2]], [0, [0, 3]]], items: items.map(({ slot, meaning, shape }) => [slot, meaning, shape]) }],
    lrs: null, statements: null, messages: {}, ...more,
  };
}

/** The events of a whole session: every page read, the exam answered. @param {number} first option of its first item @param {number} second @returns {import("../src/session.js").Event[]} */
export const played = (first, second) => [
  ...[0, 1, 2, 3].flatMap((page) => /** @type {const} */ ([{ type: "opened", page }, { type: "read", page }])),
  { type: "started", sheet: 1, seed: null },
  { type: "answered", sheet: 1, item: 1, response: [first] },
  { type: "answered", sheet: 1, item: 2, response: [second] },
  { type: "submitted", sheet: 1 },
];
