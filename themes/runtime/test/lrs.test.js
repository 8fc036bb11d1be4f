import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { openDatabase, transact } from "../src/client/database.js";
import { createSender } from "../src/client/lrs.js";
import { createQueue } from "../src/client/queue.js";
import { createClock, settled } from "./clock.js";
import { createLrs, reporting } from "./xapi-unit.js";

/** @type {any} */ (globalThis).IDBKeyRange = IDBKeyRange;

/** A queue in memory. @param {number} count @param {string} [text] */
function queueOf(count, text = "") {
  const queue = {
    entries: Array.from({ length: count }, (_, at) => ({ key: String(at), statement: { id: at, text } })),
    /** @type {number[]} */
    refused: [],
    add: () => {},
    /** @param {any[]} done @param {boolean} [refused] */
    drop(done, refused) {
      queue.entries = queue.entries.filter((entry) => !done.includes(entry));
      if (refused) queue.refused.push(...done.map(({ statement }) => statement.id));
    },
    ready: Promise.resolve(),
  };
  return queue;
}

/** @param {ReturnType<typeof queueOf>} queue @param {ReturnType<typeof createLrs>} lrs @param {any} [dialect] */
function sending(queue, lrs, dialect) {
  const clock = createClock();
  const launch = { endpoint: "https://lrs.example.org/xapi", auth: "Basic YWJj", actor: /** @type {any} */ ({}), registration: "", person: "", version: "1.0.3", dialect };
  const window = /** @type {any} */ ({ fetch: lrs.fetch });
  return { clock, sender: createSender(queue, launch, { data: reporting(), items: {}, window, clock, random: () => 1 }) };
}
/** @param {ReturnType<typeof createLrs>} lrs */
const sizes = (lrs) => lrs.requests.map(({ statements }) => statements.length);

test("at most 20 statements go in one request, first in first out", async () => {
  const lrs = createLrs();
  const queue = queueOf(45);
  await sending(queue, lrs).sender.send();
  assert.deepEqual(sizes(lrs), [20, 20, 5]);
  assert.deepEqual(lrs.sent().map(({ id }) => id), [...Array(45).keys()]);
});

// Chromium counts a request that may outlive the page as being on its way until its answer is read, and refuses more than 64 KiB.
test("what an LRS answers is read to its end", async () => {
  const lrs = createLrs();
  await sending(queueOf(45), lrs).sender.send();
  assert.deepEqual([lrs.read, lrs.requests.length], [3, 3]);
});

test("at most 48 KiB go in one request, but always one statement", async () => {
  const lrs = createLrs();
  await sending(queueOf(5, "é".repeat(10000)), lrs).sender.send();
  assert.deepEqual(sizes(lrs), [2, 2, 1]);
  const large = createLrs();
  await sending(queueOf(2, "x".repeat(60000)), large).sender.send();
  assert.deepEqual(sizes(large), [1, 1]);
});

test("one bad statement is found, put aside, and the others are stored", async () => {
  const lrs = createLrs((statements) => (statements.some(({ id }) => id === 13) ? 400 : 200));
  const queue = queueOf(20);
  await sending(queue, lrs).sender.send();
  assert.deepEqual([queue.entries, queue.refused], [[], [13]]);
});

test("a conflict is a statement that is stored", async () => {
  const known = new Set([3, 4]);
  const lrs = createLrs((statements) => (statements.some(({ id }) => known.has(id)) ? 409 : 200));
  const queue = queueOf(8);
  await sending(queue, lrs).sender.send();
  assert.deepEqual([queue.entries, queue.refused], [[], []]);
  const stored = lrs.requests.filter(({ statements }) => !statements.some(({ id }) => known.has(id))).flatMap(({ statements }) => statements.map(({ id }) => id));
  assert.deepEqual(stored, [0, 1, 2, 5, 6, 7]);
});

test("a request that is too large is halved", async () => {
  const lrs = createLrs((statements) => (statements.length > 5 ? 413 : 200));
  const queue = queueOf(20);
  await sending(queue, lrs).sender.send();
  assert.deepEqual(queue.entries, []);
});

for (const status of [401, 403]) {
  test(`after ${status} nothing is sent any more, and nothing is lost`, async () => {
    const lrs = createLrs(() => status);
    const queue = queueOf(3);
    const { sender, clock } = sending(queue, lrs);
    await sender.send();
    await clock.pass(600000);
    await sender.send();
    await sender.last();
    assert.deepEqual([lrs.requests.length, queue.entries.length], [1, 3]);
  });
}

for (const [name, answer] of /** @type {[string, any][]} */ ([["429", 429], ["500", 500], ["503", 503], ["no network", new TypeError("Failed to fetch")]])) {
  test(`${name}: it waits 1, 2, 4 ... at most 60 s`, async () => {
    const lrs = createLrs(() => answer);
    const { sender, clock } = sending(queueOf(1), lrs);
    await sender.send();
    let count = 1;
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await clock.pass(seconds * 1000 - 1);
      await sender.send();
      assert.equal(lrs.requests.length, count);
      await clock.pass(1);
      assert.equal(lrs.requests.length, ++count);
    }
  });
}

test("it waits as long as it is asked to", async () => {
  const lrs = createLrs(() => [503, { "Retry-After": "120" }]);
  const { sender, clock } = sending(queueOf(1), lrs);
  await sender.send();
  await clock.pass(119999);
  assert.equal(lrs.requests.length, 1);
  await clock.pass(1);
  assert.equal(lrs.requests.length, 2);
});

test("a request that is never answered is given up after 30 s", async () => {
  const lrs = createLrs((_statements, { signal }) => new Promise((done) => signal.addEventListener("abort", () => done(new Error("aborted")))));
  const { sender, clock } = sending(queueOf(1), lrs);
  void sender.send();
  await clock.pass(30000);
  await clock.pass(1000);
  assert.equal(lrs.requests.length, 2);
});

/** A sender with a statement in the air, another that waits behind it, and an LRS that answers when it is told to. @param {object} [dialect] */
async function leaving(dialect) {
  /** @type {((status: number) => void)[]} */
  const answers = [];
  const lrs = createLrs(() => new Promise((done) => answers.push(done)));
  const queue = queueOf(1);
  const { sender, clock } = sending(queue, lrs, dialect);
  void sender.send();
  await settled();
  queue.entries.push({ key: "9", statement: { id: 9, text: "" } });
  return { lrs, queue, sender, clock, answers, told: () => lrs.requests.map(({ statements }) => statements.map(({ id }) => id)) };
}

test("the last request does not repeat what is in the air, and both outlive the page", async () => {
  const { lrs, sender, told } = await leaving();
  void sender.last();
  assert.deepEqual(told(), [[0], [9]], "a page that goes has no time to wait");
  assert.deepEqual(lrs.requests.map(({ request }) => request.keepalive), [true, true]);
});

test("a page that stays waits for what is in the air, and sends what an LRS did not take in one", async () => {
  const { queue, sender, answers, told } = await leaving();
  queue.entries.push({ key: "10", statement: { id: 10, text: "" } });
  let left = false;
  void sender.last().then(() => (left = true));
  answers[0](200);
  await settled();
  assert.deepEqual(told(), [[0], [9, 10]], "nothing goes twice");
  for (const [at, status] of [413, 200, 200].entries()) {
    assert.equal(left, false);
    answers[at + 1](status);
    await settled();
  }
  assert.deepEqual([left, told().slice(2), queue.entries], [true, [[9], [10]], []]);
});

// cmi5 9.3.8: terminated is the last statement of a session.
test("an LMS is told the end of a session after what is in the air", async () => {
  const { sender, answers, told } = await leaving({ sent() {} });
  void sender.last();
  await settled();
  assert.deepEqual(told(), [[0]]);
  answers[0](200);
  await settled();
  assert.deepEqual(told(), [[0], [9]]);
});

test("an LMS that does not answer is waited for no longer than a second", async () => {
  const { sender, clock, told } = await leaving({ sent() {} });
  void sender.last();
  await clock.pass(1000);
  assert.deepEqual(told(), [[0], [9]]);
});

test("what is long goes without the promise to outlive the page, which a browser gives for 64 KiB alone", async () => {
  const lrs = createLrs();
  await sending(queueOf(1, "x".repeat(60000)), lrs).sender.send();
  assert.deepEqual(lrs.requests.map(({ request }) => request.keepalive), [false]);
});

test("of more than 2,000 statements chatter is given up first, then answers, and what was earned never", () => {
  const database = /** @type {any} */ ({ indexedDB: { open: () => ({}) } });
  const queue = createQueue(database, createClock(), "owner");
  /** @param {string} verb @param {number} count */
  const add = (verb, count) => Array.from({ length: count }, (_, at) => queue.add({ id: `${verb}-${at}`, verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` } }));
  const count = (/** @type {string} */ verb) => queue.entries.filter(({ statement }) => statement.id.startsWith(verb)).length;
  add("completed", 1);
  add("answered", 1000);
  add("experienced", 1000);
  assert.deepEqual([queue.entries.length, count("completed"), count("answered"), count("experienced")], [2000, 1, 1000, 999]);
  add("passed", 1);
  add("answered", 1500);
  assert.deepEqual([queue.entries.length, count("completed"), count("passed"), count("answered"), count("experienced")], [2000, 1, 1, 1998, 0]);
  assert.equal(queue.entries.find(({ statement }) => statement.id.startsWith("answered"))?.statement.id, "answered-502", "the oldest go first");
});

test("what waits is stored as it always was: a statement under owner, time, number and id, so that a new release sends what the last one left", async () => {
  const indexedDB = new IDBFactory();
  const clock = createClock();
  const database = await openDatabase({ indexedDB }, clock, "coursec-statements", ["waiting", "refused"]);
  const put = (/** @type {string} */ key, /** @type {any} */ statement) => transact(database, "waiting", "readwrite", (store) => store.put(statement, key));
  await put("owner|001795390000000|000000|s-1", { id: "s-1" });
  await put("other|001795390000000|000000|s-2", { id: "s-2" });
  const queue = createQueue(/** @type {any} */ ({ indexedDB }), clock, "owner");
  await queue.ready;
  assert.deepEqual(queue.entries, [{ key: "owner|001795390000000|000000|s-1", statement: { id: "s-1" } }]);
  queue.drop(queue.entries);
  await settled();
  assert.deepEqual(await transact(database, "waiting", "readonly", (store) => store.getAllKeys()), ["other|001795390000000|000000|s-2"]);
  queue.add({ id: "s-3" });
  await settled();
  const [, key] = await transact(database, "waiting", "readonly", (store) => store.getAllKeys());
  assert.deepEqual([/^owner\|\d{15}\|000000\|s-3$/.test(`${key}`), await transact(database, "waiting", "readonly", (store) => store.get(/** @type {any} */ (key)))], [true, { id: "s-3" }]);
});

test("a wait that is longer than a browser's timers go is not cut to none", async () => {
  const lrs = createLrs(() => [503, { "Retry-After": "9999999" }]);
  const { sender, clock } = sending(queueOf(1), lrs);
  /** @type {number[]} */
  const waits = [];
  const { later } = clock;
  clock.later = (act, ms) => (waits.push(ms), later(act, ms));
  await sender.send();
  assert.ok(Math.max(...waits) > 24 * 86400000 && Math.max(...waits) < 2 ** 31, `${waits}`);
});

for (const [what, body] of [["nothing", ""], ["a page", "<!doctype html><title>Sign in</title>"]]) {
  test(`an answer without ids stores no statement: ${what}`, async () => {
    let works = false;
    const lrs = createLrs();
    const real = lrs.fetch;
    lrs.fetch = async (/** @type {string} */ url, /** @type {any} */ request) => ({ ...(await real(url, request)), ...(!works && { text: async () => body }) });
    const queue = queueOf(3);
    const { sender, clock } = sending(queue, lrs);
    await sender.send();
    assert.equal(queue.entries.length, 3);
    works = true;
    await clock.pass(1000);
    assert.deepEqual([queue.entries, queue.refused], [[], []]);
  });
}
