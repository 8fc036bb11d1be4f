import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { createPlayer } from "../src/player.js";
import { createReporter } from "../src/xapi.js";
import { createClock, settled } from "./clock.js";
import { statementValidator } from "./schema.js";
import { items, played } from "./unit.js";
import { LAUNCH, createLrs, facts, reporting, windowAt } from "./xapi-unit.js";

/** @type {any} */ (globalThis).IDBKeyRange = IDBKeyRange;

const PAGE = `https://lms.example.org/c/units/u.html${LAUNCH}`;

let sessions = 0;

/** @param {ReturnType<typeof createLrs>} lrs @param {{indexedDB?: any, lrs?: object, facts?: object, frame?: string, scorm?: boolean}} [given] */
async function playing(lrs, given = {}) {
  const clock = createClock(Date.UTC(2026, 10, 21, 20) + sessions++ * 3600000);
  const data = reporting(given.lrs);
  if (given.scorm) Object.assign(/** @type {object} */ (data.statements), { attempt: { type: "http://adlnet.gov/expapi/activities/attempt" } });
  const window = windowAt(PAGE, lrs.fetch, given.indexedDB || new IDBFactory());
  let seed = sessions;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const needs = { data, items, window, clock, random };
  /** @type {string[]} */
  const frames = [];
  const tracker = {
    load: async () => ({ frame: given.frame || "", facts: { ...facts, .../** @type {any} */ (given.facts) } }),
    save: async (/** @type {any} */ { frame }) => (frames.push(frame), { saved: true }),
    end: async () => ({ saved: true }),
  };
  const player = await createPlayer({ ...needs, tracker, reporter: createReporter(needs) });
  await clock.pass(300);
  return { clock, player, window, frames, data };
}

/** @param {any[]} statements */
const verbs = (statements) => statements.map(({ verb, object }) => `${verb.id.split("/").pop()} ${object.id.split("/").slice(5).join("/")}`);

test("a whole session is told in order", async () => {
  const lrs = createLrs();
  const { clock, player } = await playing(lrs);
  for (const event of played(0, 1)) player.dispatch(event);
  await clock.pass(300);
  await player.exit();
  assert.deepEqual(verbs(lrs.sent()), [
    "initialized u", "experienced u/lessons/p0", "experienced u/lessons/p1", "experienced u/lessons/p2", "experienced u/lessons/p3",
    "answered u/items/q1", "answered u/items/q2", "scored u/assessments/s1", "scored u", "passed u/outcomes/LO1", "completed u", "passed u", "terminated u",
  ]);
});

test("what is half done is suspended, then terminated; the next session resumes", async () => {
  const lrs = createLrs();
  const { clock, player, frames } = await playing(lrs);
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(300);
  await player.exit();
  assert.deepEqual(verbs(lrs.sent()).slice(-2), ["suspended u", "terminated u"]);
  const next = createLrs();
  await playing(next, { frame: frames[0] });
  assert.deepEqual(verbs(next.sent()), ["resumed u"]);
});

test("an answer has response, success, duration, score and its assessment", async () => {
  const lrs = createLrs();
  const { clock, player } = await playing(lrs);
  for (const event of played(0, 1)) player.dispatch(event);
  await clock.pass(300);
  const [, second] = lrs.sent().filter(({ verb }) => verb.id.endsWith("answered"));
  assert.deepEqual(second.result, { success: false, response: "option-1", duration: "PT0S", score: { scaled: 0, raw: 0, min: 0, max: 1 } });
  const { category, ...activities } = second.context.contextActivities;
  assert.equal(category.length, 1);
  assert.deepEqual(activities, { grouping: [{ objectType: "Activity", id: "https://courses.example.org/c" }], parent: [{ objectType: "Activity", id: "https://courses.example.org/c/units/u/assessments/s1" }], other: [{ objectType: "Activity", id: "https://courses.example.org/c/units/u/outcomes/LO1" }] });
  assert.equal(second.object.definition.interactionType, "choice");
});

test("typed text is sent only where the course says so", async () => {
  for (const [free_text, response] of [[false, undefined], [true, "soap"]]) {
    const lrs = createLrs();
    const { clock, player } = await playing(lrs, { lrs: { free_text } });
    player.dispatch({ type: "started", sheet: 0, seed: null });
    player.dispatch({ type: "answered", sheet: 0, item: 3, response: ["soap"] });
    player.dispatch({ type: "checked", sheet: 0, item: 3 });
    await clock.pass(300);
    assert.equal(lrs.sent().find(({ verb }) => verb.id.endsWith("answered")).result.response, response);
  }
});

test("the score is the one that SCORM gets", async () => {
  const lrs = createLrs();
  const { clock, player } = await playing(lrs);
  for (const event of played(0, 1)) player.dispatch(event);
  await clock.pass(300);
  for (const verb of ["scored", "passed"]) {
    assert.deepEqual(lrs.sent().find((statement) => statement.verb.id.endsWith(verb)).result.score, { scaled: 0.5, raw: 1, min: 0, max: 2 });
  }
});

test("every request has the headers of xAPI 1.0.3, and no cookie", async () => {
  const lrs = createLrs();
  await playing(lrs);
  const { url, request } = lrs.requests[0];
  assert.equal(url, "https://lrs.example.org/xapi/statements");
  assert.deepEqual(request.headers, { "Content-Type": "application/json", "X-Experience-API-Version": "1.0.3", Authorization: "Basic YWJj" });
  assert.deepEqual([request.method, request.credentials, request.redirect, request.keepalive], ["POST", "omit", "error", true]);
});

test("statements have actor, registration, and times that rise", async () => {
  const lrs = createLrs();
  const { clock, player } = await playing(lrs);
  for (const event of played(0, 0)) player.dispatch(event);
  await clock.pass(300);
  const sent = lrs.sent();
  const times = sent.map(({ timestamp }) => timestamp);
  assert.deepEqual([...new Set(times)].sort(), times);
  for (const { actor, context, id, ...statement } of sent) {
    assert.deepEqual(actor, { objectType: "Agent", account: { homePage: "https://lms.example.org/", name: "anna" } });
    assert.match(context.registration, /^[0-9a-f-]{36}$/);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(JSON.stringify(statement).includes("null"), false);
  }
});

test("what is true once has one id, what may be repeated has its own", async () => {
  const sessions = [createLrs(), createLrs()];
  for (const lrs of sessions) {
    const { clock, player } = await playing(lrs);
    for (const event of played(0, 0)) player.dispatch(event);
    await clock.pass(300);
  }
  const [one, two] = sessions.map((lrs) => new Map(lrs.sent().map(({ verb, object, id }) => [`${verb.id} ${object.id}`, id])));
  for (const [name, id] of one) if (/experienced|completed|passed/.test(name) && !/outcomes/.test(name)) assert.equal(two.get(name), id);
  assert.match(String(one.get("http://adlnet.gov/expapi/verbs/scored https://courses.example.org/c/units/u")), /^.{14}4/);
});

test("review and browse say nothing, nor does a guest", async () => {
  for (const given of [{ mode: "review" }, { mode: "browse" }, { learner: { id: "guest", name: "" } }]) {
    const lrs = createLrs();
    const { clock, player } = await playing(lrs, { facts: given });
    player.dispatch({ type: "read", page: 0 });
    await clock.pass(300);
    await player.exit();
    assert.deepEqual(lrs.requests, []);
  }
});

test("while the LRS is down nothing is lost and the record goes on", async () => {
  let down = true;
  const lrs = createLrs(() => (down ? new TypeError("Failed to fetch") : 200));
  const { clock, player } = await playing(lrs);
  for (const event of played(0, 0)) player.dispatch(event);
  await clock.pass(300);
  assert.equal(player.saving, "saved");
  down = false;
  await clock.pass(60000);
  const ids = new Set(lrs.sent().map(({ id }) => id));
  assert.equal(ids.size, 12);
  assert.deepEqual(verbs(lrs.requests[lrs.requests.length - 1].statements).length, 12);
});

test("what was left when the page closed is sent by the next session, with its id and time", async () => {
  const indexedDB = new IDBFactory();
  const down = createLrs(() => new TypeError("Failed to fetch"));
  const { clock, player } = await playing(down, { indexedDB });
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(300);
  await settled();
  const up = createLrs();
  await playing(up, { indexedDB });
  await settled();
  const [first] = down.sent();
  assert.deepEqual(up.sent()[0], first);
  assert.deepEqual(verbs(up.sent()), ["initialized u", "experienced u/lessons/p0", "progressed u", "initialized u"]);
});

test("another learner's statements are not sent", async () => {
  const indexedDB = new IDBFactory();
  await playing(createLrs(() => new TypeError("Failed to fetch")), { indexedDB });
  await settled();
  const lrs = createLrs();
  await playing(lrs, { indexedDB, facts: { learner: { id: "ben", name: "" } } });
  await settled();
  assert.deepEqual(lrs.sent().map(({ actor }) => actor.account.name), ["ben"]);
});

test("the credential is never stored", async () => {
  /** @type {any[]} */
  const stored = [];
  const indexedDB = new IDBFactory();
  const { prototype } = /** @type {any} */ (await import("fake-indexeddb")).IDBObjectStore;
  const { put } = prototype;
  prototype.put = function (/** @type {any} */ value, /** @type {any} */ key) {
    stored.push(JSON.stringify([value, key]));
    return put.call(this, value, key);
  };
  try {
    await playing(createLrs(() => 500), { indexedDB });
    await settled();
  } finally {
    prototype.put = put;
  }
  assert.ok(stored.length > 0);
  for (const text of stored) assert.equal(/YWJj|Basic/.test(text), false);
});

test("every statement is valid by the JSON schema of xAPI", async () => {
  const invalid = statementValidator();
  const lrs = createLrs();
  const { clock, player, frames } = await playing(lrs, { lrs: { free_text: true, include_name: true } });
  const [open, ...rest] = played(0, 1);
  player.dispatch(open);
  player.dispatch({ type: "started", sheet: 0, seed: null });
  player.dispatch({ type: "answered", sheet: 0, item: 3, response: ["soap"] });
  player.dispatch({ type: "checked", sheet: 0, item: 3 });
  await clock.pass(300);
  await player.exit();
  const next = createLrs();
  const again = await playing(next, { frame: frames[frames.length - 1] });
  for (const event of rest) again.player.dispatch(event);
  await again.clock.pass(300);
  await again.player.exit();
  const sent = [...lrs.sent(), ...next.sent()];
  assert.equal(new Set(sent.map(({ verb }) => verb.id)).size, 9);
  for (const statement of sent) assert.equal(invalid(statement), null, JSON.stringify(statement));
  assert.notEqual(invalid({ ...sent[0], extra: 1 }), null);
  assert.notEqual(invalid({ ...sent[0], result: { success: "true" } }), null);
});

test("an outcome is mastered or missed when what asks about it has been handed in", async () => {
  for (const [second, verb] of /** @type {const} */ ([[0, "passed"], [1, "failed"]])) {
    const lrs = createLrs();
    const { clock, player } = await playing(lrs);
    for (let attempt = 0; attempt < 2; attempt++) {
      for (const event of played(second, second)) player.dispatch(event);
      await clock.pass(2000);
    }
    const told = lrs.sent().filter(({ object }) => object.id.endsWith("/outcomes/LO1"));
    assert.deepEqual(told.map(({ verb }) => verb.id.split("/").pop()), [verb]);
    assert.deepEqual(told[0].result, { success: verb === "passed", score: { scaled: second ? 0 : 1, raw: second ? 0 : 2, min: 0, max: 2 } });
    assert.deepEqual(told[0].context.contextActivities.parent, [{ objectType: "Activity", id: "https://courses.example.org/c/units/u" }]);
  }
});

test("progress is told in whole per cents as it grows, and not at the end", async () => {
  const lrs = createLrs();
  const { clock, player } = await playing(lrs);
  for (const event of played(0, 0)) {
    player.dispatch(event);
    await clock.pass(2000);
  }
  const told = lrs.sent().filter(({ verb }) => verb.id.endsWith("/progressed")).map(({ result }) => Object.values(result.extensions)[0]);
  assert.deepEqual(told, [20, 40, 60, 80]);
});

test("by the SCORM profile a session is suspended or terminated, its attempt is an activity, and what is in it has the unit above it", async () => {
  for (const [events, end] of /** @type {const} */ ([[played(0, 0), "terminated"], [[{ type: "read", page: 0 }], "suspended"]])) {
    const lrs = createLrs();
    const { clock, player } = await playing(lrs, { scorm: true });
    for (const event of events) player.dispatch(event);
    await clock.pass(2000);
    await player.exit();
    const ends = lrs.sent().map(({ verb }) => verb.id.split("/").pop()).filter((word) => ["suspended", "terminated"].includes(word));
    assert.deepEqual(ends, [end]);
    for (const { context, result, verb } of lrs.sent()) {
      assert.equal(context.contextActivities.grouping.at(-1).id, `https://courses.example.org/c/units/u?attemptId=${context.registration}`);
      if (verb.id.endsWith("progressed")) assert.equal(result.score.scaled, 0.2);
    }
  }
});

test("a clock that is far ahead of the LRS's is put right", async () => {
  const answer = () => [200, { Date: new Date(Date.UTC(2020, 0, 1)).toUTCString() }];
  const lrs = createLrs(answer);
  const { clock, player } = await playing(lrs);
  for (const page of [0, 1]) {
    player.dispatch({ type: "read", page });
    await clock.pass(2000);
  }
  assert.match(lrs.sent().at(-1).timestamp, /^20(19-12-31|20-01-01)/);
});

test("2.0.0 is spoken only where the LRS lists no 1.0", async () => {
  for (const [version, spoken] of /** @type {const} */ ([[["1.0.3", "2.0.0"], "1.0.3"], [["2.0.0"], "2.0.0"], [["1.0.3"], "1.0.3"], [[], "1.0.3"]])) {
    const lrs = createLrs();
    lrs.about = () => ({ status: 200, text: async () => JSON.stringify({ version }), headers: new Headers() });
    await playing(lrs);
    assert.equal(lrs.requests[0].request.headers["X-Experience-API-Version"], spoken, version.join());
  }
});

test("where 2.0.0 is spoken a score that reaches its max goes without it", async () => {
  for (const [version, full] of /** @type {[string, object][]} */ ([["1.0.3", { scaled: 1, raw: 1, min: 0, max: 1 }], ["2.0.0", { scaled: 1, raw: 1, min: 0 }]])) {
    const lrs = createLrs();
    lrs.about = () => ({ status: 200, text: async () => JSON.stringify({ version: [version] }), headers: new Headers() });
    const { clock, player } = await playing(lrs);
    for (const event of played(0, 1)) player.dispatch(event);
    await clock.pass(5000);
    const scores = lrs.sent().filter((statement) => statement.verb.id.endsWith("answered")).map(({ result }) => result.score);
    assert.deepEqual(scores, [full, { scaled: 0, raw: 0, min: 0, max: 1 }]);
  }
});

test("an LRS that cannot be asked for its versions is asked again before anything is sent", async () => {
  const lrs = createLrs();
  lrs.about = () => new TypeError("down");
  const { clock } = await playing(lrs);
  assert.equal(lrs.requests.length, 0);
  lrs.about = () => ({ status: 404, text: async () => "", headers: new Headers() });
  await clock.pass(60000);
  assert.deepEqual(verbs(lrs.sent()), ["initialized u"]);
});

test("a credential that has run out is asked for once more where there is a broker", async () => {
  const broker = "https://broker.example.org/token";
  let given = 0;
  const lrs = createLrs((_statements, { headers }) => (headers.Authorization === "Bearer 1" && lrs.requests.length > 1 ? 401 : 200));
  const { fetch } = lrs;
  lrs.fetch = async (/** @type {string} */ url, /** @type {any} */ request) => (url === broker ? { ok: true, json: async () => ({ endpoint: "https://lrs.example.org/xapi", auth: `Bearer ${++given}` }) } : fetch(url, request));
  const { clock, player } = await playing(lrs, { lrs: { from: ["broker"], broker } });
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(5000);
  assert.equal(given, 2);
  assert.ok(verbs(lrs.requests.at(-1)?.statements ?? []).includes("experienced u/lessons/p0"));
});
