// APIs of LMSs that are not as they should be: whatever they return, nothing throws, nothing hangs, the course can be taken, and what is not kept is not called saved.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createTracker as tracker12 } from "../src/adapters/scorm12.js";
import { createTracker as tracker2004 } from "../src/adapters/scorm2004.js";
import * as mastery from "../src/mastery.js";
import { createPlayer } from "../src/player.js";
import { table } from "../src/table.js";
import { createClock } from "./clock.js";
import { items, played, unit } from "./unit.js";

Object.assign(table, { mastery });

/** @type {Record<string, {create: typeof tracker12, api: string, prefix: string}>} */
const STANDARDS = { "SCORM 1.2": { create: tracker12, api: "API", prefix: "LMS" }, "SCORM 2004": { create: tracker2004, api: "API_1484_11", prefix: "" } };
const CALLS = ["Initialize", "Finish", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"];
const objective = { id: "LO1_0_0", iri: null, title: "One", lessons: [1], asked: [[1, 2]] };

/** What every call returns. @type {Record<string, () => any>} */
const ANSWERS = {
  throws: () => { throw new Error("no session"); },
  "throws nothing at all": () => { throw undefined; },
  null: () => null,
  undefined: () => undefined,
  true: () => true,
  false: () => false,
  "a number": () => 1732312345,
  "a text": () => "undefined",
  "an object": () => ({}),
  "an object that is no text": () => Object.create(null),
  "a symbol": () => Symbol("x"),
  "a promise": () => Promise.resolve("true"),
  "a page": () => "<!doctype html><title>Sign in</title>",
};

/** The page of a unit under an API. @param {(needs: import("../src/tracker.js").TrackerNeeds) => import("../src/tracker.js").Tracker} create @param {object} apis by the names that pages look for */
async function opened(create, apis) {
  const clock = createClock();
  const window = /** @type {any} */ ({ ...apis });
  window.parent = window;
  const data = unit({ objectives: [objective] });
  const made = createPlayer({ data, items, clock, random: () => 0.5, reporter: null, tracker: create({ data, items, window, clock }) });
  await clock.pass(300);
  return { clock, player: await made };
}

for (const [standard, { create, api, prefix }] of Object.entries(STANDARDS)) {
  for (const [what, answer] of Object.entries(ANSWERS)) {
    test(`${standard}: an API that always answers ${what}: the course can be taken, and nothing is called saved that is not`, async () => {
      const { clock, player } = await opened(create, { [api]: Object.fromEntries(CALLS.map((name) => [prefix + name, answer])) });
      for (const event of played(0, 0)) player.dispatch(event);
      await clock.pass(5000);
      assert.equal(player.state.success, "passed");
      // Only a commit that was answered with true, and no error, is a commit.
      assert.equal(player.saving === "saved", what === "true", player.saving);
      await player.exit();
      player.leave();
    });
  }
}

test("SCORM 2004: an API that counts a billion objectives and interactions stops nothing", async () => {
  let asked = 0;
  /** @param {string} name */
  const call = (name) => () => (asked++, name === "GetLastError" ? "0" : "1732312345");
  const { clock, player } = await opened(tracker2004, { API_1484_11: Object.fromEntries(CALLS.map((name) => [name, call(name)])) });
  for (const event of played(0, 0)) player.dispatch(event);
  await clock.pass(2000);
  assert.deepEqual([player.state.success, player.saving], ["passed", "unsaved"]);
  assert.ok(asked < 5000, `${asked} calls`);
});

for (const [what, state] of Object.entries({ letters: "a".repeat(3e6), capitals: `C1.${"A".repeat(3e6)}`, dots: ".".repeat(1e6), sections: `C1${".Bb".repeat(5e5)}`, signs: "\ud800é\u0000".repeat(1e5) })) {
  test(`a state of a million characters is read in a moment, and is damaged: ${what}`, async () => {
    const values = { "cmi.suspend_data": state };
    const calls = Object.fromEntries(CALLS.map((name) => [`LMS${name}`, (/** @type {keyof typeof values} */ element) => (name === "GetValue" ? (values[element] ?? "") : name === "GetLastError" ? "0" : "true")]));
    const begun = performance.now();
    const { player } = await opened(tracker12, { API: calls });
    assert.equal(player.verdict, "damaged");
    assert.ok(performance.now() - begun < 5000);
  });
}
