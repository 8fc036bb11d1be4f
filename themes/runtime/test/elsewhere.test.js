// A record that two pages write, each unaware of the other: another device, another tab, or one that was left open. Nothing that a learner did is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createLms } from "./lms5.js";
import { launched } from "./xapi-launched.js";

/** @typedef {Awaited<ReturnType<typeof launched>>} Page */

/** @param {Page} page @param {number} slot */
async function read({ player, clock }, slot) {
  player.dispatch({ type: "read", page: slot });
  await clock.pass(2000);
}

/** Answers the first question of the practice. @param {Page} page @param {number} item @param {any} value */
async function answer({ player, clock }, item, value) {
  if (!player.state.sheets[0]?.paper) player.dispatch({ type: "started", sheet: 0, seed: null });
  player.dispatch({ type: "answered", sheet: 0, item, response: [value] });
  player.dispatch({ type: "checked", sheet: 0, item });
  await clock.pass(2000);
}

/** What a page that is opened now finds. @param {ReturnType<typeof createLms>} lrs */
const found = async (lrs) => (await launched(lrs)).player.state;

test("a page that was left open takes nothing back when it is closed", async () => {
  const lrs = createLms();
  const one = await launched(lrs);
  await read(one, 1);
  const other = await launched(lrs);
  for (const page of [0, 2, 3]) await read(other, page);
  one.player.leave();
  await one.clock.pass(2000);
  assert.deepEqual((await found(lrs)).read, [0, 1, 2, 3]);
});

test("what two pages do is done on what the other has stored, and shown on both", async () => {
  const lrs = createLms();
  const [one, other] = [await launched(lrs), await launched(lrs)];
  await read(one, 1);
  await other.clock.pass(600000);
  await answer(other, 0, 0);
  await one.clock.pass(600000);
  await answer(one, 3, "soap");
  assert.deepEqual([one.player.saving, other.player.saving], ["saved", "saved"]);
  const { read: pages, sheets } = await found(lrs);
  assert.deepEqual([pages, sheets[0].answers], [[1], { 0: { response: [0], checked: true, tries: 1 }, 3: { response: ["soap"], checked: true, tries: 1 } }]);
  assert.deepEqual(one.player.state.sheets[0].answers, sheets[0].answers);
  const said = lrs.sent().filter(({ verb }) => verb.id.endsWith("/answered"));
  assert.equal(said.length, 2, "no answer is told twice");
});

test("records that went equally far are joined too", async () => {
  const lrs = createLms();
  const [one, other] = [await launched(lrs), await launched(lrs)];
  await read(one, 1);
  await read(other, 2);
  assert.deepEqual(other.player.state.read, [1, 2]);
  for (const [page, slot] of /** @type {const} */ ([[one, 0], [other, 3]])) await read(page, slot);
  assert.deepEqual((await found(lrs)).read, [0, 1, 2, 3]);
});

test("a save that begins while another is under way takes back nothing, however slow the LRS is", async () => {
  let slow = false;
  /** @type {Page["clock"]} */
  let clock;
  const lrs = createLms({
    answer: async ({ method, query }) => {
      if (!slow || method !== "GET" || query.stateId !== "coursec") return undefined;
      // What is there now is told three seconds later.
      const there = lrs.kept;
      await new Promise((done) => clock.later(() => done(null), 3000));
      return there ? [200, there] : [404];
    },
  });
  const page = await launched(lrs);
  clock = page.clock;
  await read(page, 0);
  slow = true;
  for (const slot of [1, 2, 3]) await read(page, slot);
  await clock.pass(20000);
  assert.deepEqual([page.player.state.read, page.player.saving], [[0, 1, 2, 3], "saved"]);
  slow = false;
  assert.deepEqual((await found(lrs)).read, [0, 1, 2, 3]);
  const pages = lrs.sent().filter(({ verb }) => verb.id.endsWith("/experienced"));
  assert.equal(pages.length, 4, "no page is told twice");
});

test("what was stored, and whose answer was lost, is not taken for somebody else's", async () => {
  /** @type {any} */
  let there = null;
  let lost = false;
  const lrs = createLms({
    answer: ({ method, query, body }) => {
      if (query.stateId !== "coursec") return undefined;
      if (method === "GET") return there ? [200, there] : [404];
      there = body;
      return lost ? new TypeError("the answer is lost") : [204];
    },
  });
  const page = await launched(lrs);
  const { player, clock } = page;
  lost = true;
  for (const type of /** @type {const} */ (["started", "answered", "checked", "retried", "answered", "checked"])) player.dispatch(/** @type {any} */ ({ type, sheet: 0, item: 3, response: ["salt"], seed: null }));
  await clock.pass(2000);
  lost = false;
  await read(page, 1);
  await clock.pass(100000);
  assert.deepEqual([player.state.sheets[0].answers[3].tries, player.saving], [2, "saved"]);
});
