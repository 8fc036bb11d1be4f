// The marks and the patterns of each item type, against the vectors that Rust holds too; and what fill-in may say of an answer.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { complete } from "../src/answers.js";
import { responseText } from "../src/response2004.js";

const vectors = new URL("../../../tests/vectors/", import.meta.url);
const types = readdirSync(new URL("../src/items/", import.meta.url)).map((file) => file.slice(0, -3));

for (const name of types) {
  const { cases } = JSON.parse(readFileSync(new URL(`${name}.json`, vectors), "utf8"));
  const type = complete(await import(`../src/items/${name}.js`));
  for (const { name: story, data, responses, scorm2004 } of cases) {
    test(`${name}: ${story}`, () => {
      const item = { misconceptions: {}, ...data };
      for (const { response, points, right, scorm12, xapi } of responses) {
        const mark = type.mark(item, response);
        const seen = { points: mark.points, right: mark.right, scorm12: type.pattern(item, response, "scorm12"), xapi: type.pattern(item, response, "xapi") };
        assert.deepEqual(seen, { points, right, scorm12, xapi }, JSON.stringify(response));
      }
    });
    test(`SCORM 2004, ${name}: ${story}`, () => {
      const { kind, correct, tokens, responses: told } = scorm2004;
      const pairs = Object.entries(tokens).map(([slot, token]) => [slot, [token, data.report.tokens[slot][1]]]);
      const item = { misconceptions: {}, ...data, report: { kind, correct, tokens: Object.fromEntries(pairs) } };
      assert.deepEqual(responses.map((/** @type {any} */ { response }) => responseText(item, type, response, "{lang=en}")), told);
    });
  }
}

test("a typical wrong answer names its feedback and its misconception", async () => {
  const { mark } = complete(await import("../src/items/fill-in.js"));
  const blank = { part: null, accepted: ["75"], patterns: [], wrong: [{ accepted: "63", misconception: "m-medium" }, { accepted: "60" }] };
  /** @param {string} text */
  const said = (text) => mark(/** @type {any} */ ({ key: { blanks: [blank], ignore: ["space"] }, points: 1000, marking: "per-part" }), [text]).feedback;
  assert.deepEqual(said(" 63"), ["wrong:0:0", "misconception:m-medium"]);
  assert.deepEqual(said("60"), ["wrong:0:1"]);
  assert.deepEqual(said("75"), []);
});

test("a blank tells its right answer as the author wrote it", async () => {
  const { mark } = await import("../src/items/fill-in.js");
  const blanks = [{ part: 2, shown: "Crème", accepted: ["creme"], patterns: [], wrong: [] }, { part: 3, shown: null, accepted: [], patterns: ["\\d+"], wrong: [] }];
  assert.deepEqual(mark(/** @type {any} */ ({ key: { blanks, ignore: ["accents", "case"] }, points: 1000, marking: "per-part" }), ["", "7"]).answers, { 2: "Crème", 3: null });
});

test("a choice tells which parts are right, the missing ones too", async () => {
  const { mark } = complete(await import("../src/items/choice.js"));
  const item = /** @type {any} */ ({ key: { correct: [0, 2] }, shape: ["subset(4)"], points: 1000, marking: "per-part", misconceptions: { 1: "m-speed" } });
  assert.deepEqual(mark(item, [[0, 1]]), {
    points: 0,
    right: false,
    parts: { 0: true, 1: false, 2: true },
    feedback: ["part:0", "part:1", "misconception:m-speed"],
  });
});

test("a judgement that is not right names its misconception, whichever way it went", async () => {
  const { mark } = complete(await import("../src/items/true-false.js"));
  for (const correct of [0, 1]) {
    const item = /** @type {any} */ ({ key: { correct }, points: 1000, misconceptions: { [1 - correct]: "m-quick" } });
    assert.ok(mark(item, [1 - correct]).feedback.includes("misconception:m-quick"), `${correct}`);
    assert.ok(!mark(item, [correct]).feedback.includes("misconception:m-quick"), `${correct}`);
    assert.equal(mark(item, []).right, false);
  }
});
