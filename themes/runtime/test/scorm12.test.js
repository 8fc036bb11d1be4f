import assert from "node:assert/strict";
import { test } from "node:test";
import { createTracker } from "../src/adapters/scorm12.js";
import { createClock } from "./clock.js";
import { createLms, windowOf } from "./lms12.js";
import { items, unit } from "./unit.js";

/** @param {ReturnType<typeof createLms>} lms @param {object} [more] of the data */
const trackerOf = (lms, more) => createTracker({ data: unit(more), items, window: windowOf(lms.api), clock: createClock() });

/** @param {object} [more] @returns {import("../src/tracker.js").Projection} */
const projection = (more) => ({
  frame: "C1.AAAA", counter: 1, location: "/p1", completion: "incomplete", success: "unknown", score: null, interactions: [], sessionTime: 725070, finished: false, state: /** @type {any} */ ({}), ...more,
});
/** @param {object} [more] @returns {import("../src/tracker.js").Interaction} */
const interaction = (more) => ({
  sheet: 1, item: 1, attempt: 1, tries: 1, response: [2], points: 0, result: "wrong", time: new Date(2026, 10, 21, 9, 5, 7).getTime(), latency: 3050, ...more,
});

/** @param {Record<string, string>} stored @param {any} [answers] @param {object} [more] */
async function loaded(stored, answers, more) {
  const lms = createLms(stored, answers);
  const tracker = trackerOf(lms, more);
  const start = await tracker.load();
  return { lms, tracker, ...start, from: lms.calls.length };
}

test("loading takes at most twelve calls", async () => {
  const lrs = { from: ["lms"], origins: [], home_page: null, include_name: true, free_text: false };
  const { lms } = await loaded({}, {}, { lrs });
  assert.ok(lms.calls.length <= 12, `${lms.calls.length} calls`);
});

test("it is initialized once, with an empty argument", async () => {
  const { lms } = await loaded({});
  assert.deepEqual(lms.calls[0], ["LMSInitialize", ""]);
  assert.equal(lms.count("LMSInitialize"), 1);
});

test("exit is suspend before anything else is set", async () => {
  const { lms } = await loaded({});
  assert.deepEqual(lms.sets()[0], ["cmi.core.exit", "suspend"]);
});

test("a first visit is incomplete from its start", async () => {
  assert.deepEqual((await loaded({})).lms.sets()[1], ["cmi.core.lesson_status", "incomplete"]);
  assert.equal((await loaded({ "cmi.core.lesson_status": "completed" })).lms.sets().length, 1);
});

test("what is stored is read whatever entry says", async () => {
  const { frame, facts, lms } = await loaded({ "cmi.suspend_data": "C1.XYZ", "cmi.core.entry": "ab-initio", "cmi.core.lesson_location": "/p2" });
  assert.equal(frame, "C1.XYZ");
  assert.equal(facts.location, "/p2");
  assert.equal(lms.calls.some(([, element]) => element === "cmi.core.entry"), false);
});

test("an empty mode is normal", async () => {
  assert.equal((await loaded({ "cmi.core.lesson_mode": "" })).facts.mode, "normal");
});

test("review and browse write nothing", async () => {
  for (const mode of ["review", "browse"]) {
    const { lms, tracker, facts } = await loaded({ "cmi.core.lesson_mode": mode });
    assert.equal(facts.mode, mode);
    await tracker.end(null);
    assert.deepEqual(lms.sets(), []);
    assert.equal(lms.count("LMSFinish"), 1);
  }
});

test("without an API nothing is recorded, and nothing throws", async () => {
  const tracker = createTracker({ data: unit(), items, window: windowOf(undefined), clock: createClock() });
  assert.equal((await tracker.load()).facts.recording, false);
  assert.equal((await tracker.save(projection())).saved, false);
  assert.equal((await tracker.end(projection())).saved, false);
});

test("where initializing fails nothing is recorded", async () => {
  const lms = createLms({}, { LMSInitialize: () => lms.fail(101), LMSGetValue: () => (lms.fail(301), "") });
  assert.equal((await trackerOf(lms).load()).facts.recording, false);
});

test("a session that is already initialized goes on", async () => {
  const lms = createLms({}, { LMSInitialize: () => lms.fail(101) });
  assert.equal((await trackerOf(lms).load()).facts.recording, true);
});

test("the write order: score, interactions, status, location, state, time, commit", async () => {
  const { lms, tracker, from } = await loaded({});
  await tracker.save(projection({ score: { points: 1000, max: 2000 }, completion: "completed", success: "passed", interactions: [interaction()] }));
  const order = lms.calls.slice(from).filter(([name]) => /Set|Commit/.test(name)).map(([name, element]) => element || name);
  assert.deepEqual(order, [
    "cmi.core.score.raw", "cmi.core.score.min", "cmi.core.score.max",
    ...["id", "type", "time", "correct_responses.0.pattern", "weighting", "student_response", "result", "latency"].map((name) => `cmi.interactions.0.${name}`),
    "cmi.core.lesson_status", "cmi.core.lesson_location", "cmi.suspend_data", "cmi.core.session_time", "LMSCommit",
  ]);
});

test("a save is one commit", async () => {
  const { lms, tracker } = await loaded({});
  await tracker.save(projection({ interactions: [interaction(), interaction({ item: 2 })] }));
  assert.equal(lms.count("LMSCommit"), 1);
});

test("every value is a string", async () => {
  const { lms, tracker } = await loaded({});
  await tracker.save(projection({ score: { points: 1000, max: 2000 }, interactions: [interaction()] }));
  for (const call of lms.calls) for (const part of call) assert.equal(typeof part, "string");
});

test("the score is 0 to 100, whole, with its bounds", async () => {
  const { lms, tracker, from } = await loaded({});
  await tracker.save(projection({ score: { points: 2000, max: 3000 } }));
  assert.deepEqual(lms.sets(from).slice(0, 3), [["cmi.core.score.raw", "67"], ["cmi.core.score.min", "0"], ["cmi.core.score.max", "100"]]);
});

test("no score is sent before there is one, nor without credit", async () => {
  const one = await loaded({});
  await one.tracker.save(projection());
  const two = await loaded({ "cmi.core.credit": "no-credit" });
  await two.tracker.save(projection({ score: { points: 1000, max: 1000 } }));
  for (const { lms } of [one, two]) assert.equal(lms.sets().some(([element]) => element.includes("score")), false);
});

for (const [completion, success, status] of [
  ["incomplete", "unknown", "incomplete"], ["incomplete", "passed", "incomplete"], ["completed", "unknown", "completed"], ["completed", "passed", "passed"], ["completed", "failed", "failed"],
]) {
  test(`one status: ${completion} and ${success} is ${status}`, async () => {
    const { lms, tracker } = await loaded({});
    await tracker.save(projection({ completion, success }));
    assert.equal(lms.values["cmi.core.lesson_status"], status);
  });
}

test("a status is never replaced by one that is worth less", async () => {
  const better = ["incomplete", "failed", "completed", "passed"];
  for (const stored of better) {
    for (const [completion, success, earned] of [["incomplete", "unknown", "incomplete"], ["completed", "failed", "failed"], ["completed", "unknown", "completed"], ["completed", "passed", "passed"]]) {
      const { lms, tracker } = await loaded({ "cmi.core.lesson_status": stored });
      await tracker.save(projection({ completion, success }));
      assert.equal(lms.values["cmi.core.lesson_status"], better.indexOf(earned) > better.indexOf(stored) ? earned : stored);
    }
  }
});

test("session time is padded, and overwritten at each save", async () => {
  const { lms, tracker } = await loaded({});
  await tracker.save(projection());
  assert.equal(lms.values["cmi.core.session_time"], "0000:12:05.07");
  await tracker.save(projection({ sessionTime: 36000000 }));
  assert.equal(lms.values["cmi.core.session_time"], "0010:00:00.00");
});

test("an interaction has its fields in order, by _count", async () => {
  const { lms, tracker, from } = await loaded({ "cmi.interactions._count": "7" });
  await tracker.save(projection({ interactions: [interaction({ attempt: 2, tries: 3 }), interaction({ item: 2, result: "correct", response: [0] })] }));
  assert.deepEqual(lms.sets(from).slice(0, 9), [
    ["cmi.interactions.7.id", "q1_0_1_2_3"], ["cmi.interactions.7.type", "choice"], ["cmi.interactions.7.time", "09:05:07"], ["cmi.interactions.7.correct_responses.0.pattern", "a"],
    ["cmi.interactions.7.weighting", "1"], ["cmi.interactions.7.student_response", "c"], ["cmi.interactions.7.result", "wrong"], ["cmi.interactions.7.latency", "0000:00:03.05"],
    ["cmi.interactions.8.id", "q2_0_1_1"],
  ]);
});

test("an item that several sheets ask has an interaction of its own in each", async () => {
  const { lms, tracker } = await loaded({});
  await tracker.save(projection({ interactions: [interaction({}), interaction({ sheet: 0 }), interaction({ attempt: 2 }), interaction({ tries: 2 })] }));
  const ids = [0, 1, 2, 3].map((n) => lms.values[`cmi.interactions.${n}.id`]);
  assert.deepEqual(ids, ["q1_0_1_1", "q1_0_0_1", "q1_0_1_2", "q1_0_1_1_2"]);
});

test("a response is cut at 255 characters, never inside one", async () => {
  const { lms, tracker } = await loaded({});
  await tracker.save(projection({ interactions: [interaction({ sheet: 0, item: 3, response: [`${"x".repeat(254)}\u{1f600}`] })] }));
  assert.equal(lms.values["cmi.interactions.0.student_response"], "x".repeat(254));
});

test("an answer that was left out has no response", async () => {
  const { lms, tracker } = await loaded({});
  await tracker.save(projection({ interactions: [interaction({ response: null })] }));
  assert.equal("cmi.interactions.0.student_response" in lms.values, false);
  assert.equal(lms.values["cmi.interactions.0.result"], "wrong");
});

test("a pattern or weighting that the LMS could not hold is left out", async () => {
  const data = unit();
  const heavy = Object.values(data.items).map((item) => ({ ...item, points: 101000, report: { kind: "choice", correct: ["x".repeat(256), "a"], tokens: {} } }));
  const { lms, tracker } = await loaded({}, {}, { items: heavy });
  await tracker.save(projection({ interactions: [interaction()] }));
  assert.equal("cmi.interactions.0.weighting" in lms.values, false);
  assert.equal(lms.values["cmi.interactions.0.correct_responses.0.pattern"], "a");
  assert.equal("cmi.interactions.0.correct_responses.1.pattern" in lms.values, false);
});

test("interactions that an LMS does not have are left out silently", async () => {
  const lms = createLms({ "cmi.interactions._count": "" }, { LMSSetValue: (element) => (element.includes("interactions") ? lms.fail(401) : undefined) });
  const tracker = trackerOf(lms);
  await tracker.load();
  assert.deepEqual(await tracker.save(projection({ interactions: [interaction()] })), { saved: true });
  assert.equal(lms.sets().some(([element]) => element.includes("interactions")), false);
});

test("interactions that are refused once are not tried again", async () => {
  const lms = createLms({}, { LMSSetValue: (element) => (element.includes("interactions") ? lms.fail(401) : undefined) });
  const tracker = trackerOf(lms);
  await tracker.load();
  assert.deepEqual(await tracker.save(projection({ interactions: [interaction()] })), { saved: true });
  await tracker.save(projection({ interactions: [interaction({ item: 2 })] }));
  assert.deepEqual(lms.sets().filter(([element]) => element.includes("interactions")).length, 1);
});

test("an interaction is written once, also where its commit failed", async () => {
  let commits = 0;
  const lms = createLms({}, { LMSCommit: () => (commits++ ? undefined : lms.fail(101)) });
  const tracker = trackerOf(lms);
  await tracker.load();
  const interactions = [interaction()];
  assert.equal((await tracker.save(projection({ interactions }))).saved, false);
  assert.equal((await tracker.save(projection({ interactions }))).saved, true);
  assert.equal(lms.sets().filter(([element]) => element.endsWith(".id")).length, 1);
});

test("a value that the LMS has is not set again, unless a commit failed", async () => {
  let commits = 0;
  const lms = createLms({}, { LMSCommit: () => (commits++ === 1 ? lms.fail(101) : undefined) });
  const tracker = trackerOf(lms);
  await tracker.load();
  const states = () => lms.sets().filter(([element]) => element === "cmi.suspend_data").length;
  await tracker.save(projection());
  await tracker.save(projection());
  assert.equal(states(), 1);
  await tracker.save(projection());
  assert.equal(states(), 2);
});

test("only a commit that answered true with error 0 is saved", async () => {
  for (const answer of ["false", false, "", null, undefined, "0", 0]) {
    const lms = createLms({}, { LMSCommit: () => (answer === undefined ? "undefined" : answer) });
    const tracker = trackerOf(lms);
    await tracker.load();
    assert.equal((await tracker.save(projection())).saved, false, String(answer));
  }
  for (const answer of ["true", true, "1", 1]) {
    const lms = createLms({}, { LMSCommit: () => answer });
    const tracker = trackerOf(lms);
    await tracker.load();
    assert.equal((await tracker.save(projection())).saved, true, String(answer));
  }
});

test("an error code beats what a commit returned", async () => {
  const lms = createLms({}, { LMSCommit: () => (lms.error(391), "true") });
  const tracker = trackerOf(lms);
  await tracker.load();
  assert.equal((await tracker.save(projection())).saved, false);
});

test("an error code beats what a set returned", async () => {
  const kind = createLms({}, { LMSSetValue: () => "false" });
  const one = trackerOf(kind);
  await one.load();
  assert.deepEqual(await one.save(projection()), { saved: true });
  const angry = createLms({}, { LMSSetValue: (element) => (element === "cmi.suspend_data" ? (angry.error(405), "true") : undefined) });
  const two = trackerOf(angry);
  await two.load();
  assert.deepEqual(await two.save(projection()), { saved: false });
});

test("an API that throws is a refusal", async () => {
  const lms = createLms();
  const tracker = trackerOf(lms);
  await tracker.load();
  lms.api.LMSCommit = lms.api.LMSSetValue = () => {
    throw new Error("gone");
  };
  assert.deepEqual(await tracker.save(projection()), { saved: false });
  lms.api.LMSFinish = lms.api.LMSCommit;
  assert.equal((await tracker.end(projection())).saved, false);
});

test("a state above 4096 characters loses whole sections, and that is said", async () => {
  const { lms, tracker } = await loaded({});
  const frame = ["C1", "x".repeat(2000), "y".repeat(2000), "z".repeat(2000)].join(".");
  assert.deepEqual(await tracker.save(projection({ frame })), { saved: false });
  assert.equal(lms.values["cmi.suspend_data"], ["C1", "x".repeat(2000), "y".repeat(2000)].join("."));
});

test("ending commits, then finishes, once", async () => {
  const { lms, tracker, from } = await loaded({});
  assert.deepEqual(await tracker.end(projection()), { saved: true });
  const names = lms.calls.slice(from).map(([name]) => name).filter((name) => name !== "LMSGetLastError" && name !== "LMSSetValue");
  assert.deepEqual(names, ["LMSCommit", "LMSFinish"]);
  assert.equal((await tracker.end(projection())).saved, false);
  assert.equal(lms.count("LMSFinish"), 1);
});

test("exit is suspend while something is left to do, then empty", async () => {
  const one = await loaded({});
  await one.tracker.end(projection());
  assert.equal(one.lms.values["cmi.core.exit"], "suspend");
  const two = await loaded({});
  await two.tracker.end(projection({ finished: true }));
  assert.equal(two.lms.values["cmi.core.exit"], "");
});

test("a finished unit ends as its LMS wants it", async () => {
  const { lms, tracker } = await loaded({}, {}, { lms: { ...unit().lms, exit12: "suspend" } });
  await tracker.end(projection({ finished: true }));
  assert.equal(lms.values["cmi.core.exit"], "suspend");
});

test("an LMS that wants no interactions is asked for none", async () => {
  const { lms, tracker, from } = await loaded({}, {}, { lms: { ...unit().lms, interactions: false } });
  assert.equal((await tracker.save(projection({ interactions: [interaction()] }))).saved, true);
  assert.deepEqual(lms.calls.slice(from).filter(([, element]) => element?.includes("interactions")), []);
});

test("after the end nothing is called", async () => {
  const { lms, tracker } = await loaded({});
  await tracker.end(projection());
  const calls = lms.calls.length;
  assert.deepEqual(await tracker.save(projection()), { saved: false });
  assert.equal(lms.calls.length, calls);
});

test("what can be done at once is done before save and end return", async () => {
  const { lms, tracker } = await loaded({});
  void tracker.save(projection());
  assert.equal(lms.count("LMSCommit"), 1);
  void tracker.end(projection());
  assert.equal(lms.count("LMSFinish"), 1);
});
