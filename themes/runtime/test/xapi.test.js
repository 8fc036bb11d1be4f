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

/** @param {ReturnType<typeof createLrs>} lrs @param {{indexedDB?: any, lrs?: object, facts?: object, frame?: string}} [given] */
async function playing(lrs, given = {}) {
  const clock = createClock(Date.UTC(2026, 10, 21, 20) + sessions++ * 3600000);
  const data = reporting(given.lrs);
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
    "answered u/items/q1", "answered u/items/q2", "scored u", "completed u", "passed u", "terminated u",
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
  assert.deepEqual(second.context.contextActivities, { grouping: [{ objectType: "Activity", id: "https://courses.example.org/c" }], parent: [{ objectType: "Activity", id: "https://courses.example.org/c/units/u/assessments/s1" }] });
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
  assert.deepEqual([request.method, request.credentials, request.redirect, request.keepalive], ["POST", "omit", "error", false]);
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
  for (const [name, id] of one) if (/experienced|completed|passed/.test(name)) assert.equal(two.get(name), id);
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
  assert.equal(ids.size, 10);
  assert.deepEqual(verbs(lrs.requests[lrs.requests.length - 1].statements).length, 10);
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
  assert.deepEqual(verbs(up.sent()), ["initialized u", "experienced u/lessons/p0", "initialized u"]);
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
