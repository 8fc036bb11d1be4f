// What is stated of every type of item, of second attempts, drawn papers, cases and time limits:
// each statement of a play is valid, follows a template of the course's profile, and all of a learner a pattern.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { faultsOf } from "./profile.mjs";
import { verb } from "./said.mjs";
import { everyType } from "./samples.mjs";
import { statementValidator } from "../../themes/runtime/test/schema.js";

/** @typedef {import("./learner.mjs").Learner} Learner */

/** Every type of interaction that there is: xAPI Data 2.4.4.1, less `other`. */
const TYPES = ["choice", "fill-in", "likert", "long-fill-in", "matching", "numeric", "performance", "sequencing", "true-false"];

/** @type {import("playwright-core").Browser} */ let browser;
const valid = statementValidator();
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** Sits an assessment: what was kept of the attempt before is not answered again. @param {Learner} learner @param {import("./learner.mjs").Sheet} sheet @param {boolean} right */
async function sit(learner, sheet, right) {
  await learner.start(sheet);
  for (const item of await learner.paper(sheet)) {
    if (!(await learner.fieldset(sheet, item).getAttribute("data-state"))) await learner.answer(sheet, item, right);
  }
  await learner.submit(sheet);
  await learner.saved();
}

/** Reads all; sits what may be sat twice first wrong, then right. @param {Learner} learner */
async function play(learner) {
  for (const kind of ["overview", "lesson"]) await learner.readAll(kind);
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.feedback === "after-each") await learner.practise(sheet, true);
    else for (const right of sheet.attempts === 1 ? [true] : [false, true]) await sit(learner, sheet, right);
  }
  for (const kind of ["case", "assessment", "practice", "results"]) await learner.readAll(kind);
  await learner.saved();
}

/** @param {string} name @param {Course} course @param {string[]} targets @param {(statements: any[], learner: Learner) => void} looks */
function states(name, course, targets, looks) {
  it(name, async () => {
    const out = mkdtempSync(join(tmpdir(), "coursec-profile-"));
    const base = /^base_iri:/m.test(readFileSync(join(course.folder, "course.yaml"), "utf8")) ? "" : "\nbase_iri: https://learn.example.org/sample";
    course.edit("course.yaml", (text) => `${text}${base}\nxapi:\n  lrs: {from: [launch], allowed_origins: ["https://lrs.example.org"]}\n  actor: {home_page: "https://lms.example.org"}\n  statements: {free_text: true}\n`);
    course.coursec("statements", "--profile", "--out", out);
    const [file] = readdirSync(out).filter((name) => name.endsWith("-profile.jsonld"));
    const profile = JSON.parse(readFileSync(join(out, file), "utf8"));
    const preview = await Preview.start(course.folder, ...targets.flatMap((target) => ["--target", target]));
    try {
      for (const target of targets) {
        const visit = await Visit.launch(browser, preview, target, { target });
        await play(visit.learner);
        const statements = await visit.leave("terminated");
        for (const { stored, authority, version, ...statement } of statements) assert.equal(valid({ ...statement, version: "1.0.0" }), null);
        const { faults, followed } = faultsOf(profile, statements);
        assert.deepEqual(faults, []);
        assert.ok(followed > statements.length - 6, "all but what a cmi5 LMS has its own words for");
        if (target === "cmi5") assert.deepEqual((await preview.ask(`/__host/cmi5?${new URLSearchParams(visit.key)}`)).refused, []);
        assert.deepEqual(visit.faults.filter((fault) => !/404/.test(fault)), []);
        looks(statements, visit.learner);
        await visit.close();
      }
    } finally {
      preview?.stop();
      course.remove();
      rmSync(out, { recursive: true, force: true });
    }
  });
}

/** What was answered. @param {any[]} statements */
const answered = (statements) => statements.filter((one) => verb(one) === "answered");

states("every type of item, and a case", everyType(), ["xapi"], (statements) => {
  assert.deepEqual([...new Set(answered(statements).map(({ object }) => object.definition.interactionType))].sort(), TYPES);
  for (const { result } of answered(statements)) assert.equal(typeof result.response, "string", "typed answers too, where the course says so");
});

states("a second attempt at what was wrong", new Course("examples/second-try"), ["xapi"], (statements) => {
  assert.deepEqual(answered(statements).map(({ result }) => result.success), [false, false, false, true, true, true]);
});

states("papers that are drawn from a bank", new Course("examples/papers"), ["xapi", "cmi5"], (statements) => {
  const ids = new Set(answered(statements).map(({ object }) => object.id));
  assert.ok(answered(statements).length > ids.size, "some were asked twice, as the same activity");
});

states("a test with a time limit", new Course("examples/against-the-clock"), ["xapi"], (statements) => assert.ok(statements.some((one) => verb(one) === "passed")));

it("ADL's SCORM profile: its verbs, category, types and places, over two sessions", async () => {
  const course = new Course("examples/two-units");
  course.edit("course.yaml", (text) => text.replace(/^xapi:\n/m, "xapi:\n  profile: scorm\n"));
  const preview = await Preview.start(course.folder, "--target", "xapi");
  try {
    for (const end of ["suspended", "terminated"]) {
      const visit = await Visit.launch(browser, preview, "scorm-profile", { target: "xapi" });
      if (end === "suspended") await visit.learner.readAll("lesson");
      else await play(visit.learner);
      await visit.learner.saved();
      await visit.leave(end);
      await visit.close();
    }
    const statements = await preview.statements("scorm-profile");
    const TYPE = "http://adlnet.gov/expapi/activities/";
    const unit = "https://learn.example.org/allotment-skills/units/know-your-soil";
    for (const { stored, authority, version, ...statement } of statements) {
      assert.equal(valid({ ...statement, version: "1.0.0" }), null);
      const { verb: { id }, object, context } = statement;
      const { category, grouping, parent = [] } = context.contextActivities;
      // xAPI SCORM Profile 3.2: the category; 4: verbs and types; 5: what is in a SCO has it above, and the course and the attempt around it.
      assert.deepEqual(category.map((/** @type {any} */ one) => one.id), ["https://w3id.org/xapi/scorm"]);
      assert.match(id, /^http:\/\/adlnet\.gov\/expapi\/verbs\/(initialized|resumed|suspended|terminated|passed|failed|scored|completed|responded|progressed)$/);
      assert.ok(grouping.some((/** @type {any} */ one) => one.id === `${unit}?attemptId=${context.registration}` && one.definition.type === `${TYPE}attempt`), "the attempt");
      assert.ok(grouping.some((/** @type {any} */ one) => one.id === "https://learn.example.org/allotment-skills"), "the course");
      const kind = object.id === unit ? "lesson" : /\/interactions\//.test(object.id) ? "cmi.interaction" : /\/objectives\//.test(object.id) ? "objective" : "assessment";
      assert.equal(object.definition.type, TYPE + kind, object.id);
      assert.equal(parent.some((/** @type {any} */ one) => one.id === unit), object.id !== unit, `${object.id} has the unit above it`);
      assert.equal(verb(statement) === "responded", kind === "cmi.interaction");
    }
    const own = statements.filter(({ object }) => object.id === unit).map(verb);
    assert.deepEqual(own.filter((word) => ["initialized", "resumed", "suspended", "terminated"].includes(word)), ["initialized", "suspended", "resumed", "terminated"]);
  } finally {
    preview?.stop();
    course.remove();
  }
});
