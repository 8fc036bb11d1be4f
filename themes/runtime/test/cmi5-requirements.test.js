// Which of the requirements of cmi5 our assignable units and course structures meet, and by which test. The rest ask something of an LMS.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

/** By number: what is asked. @type {Record<string, {txt?: string}>} */
const requirements = createRequire(import.meta.url)("@cmi5/requirements/requirements.json");

/** Tests in cmi5.test.js, and what each holds. @type {Record<string, string>} */
const MET = {
  "a launch takes its token, launch data, preferences and state, then says initialized":
    "7.0.0.0-1 7.0.0.0-3 7.0.0.0-4 7.0.0.0-5 7.1.1.0-1 8.1.1.0-2 8.1.1.0-3 8.1.2.0-3 8.1.2.0-4 8.2.1.0-2 8.2.2.0-4 9.3.2.0-2 9.3.0.0-4 10.2.1.0-4 11.0.0.0-3 11.0.0.0-4",
  "the token is the credential of every request, as it was given": "8.1.2.0-5 8.2.1.0-5 8.2.2.0-5",
  "actor, registration and activity are the launch's everywhere": "8.1.3.0-2 8.1.3.0-3 8.1.4.0-2 8.1.4.0-3 8.1.5.0-5 9.6.1.0-1 11.0.0.0-1",
  "the launch's words may come in any order, and its actor whole": "8.1.0.0-7 9.2.0.0-2 9.2.0.0-3",
  "a session that passes: initialized first, terminated last, each defined verb once":
    "7.1.2.0-1 7.1.3.0-1 9.3.0.0-1 9.3.0.0-2 9.3.0.0-3 9.3.0.0-5 9.3.2.0-3 9.3.3.0-1 9.3.4.0-1 9.3.8.0-1 9.3.8.0-2 10.2.2.0-1 10.2.2.0-5 10.2.2.0-6 10.2.2.0-7",
  "what is said of the unit has the launch's activity, categories, template and durations":
    "8.1.5.0-6 9.4.0.0-1 9.4.0.0-2 9.5.1.0-2 9.5.2.0-1 9.5.2.0-3 9.5.3.0-1 9.5.3.0-2 9.5.4.1-1 9.5.4.1-2 9.5.4.1-3 9.6.0.0-1 9.6.2.0-1 9.6.2.1-1 9.6.2.2-1 9.6.2.2-2 9.6.3.1-4 9.7.0.0-1 9.7.0.0-2 10.2.1.0-6 10.2.1.0-7",
  "every statement is valid by the JSON schema of xAPI, with an id of its own": "4.1.0.0-1 7.0.0.0-2 9.1.0.0-1",
  "the mastery score of the launch stands with what it judged, and judges": "9.3.4.0-2 9.5.1.0-1 9.5.1.0-3 9.6.3.2-2 10.2.4.0-2",
  "who tried and did not pass has failed when the session ends": "9.3.5.0-1 9.3.5.0-2 9.5.2.0-2 9.5.4.1-4",
  "completed and passed once a registration: the next session says neither": "9.3.0.0-6 9.3.0.0-7 9.3.0.0-8 9.3.3.0-2 9.3.4.0-3",
  "${mode}: initialized and terminated, nothing else": "10.2.1.0-5 10.2.2.0-2 10.2.2.0-3 10.2.2.0-8 10.2.2.0-9 10.2.2.0-10 10.2.2.0-11 11.0.0.0-2",
  "at its end the page goes where the launch says, after terminated": "10.2.6.0-1",
  "sound is off where the learner prefers that": "11.2.0.0-1",
};

/** Tests in tests/it/launched.rs. @type {Record<string, string>} */
const BUILT = {
  a_course_in_cmi5_has_an_au_for_each_unit:
    "3.0.0.0-1 4.4.0.0-1 4.4.0.0-2 8.1.0.0-6 13.1.2.0-1 13.1.3.0-1 13.1.4.0-1 13.1.4.0-2 13.1.5.0-1 13.1.5.0-2 13.2.0.0-1 14.1.0.0-1 14.1.0.0-2 14.1.0.0-3 14.1.0.0-4",
};

/** Numbers of what a table holds. @param {Record<string, string>} table */
const numbers = (table) => Object.values(table).flatMap((all) => all.split(" "));

test("every requirement that asks something of an assignable unit is met by a test", () => {
  const met = new Set([...numbers(MET), ...numbers(BUILT)]);
  const asked = Object.entries(requirements).filter(([number, { txt = "" }]) => !number.includes("(d") && /\b(AUs?|Assignable Unit) MUST\b/.test(txt) && !/MUST be launched/.test(txt));
  assert.ok(asked.length > 50);
  assert.deepEqual(asked.map(([number]) => number).filter((number) => !met.has(number)), []);
});

test("what is said to be met is a requirement, and its test is there", () => {
  assert.equal(Object.keys(requirements).length, 305);
  const all = [...numbers(MET), ...numbers(BUILT)];
  assert.deepEqual(all.filter((number) => !requirements[number]), []);
  assert.equal(new Set(all).size, all.length);
  const tests = readFileSync(new URL("cmi5.test.js", import.meta.url), "utf8");
  for (const name of Object.keys(MET)) assert.ok(tests.includes(`(\"${name}\"`) || tests.includes(`(\`${name}\``), name);
  const rust = readFileSync(new URL("../../../tests/it/launched.rs", import.meta.url), "utf8");
  for (const name of Object.keys(BUILT)) assert.ok(rust.includes(`fn ${name}()`), name);
});
