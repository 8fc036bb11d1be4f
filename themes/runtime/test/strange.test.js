// LRSs and launches that are not as they should be: the course can be taken, says what is not recorded, and nothing is lost that comes back later.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createLms } from "./lms5.js";
import { played } from "./unit.js";
import { address, launched } from "./xapi-launched.js";

const PAGE = "<!doctype html>\n<title>Please sign in</title>";

test("nothing is answered by what the browser remembers", async () => {
  const lrs = createLms();
  const { player, clock } = await launched(lrs);
  player.dispatch({ type: "read", page: 1 });
  await clock.pass(2000);
  assert.ok(lrs.requests.length > 4);
  for (const { cache, method, path } of lrs.requests) assert.equal(cache, "no-store", `${method} ${path}`);
});

for (const [what, body] of [["a page", PAGE], ["nothing", ""]]) {
  test(`a page for people is no answer of an LRS: nothing counts as stored, and all is there once it answers (${what})`, async () => {
    let strange = true;
    const lrs = createLms({ answer: () => (strange ? [200, body] : undefined) });
    const { player, clock } = await launched(lrs);
    await clock.pass(6000);
    for (const event of played(0, 0)) player.dispatch(event);
    await clock.pass(2000);
    assert.deepEqual([player.facts.recording, player.saving, player.state.success], [true, "unsaved", "passed"]);
    strange = false;
    await clock.pass(200000);
    assert.equal(player.saving, "saved");
    assert.deepEqual((await launched(lrs)).player.state.read, [0, 1, 2, 3]);
    for (const word of ["completed", "passed"]) assert.ok(lrs.sent().some(({ verb }) => verb.id.endsWith(`/${word}`)), word);
  });
}

test("an LRS that hangs from the start is not waited for: what is done is kept here, and done on what the LRS has once it answers", async () => {
  const lrs = createLms();
  const before = await launched(lrs);
  before.player.dispatch({ type: "read", page: 0 });
  await before.clock.pass(2000);
  let hangs = true;
  const slow = createLms({ state: lrs.kept, answer: () => (hangs ? new Promise(() => {}) : undefined) });
  const { player, clock, window } = await launched(slow);
  player.dispatch({ type: "read", page: 1 });
  await clock.pass(24000);
  assert.equal(player.facts.recording, true);
  const copies = [...window.localStorage.held.values()].map((text) => JSON.parse(text).frame);
  assert.ok(copies.some(Boolean), "a copy is in the browser");
  hangs = false;
  player.dispatch({ type: "read", page: 2 });
  await clock.pass(2000);
  assert.deepEqual([player.saving, player.state.read], ["saved", [0, 1, 2]]);
  assert.deepEqual((await launched(slow)).player.state.read, [0, 1, 2]);
});

test("a document that is no JSON is damaged, and the learner is told", async () => {
  const lrs = createLms({ answer: ({ method, query }) => (method === "GET" && query.stateId ? [200, '{"frame": "C1.Ab'] : undefined) });
  const { player, clock } = await launched(lrs);
  assert.deepEqual([player.verdict, player.facts.recording], ["damaged", true]);
  player.dispatch({ type: "read", page: 1 });
  await clock.pass(2000);
  assert.equal(player.saving, "saved");
});

for (const state of [null, 7, "C1.", [], {}, { frame: null }, { frame: 7, counter: {} }, { frame: "", counter: "many", location: {}, told: "all" }]) {
  test(`a document of another kind is none: ${JSON.stringify(state)}`, async () => {
    const lrs = createLms({ answer: ({ method, query }) => (method === "GET" && query.stateId ? [200, state] : undefined) });
    const { player, clock } = await launched(lrs);
    player.dispatch({ type: "read", page: 1 });
    await clock.pass(20000);
    assert.ok(player.facts.recording);
    assert.deepEqual(player.state.read, [1]);
  });
}

for (const [what, actor] of Object.entries({ "no JSON": "{", "a list": "[]", "a text": '"anna"', null: "null", "no identifier": '{"name": "Anna"}', "an empty account": '{"account": {}}' })) {
  test(`a launch whose actor is ${what} records nothing, and the course works`, async () => {
    const lrs = createLms();
    const { player, clock } = await launched(lrs, { href: address({ actor }) });
    for (const event of played(0, 0)) player.dispatch(event);
    await clock.pass(2000);
    assert.deepEqual([player.facts.recording, player.state.success, lrs.requests.length], [false, "passed", 0]);
  });
}

test("a launch whose registration is none has one that is the same for learner and unit everywhere", async () => {
  for (const registration of ["", "7", "not-a-uuid"]) {
    const lrs = createLms();
    const { player, clock } = await launched(lrs, { href: address({ registration }) });
    player.dispatch({ type: "read", page: 1 });
    await clock.pass(2000);
    assert.equal(player.saving, "saved");
    const [first] = lrs.requests.flatMap(({ query }) => query.registration ?? []);
    assert.match(first, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const again = createLms();
    await launched(again, { href: address({ registration }) });
    assert.ok(again.requests.every(({ query }) => !query.registration || query.registration === first));
  }
});
