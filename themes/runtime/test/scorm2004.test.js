import assert from "node:assert/strict";
import { test } from "node:test";
import { createTracker } from "../src/adapters/scorm2004.js";
import { mastery, progress } from "../src/mastery.js";
import { emptyState } from "../src/session.js";
import { createClock } from "./clock.js";
import { createLms, windowOf } from "./lms2004.js";
import { items, unit } from "./unit.js";

/** @type {any} */ (globalThis).coursec = { mastery: { mastery, progress } };

const objectives = [{ id: "LO1_0", iri: null, title: "Wash hands", lessons: [1], asked: [[1], [2]] }, { id: "LO2_0", iri: null, title: "Rinse", lessons: [], asked: [] }];
/** @param {object} [more] */
const dataOf = (more) => unit({ objectives, alone: true, language_mark: "{lang=en}", ...more });
/** What nobody has touched yet. */
const state = emptyState(dataOf(), 1);
/** The exam handed in. @param {number} first option of its first item @param {number} second @param {number} [attempts] */
const sat = (first, second, attempts = 1) => ({
  ...state,
  read: [1],
  sheets: { 1: { attempts, passed: false, best: null, last: null, first: null, paper: { layout: 0xcafe, attempt: attempts, seed: null, submitted: true }, answers: { 1: { response: [first], checked: false, tries: 0 }, 2: { response: [second], checked: false, tries: 0 } } } },
});

/** @param {object} [more] @returns {import("../src/tracker.js").Projection} */
const projection = (more) => ({
  frame: "C1.AAAA", counter: 1, location: "/p1", completion: "incomplete", success: "unknown", score: null, interactions: [], sessionTime: 725070, finished: false, state, ...more,
});
/** @param {object} [more] @returns {import("../src/tracker.js").Interaction} */
const interaction = (more) => ({
  sheet: 1, item: 1, attempt: 1, tries: 1, response: [2], points: 0, result: "wrong", time: Date.UTC(2026, 10, 21, 20, 0, 7, 129), latency: 3050, ...more,
});

/** @param {Record<string, string>} [stored] @param {any} [answers] @param {object} [more] */
async function loaded(stored, answers, more) {
  const lms = createLms(stored, answers);
  const window = windowOf(lms.api);
  const tracker = createTracker({ data: dataOf(more), items, window, clock: createClock() });
  const start = await tracker.load();
  return { lms, window, tracker, ...start, from: lms.calls.length };
}
/** What is set by a save. @param {object} of the projection @param {Record<string, string>} [stored] @param {object} [more] of the data */
async function saved(of, stored, more) {
  const { lms, tracker, from } = await loaded(stored, {}, more);
  await tracker.save(projection(of));
  return lms.sets(from);
}
/** The value of one element among what was set. @param {string[][]} sets @param {string} element */
const value = (sets, element) => sets.find(([name]) => name === element)?.[1];

test("SCORM 2004: loading takes at most twelve calls", async () => {
  assert.ok((await loaded()).lms.calls.length <= 12);
});

test("SCORM 2004: it is initialized once, with an empty argument, and exit is suspend before anything else", async () => {
  const { lms } = await loaded();
  assert.deepEqual(lms.calls[0], ["Initialize", ""]);
  assert.equal(lms.count("Initialize"), 1);
  assert.deepEqual(lms.sets(), [["cmi.exit", "suspend"], ["cmi.completion_status", "incomplete"]]);
});

test("SCORM 2004: what is complete stays so when it is opened again", async () => {
  assert.deepEqual((await loaded({ "cmi.completion_status": "completed" })).lms.sets(), [["cmi.exit", "suspend"]]);
});

test("SCORM 2004: an empty mode is normal; review and browse write nothing", async () => {
  assert.equal((await loaded({ "cmi.mode": "" })).facts.mode, "normal");
  for (const mode of ["review", "browse"]) {
    const { lms, tracker, facts } = await loaded({ "cmi.mode": mode });
    assert.equal(facts.mode, mode);
    assert.equal((await tracker.end(null)).saved, true);
    assert.deepEqual(lms.sets(), []);
    assert.equal(lms.count("Terminate"), 1);
  }
});

test("SCORM 2004: without its API nothing is recorded, and that of 1.2 is not taken", async () => {
  const window = { ...windowOf(undefined), API: { LMSInitialize: () => "true" } };
  const tracker = createTracker({ data: dataOf(), items, window: Object.assign(window, { parent: window, top: window }), clock: createClock() });
  assert.equal((await tracker.load()).facts.recording, false);
  assert.equal((await tracker.save(projection())).saved, false);
  assert.equal((await tracker.end(projection())).saved, false);
});

test("SCORM 2004: the write order: score, objectives, interactions, progress, success, completion, location, state, time, commit", async () => {
  const { lms, tracker, from } = await loaded();
  await tracker.save(projection({ score: { points: 1000, max: 2000 }, completion: "completed", success: "passed", interactions: [interaction()], state: { ...sat(0, 0), completion: "completed" } }));
  const order = lms.calls.slice(from).filter(([name]) => /Set|Commit/.test(name)).map(([name, element]) => (element || name).replace("cmi.", ""));
  assert.deepEqual(order, [
    "score.raw", "score.min", "score.max", "score.scaled",
    "objectives.0.id", "objectives.0.description", "objectives.1.id", "objectives.1.description",
    "objectives.0.score.raw", "objectives.0.score.min", "objectives.0.score.max", "objectives.0.score.scaled", "objectives.0.success_status", "objectives.0.completion_status",
    "objectives.1.success_status", "objectives.1.completion_status",
    ...["id", "type", "objectives.0.id", "timestamp", "correct_responses.0.pattern", "weighting", "learner_response", "result", "latency"].map((name) => `interactions.0.${name}`),
    "progress_measure", "success_status", "completion_status", "location", "suspend_data", "session_time", "Commit",
  ]);
});

test("SCORM 2004: an interaction is told in its words", async () => {
  const sets = await saved({ interactions: [interaction({ attempt: 2, tries: 3 })] });
  const told = Object.fromEntries(sets.filter(([name]) => name.startsWith("cmi.interactions.0.")).map(([name, said]) => [name.slice(19), said]));
  assert.deepEqual(told, {
    id: "q1_0_1_2_3", type: "choice", "objectives.0.id": "LO1_0", timestamp: "2026-11-21T20:00:07.12Z", "correct_responses.0.pattern": "a", weighting: "1",
    learner_response: "option-2", result: "incorrect", latency: "PT3.05S",
  });
});

test("SCORM 2004: an answer that was left out has no response", async () => {
  const sets = await saved({ interactions: [interaction({ response: null })] });
  assert.equal(value(sets, "cmi.interactions.0.learner_response"), undefined);
  assert.equal(value(sets, "cmi.interactions.0.result"), "incorrect");
});

test("SCORM 2004: no more interactions than every LMS keeps; those that it does not have are left out", async () => {
  assert.equal((await saved({ interactions: [interaction()] }, { "cmi.interactions._count": "250" })).some(([name]) => name.includes("interactions")), false);
  assert.equal(value(await saved({ interactions: [interaction()] }, { "cmi.interactions._count": "249" }), "cmi.interactions.249.id"), "q1_0_1_1");
  assert.equal((await saved({ interactions: [interaction()] }, { "cmi.interactions._count": "" })).some(([name]) => name.includes("interactions")), false);
});

test("SCORM 2004: a score has four numbers, its share rounded down to seven decimals", async () => {
  const numbers = async (/** @type {object} */ score) => (await saved({ score })).slice(0, 4).map(([, said]) => said);
  assert.deepEqual(await numbers({ points: 2000, max: 3000 }), ["2", "0", "3", "0.6666666"]);
  assert.deepEqual(await numbers({ points: 1500, max: 1500 }), ["1.5", "0", "1.5", "1"]);
  assert.deepEqual(await numbers({ points: 0, max: 5000 }), ["0", "0", "5", "0"]);
  assert.deepEqual(await numbers({ points: 700, max: 1000 }), ["0.7", "0", "1", "0.7"]);
  assert.equal((await numbers({ points: 1, max: 9000000 }))[3], "0.0000001");
});

test("SCORM 2004: an LMS that does not count objectives gets none", async () => {
  assert.deepEqual((await saved({ state: sat(0, 1, 2) }, { "cmi.objectives._count": "" })).filter(([name]) => name.includes("objectives")), []);
});

test("SCORM 2004: no score is sent before there is one, nor without credit", async () => {
  const scored = (/** @type {string[][]} */ sets) => sets.filter(([name]) => name.includes("score"));
  assert.deepEqual(scored(await saved({})), []);
  assert.deepEqual(scored(await saved({ score: { points: 1, max: 2 }, state: sat(0, 0) }, { "cmi.credit": "no-credit" })), []);
});

test("SCORM 2004: objectives are found by their ids, and added where they are not", async () => {
  const sets = await saved({}, { "cmi.objectives._count": "2", "cmi.objectives.0.id": "PRIMARY", "cmi.objectives.1.id": "LO2_0" });
  assert.deepEqual(sets.slice(0, 2), [["cmi.objectives.2.id", "LO1_0"], ["cmi.objectives.2.description", "Wash hands"]]);
  assert.equal(value(sets, "cmi.objectives.1.completion_status"), "completed");
  assert.equal(value(sets, "cmi.objectives.0.completion_status"), undefined);
});

test("SCORM 2004: an outcome is passed, failed or unknown; passed is never taken back", async () => {
  const success = async (/** @type {any} */ state, /** @type {Record<string, string>} */ stored = {}) => value(await saved({ state }, stored), "cmi.objectives.0.success_status");
  assert.equal(await success(state), "unknown");
  assert.equal(await success(sat(0, 0)), "passed");
  assert.equal(await success(sat(0, 1)), "unknown", "an attempt is left");
  assert.equal(await success(sat(0, 1, 2)), "failed");
  assert.equal(await success(sat(0, 1, 2), { "cmi.objectives._count": "1", "cmi.objectives.0.id": "LO1_0", "cmi.objectives.0.success_status": "passed" }), undefined);
});

test("SCORM 2004: objectives that are refused leave the record whole", async () => {
  const { tracker } = await loaded({}, { SetValue: (/** @type {string} */ element) => (element.includes("objectives") ? "false" : undefined), GetLastError: () => undefined });
  assert.equal((await tracker.save(projection())).saved, true);
  const { lms } = await loaded({}, {}, { lms: { ...dataOf().lms, objectives: false, interactions: false } });
  assert.equal(lms.sets().some(([name]) => /objectives|interactions/.test(name)), false);
});

test("SCORM 2004: progress is 1 where the unit is complete, and nowhere else", () => {
  const data = dataOf();
  assert.equal(progress(state, data), 0);
  assert.equal(progress({ ...state, read: [0, 1] }, data), 0.4);
  assert.equal(progress({ ...state, read: [0, 1, 2, 3], sheets: { 1: { .../** @type {any} */ ({}), passed: true } } }, data), 0.99);
  assert.equal(progress({ ...state, completion: "completed" }, data), 1);
});

test("SCORM 2004: success and completion stand apart, and neither is replaced by what is worth less", async () => {
  assert.equal(value(await saved({ success: "failed" }), "cmi.success_status"), "failed");
  assert.equal(value(await saved({}), "cmi.success_status"), undefined);
  assert.equal(value(await saved({ success: "failed" }, { "cmi.success_status": "passed" }), "cmi.success_status"), undefined);
  assert.equal(value(await saved({}, { "cmi.completion_status": "completed" }), "cmi.completion_status"), undefined);
});

test("SCORM 2004: a release that reopens makes incomplete again, who came back with a state", async () => {
  const reopen = { rules: { ...dataOf().rules, on_new_content: "reopen" } };
  assert.equal(value(await saved({}, { "cmi.completion_status": "completed", "cmi.suspend_data": "C1.x" }, reopen), "cmi.completion_status"), "incomplete");
  assert.equal(value(await saved({}, { "cmi.completion_status": "completed" }, reopen), "cmi.completion_status"), undefined);
});

test("SCORM 2004: a state above 64000 characters loses whole sections, and that is said", async () => {
  const { lms, tracker } = await loaded();
  assert.deepEqual(await tracker.save(projection({ frame: `C1.AAAA.${"b".repeat(64000)}` })), { saved: false, reason: "size" });
  assert.equal(lms.values["cmi.suspend_data"], "C1.AAAA");
});

test("SCORM 2004: session time is a duration, and every value a string", async () => {
  const { lms, tracker } = await loaded();
  await tracker.save(projection({ interactions: [interaction()], score: { points: 1, max: 2 } }));
  assert.equal(lms.values["cmi.session_time"], "PT725.07S");
  for (const call of lms.calls) for (const part of call) assert.equal(typeof part, "string");
});

test("SCORM 2004: saved is only what a commit answered with true and error 0", async () => {
  const no = await loaded({}, { Commit: () => "false" });
  assert.deepEqual(await no.tracker.save(projection()), { saved: false, reason: "commit" });
});

test("SCORM 2004: it ends without a commit of its own, once, and then nothing is called", async () => {
  const { lms, tracker, from } = await loaded();
  assert.deepEqual(await tracker.end(projection()), { saved: true });
  assert.equal(lms.count("Commit"), 0);
  assert.deepEqual(lms.calls.slice(from).filter(([name]) => name !== "GetLastError").at(-1), ["Terminate", ""]);
  const ended = lms.calls.length;
  await tracker.save(projection());
  await tracker.end(projection());
  assert.equal(lms.calls.length, ended);
  const refused = await loaded({}, { Terminate: () => "false" });
  assert.equal((await refused.tracker.end(projection())).saved, false);
});

test("SCORM 2004: exit is suspend while something is left to do; what is done is closed as the LMS wants it", async () => {
  const last = async (/** @type {object} */ of, /** @type {object} */ more) => {
    const { lms, tracker } = await loaded({}, {}, more);
    await tracker.end(projection(of));
    return [lms.values["cmi.exit"], lms.values["adl.nav.request"]];
  };
  const normal = { lms: { ...dataOf().lms, exit2004: "normal" } };
  assert.deepEqual(await last({}, normal), ["suspend", "suspendAll"]);
  assert.deepEqual(await last({ finished: true }, normal), ["normal", "exitAll"]);
  assert.deepEqual(await last({ finished: true }, {}), ["suspend", "suspendAll"]);
  assert.deepEqual(await last({ finished: true }, { ...normal, alone: false }), ["suspend", "suspendAll"], "the attempt of a course goes on");
  assert.deepEqual(await last({}, { lms: { ...dataOf().lms, request: false } }), ["suspend", undefined]);
});

test("SCORM 2004: a page that goes has no say in where to", async () => {
  const { lms, tracker, window } = await loaded();
  window.go();
  await tracker.end(projection());
  assert.equal(lms.values["adl.nav.request"], undefined);
});
