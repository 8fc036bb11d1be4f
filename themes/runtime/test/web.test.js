import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBDatabase, IDBFactory } from "fake-indexeddb";
import { createTracker } from "../src/adapters/web.js";
import { createClock, settled } from "./clock.js";
import { items, unit } from "./unit.js";

/** @param {any} window @param {object} [more] */
const trackerOf = (window, more) => createTracker({ data: unit(more), items, window, clock: createClock() });
/** @param {string} frame @param {number} [counter] @returns {import("../src/tracker.js").Projection} */
const projection = (frame, counter = 1) => ({ frame, counter, location: "/p2", completion: "incomplete", success: "unknown", score: null, interactions: [], sessionTime: 0, finished: false, state: /** @type {any} */ ({}) });

test("what was saved in a browser is there again", async () => {
  const window = { indexedDB: new IDBFactory() };
  const tracker = trackerOf(window);
  assert.equal((await tracker.load()).frame, "");
  assert.deepEqual(await tracker.save(projection("C1.ABC")), { saved: true });
  const { frame, facts } = await trackerOf(window).load();
  assert.equal(frame, "C1.ABC");
  assert.equal(facts.location, "/p2");
  assert.equal(facts.recording, true);
});

/** What a browser keeps at once. */
const copies = () => {
  const held = new Map();
  return { held, getItem: (/** @type {string} */ key) => held.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ text) => held.set(key, text), removeItem: (/** @type {string} */ key) => held.delete(key) };
};

test("what was saved as the page went is there, though its transaction never completed", async () => {
  const window = { indexedDB: new IDBFactory(), localStorage: copies() };
  const tracker = trackerOf(window);
  await tracker.load();
  await tracker.save(projection("C1.OLD", 3));
  assert.equal(window.localStorage.held.size, 0, "a completed transaction needs no copy");
  const { prototype } = IDBDatabase;
  const { transaction } = prototype;
  prototype.transaction = () => /** @type {any} */ ({ objectStore: () => ({ put: () => ({}) }) });
  try {
    void tracker.end(projection("C1.LAST", 4));
  } finally {
    prototype.transaction = transaction;
  }
  assert.equal((await trackerOf(window).load()).frame, "C1.LAST");
});

test("a copy that is older than the record is not read", async () => {
  const window = { indexedDB: new IDBFactory(), localStorage: copies() };
  const tracker = trackerOf(window);
  await tracker.load();
  await tracker.save(projection("C1.NEW", 5));
  window.localStorage.setItem("coursec/c/u", JSON.stringify({ frame: "C1.OLD", location: "/p0", counter: 4 }));
  assert.equal((await trackerOf(window).load()).frame, "C1.NEW");
});

test("two tabs of a browser: what the other has stored is handed over, not replaced; what is left open and closed later takes nothing back", async () => {
  const window = { indexedDB: new IDBFactory(), localStorage: copies() };
  const [one, other] = [trackerOf(window), trackerOf(window)];
  for (const tracker of [one, other]) await tracker.load();
  await one.save(projection("C1.ONE", 1));
  const { saved, other: found } = await other.save(projection("C1.OTHER", 1));
  assert.deepEqual([saved, found?.frame, found?.facts.recording, window.localStorage.held.size], [false, "C1.ONE", true, 0]);
  assert.deepEqual(await other.save(projection("C1.BOTH", 2)), { saved: true });
  assert.deepEqual(await one.end(projection("C1.ONE", 1)), { saved: true });
  assert.equal((await trackerOf(window).load()).frame, "C1.BOTH");
});

test("units do not share a record", async () => {
  const window = { indexedDB: new IDBFactory() };
  const tracker = trackerOf(window);
  await tracker.load();
  await tracker.save(projection("C1.ABC"));
  assert.equal((await trackerOf(window, { scope: "c/other" }).load()).frame, "");
});

test("saved is what a transaction completed", async () => {
  const factory = new IDBFactory();
  const tracker = trackerOf({ indexedDB: factory });
  await tracker.load();
  /** @type {(() => void)[]} */
  const completed = [];
  const { prototype } = IDBDatabase;
  const { transaction } = prototype;
  prototype.transaction = function (...needs) {
    const made = transaction.apply(this, needs);
    if (needs[1] !== "readwrite") return made;
    return new Proxy(made, {
      get: (target, name) => (name === "objectStore" ? target.objectStore.bind(target) : Reflect.get(target, name, target)),
      set: (target, name, value) => Reflect.set(target, name, name === "oncomplete" ? () => completed.push(value) : value, target),
    });
  };
  try {
    let saved = false;
    const saving = tracker.save(projection("C1.ABC")).then(() => (saved = true));
    await settled();
    assert.equal(completed.length, 1);
    assert.equal(saved, false);
    completed[0]();
    await saving;
  } finally {
    prototype.transaction = transaction;
  }
});

test("a transaction that is aborted is not saved", async () => {
  const factory = new IDBFactory();
  const tracker = trackerOf({ indexedDB: factory });
  await tracker.load();
  const cyclic = projection("C1.ABC");
  cyclic.frame = /** @type {any} */ (() => "cannot be cloned");
  assert.equal((await tracker.save(cyclic)).saved, false);
});

for (const [name, window] of /** @type {[string, any][]} */ ([
  ["has no database", {}],
  ["throws when asked for it", { get indexedDB() { throw new Error("SecurityError"); } }],
  ["throws when it is opened", { indexedDB: { open() { throw new Error("SecurityError"); } } }],
])) {
  test(`a browser that ${name} records nothing`, async () => {
    const tracker = trackerOf(window);
    assert.equal((await tracker.load()).facts.recording, false);
    assert.equal((await tracker.save(projection("C1.ABC"))).saved, false);
  });
}

test("a browser that never answers records nothing", async () => {
  const clock = createClock();
  const loading = createTracker({ data: unit(), items, window: /** @type {any} */ ({ indexedDB: { open: () => ({}) } }), clock }).load();
  await clock.pass(5000);
  assert.equal((await loading).facts.recording, false);
});

test("ending in a browser saves, then nothing is saved any more", async () => {
  const window = { indexedDB: new IDBFactory() };
  const tracker = trackerOf(window);
  await tracker.load();
  assert.deepEqual(await tracker.end(projection("C1.END")), { saved: true });
  assert.equal((await tracker.save(projection("C1.LATE"))).saved, false);
  assert.equal((await trackerOf(window).load()).frame, "C1.END");
});
