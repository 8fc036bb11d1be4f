// A way through a case study as LMS and LRS are told of it. SCORM 1.2 RTE 3.4.7 and digest B.7; xAPI 1.0.3 Data 2.4.4.1 and appendix C.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { complete } from "../src/answers.js";
import { createTracker } from "../src/adapters/scorm12.js";
import * as caseStudy from "../src/items/case-study.js";
import { createPlayer } from "../src/player.js";
import { createReporter } from "../src/xapi.js";
import { createClock } from "./clock.js";
import { createLms, windowOf } from "./lms12.js";
import { statementValidator } from "./schema.js";
import { items, unit } from "./unit.js";
import { LAUNCH, createLrs, facts, reporting, windowAt } from "./xapi-unit.js";

/** @type {any} */ (globalThis).IDBKeyRange = IDBKeyRange;

const types = { ...items, "case-study": complete(caseStudy) };
const [vector] = JSON.parse(readFileSync(new URL("../../../tests/vectors/case-study.json", import.meta.url), "utf8")).cases;
const NUMBER = 1_000_000_001;
const WAY = [0, 2, 1, 0, 2, 1];

/** Puts a case study on the lesson's page. @param {import("../src/data.js").Data} data @param {boolean} counts */
function withCase(data, counts) {
  const item = { slot: NUMBER, id: "parcel", interaction: "parcel_1", meaning: 1, misconceptions: {}, ...vector.data };
  const sheet = { slot: NUMBER, id: "parcel", title: "Parcel", purpose: "formative", page: 1, attempts: null, pass: 0, feedback: "after-each", report: "best", retry: "all", shuffle: { items: false, options: false }, seed: null, unseen: false, counts, max: 2500, items: [NUMBER] };
  Object.assign(data.items, { [NUMBER]: item });
  Object.assign(data.sheets, { [NUMBER]: sheet });
  data.sheets[1].max = 2000;
  data.layouts[0].sheets.push([NUMBER, [NUMBER]]);
  data.layouts[0].items.push([NUMBER, 1, ["path"]]);
  return data;
}

/** Takes the way to its end, and is told of it in an LRS. @param {boolean} counts */
async function told(counts) {
  const lrs = createLrs();
  const data = withCase(reporting(), counts);
  const iri = "https://courses.example.org/c/units/u/cases/parcel";
  const steps = ["call", "doubt", "tracking", "found", "hang-up"].map((id) => ({ id, description: { en: id } }));
  const definition = { type: "http://adlnet.gov/expapi/activities/cmi.interaction", name: { en: "Parcel" }, interactionType: "performance", steps };
  const { activities } = /** @type {any} */ (data.statements);
  Object.assign(activities, { [`item:${NUMBER}`]: { id: iri, definition } });
  const clock = createClock(Date.UTC(2026, 10, 22, 9));
  const needs = { data, items: types, window: windowAt(`https://lms.example.org/c/units/u.html${LAUNCH}`, lrs.fetch, new IDBFactory()), clock, random: () => 0.5 };
  const tracker = { load: async () => ({ frame: "", facts }), save: async () => ({ saved: true }), end: async () => ({ saved: true }) };
  const player = await createPlayer({ ...needs, tracker, reporter: createReporter(needs) });
  await clock.pass(300);
  player.dispatch({ type: "started", sheet: NUMBER, seed: null });
  for (let steps = 2; steps <= WAY.length; steps += 2) player.dispatch({ type: "answered", sheet: NUMBER, item: NUMBER, response: [WAY.slice(0, steps)] });
  assert.equal(lrs.sent().some(({ verb }) => verb.id.endsWith("answered")), false, "nothing is told on the way");
  player.dispatch({ type: "submitted", sheet: NUMBER });
  await clock.pass(300);
  await player.exit();
  return lrs.sent();
}

test("a finished way is one statement: a performance without success, with the points of the way", async () => {
  const invalid = statementValidator();
  const sent = await told(false);
  const answered = sent.filter(({ verb }) => verb.id.endsWith("answered"));
  assert.equal(answered.length, 1);
  const [{ result, object, context }] = answered;
  assert.deepEqual(result, { response: "call[.]promise[,]tracking[.]agree", duration: "PT0S", score: { scaled: 0.4, raw: 1, min: 0, max: 2.5 } });
  assert.deepEqual([object.id, object.definition.interactionType], ["https://courses.example.org/c/units/u/cases/parcel", "performance"]);
  assert.deepEqual(context.contextActivities.parent.map((/** @type {any} */ { id }) => id), ["https://courses.example.org/c/units/u"]);
  assert.deepEqual(sent.map(({ verb }) => verb.id.split("/").pop()), ["initialized", "answered", "suspended", "terminated"]);
  for (const statement of sent) assert.equal(invalid(statement), null, JSON.stringify(statement));
});

test("a way that counts is scored", async () => {
  const scored = (await told(true)).filter(({ verb }) => verb.id.endsWith("scored"));
  // The exam of the unit counts too, and is worth 2.
  assert.deepEqual(scored.map(({ result }) => result), [{ score: { scaled: 0.2222, raw: 1, min: 0, max: 4.5 } }]);
});

test("SCORM 1.2 has a way as a performance: its choices, no right pattern, neutral", async () => {
  const lms = createLms({ "cmi.interactions._count": "3" });
  const tracker = createTracker({ data: withCase(unit(), false), items: types, window: windowOf(lms.api), clock: createClock() });
  await tracker.load();
  const from = lms.calls.length;
  const made = { sheet: NUMBER, item: NUMBER, attempt: 2, tries: 1, response: [WAY], points: 1000, result: /** @type {const} */ ("neutral"), time: new Date(2026, 10, 22, 9, 5, 7).getTime(), latency: 3050 };
  const state = { frame: "C1.AAAA", counter: 1, location: "/p1", completion: /** @type {const} */ ("incomplete"), success: /** @type {const} */ ("unknown"), score: null, interactions: [made], sessionTime: 1000, finished: false, state: /** @type {any} */ ({}) };
  await tracker.save(state);
  assert.deepEqual(lms.sets(from).filter(([element]) => element.includes("interactions")), [
    ["cmi.interactions.3.id", `parcel_1_${NUMBER}_2`], ["cmi.interactions.3.type", "performance"], ["cmi.interactions.3.time", "09:05:07"], ["cmi.interactions.3.weighting", "2.5"],
    ["cmi.interactions.3.student_response", "call.promise,tracking.agree"], ["cmi.interactions.3.result", "neutral"], ["cmi.interactions.3.latency", "0000:00:03.05"],
  ]);
});

test("of a long way SCORM 1.2 has the first 255 characters", async () => {
  const lms = createLms({});
  const tracker = createTracker({ data: withCase(unit(), false), items: types, window: windowOf(lms.api), clock: createClock() });
  await tracker.load();
  const way = Array.from({ length: 30 }, () => [0, 1, 2, 3]).flat();
  const made = { sheet: NUMBER, item: NUMBER, attempt: 1, tries: 1, response: [way], points: 1500, result: /** @type {const} */ ("neutral"), time: 0, latency: 0 };
  await tracker.save({ frame: "C1.AAAA", counter: 1, location: "/p1", completion: "incomplete", success: "unknown", score: null, interactions: [made], sessionTime: 0, finished: false, state: /** @type {any} */ ({}) });
  const expected = Array.from({ length: 30 }, () => "call.ask,tracking.back").join(",");
  assert.equal(lms.values["cmi.interactions.0.student_response"], expected.slice(0, 255));
});
