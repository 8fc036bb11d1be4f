// A course of two units to its end, over several launches of each, as cmi5 and as xAPI: left half done, gone on with, failed, passed, looked at again.
// What is stated, in which order, is text to review.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course, ROOT } from "./course.mjs";
import { Preview } from "./host.mjs";
import { faultsOf } from "./profile.mjs";
import { text, verb } from "./said.mjs";
import { statementValidator } from "../../themes/runtime/test/schema.js";

const course = new Course("examples/two-units");
const out = mkdtempSync(join(tmpdir(), "coursec-profile-"));
const valid = statementValidator();
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Preview} */ let preview;
/** @type {any} */ let profile;

before(async () => {
  course.coursec("statements", "--profile", "--out", out);
  profile = JSON.parse(readFileSync(join(out, "allotment-skills-profile.jsonld"), "utf8"));
  browser = await launch();
  preview = await Preview.start(course.folder, "--target", "cmi5", "--target", "xapi");
});
after(async () => {
  preview?.stop();
  await browser?.close();
  course.remove();
  rmSync(out, { recursive: true, force: true });
});

/** How the next launches are. @param {string} mode */
const launchAs = (mode) => preview.ask("/__host/launch", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ mode }) });

/** What the cmi5 LMS keeps of a learner. @param {string} learner @param {string} unit */
const record = (learner, unit) => preview.ask(`/__host/cmi5?${new URLSearchParams({ course: "allotment-skills", unit, learner })}`);

/** Reads the page of an assessment, so that it always stands before what is answered there. @param {import("./learner.mjs").Learner} learner @param {string} id */
async function open(learner, id) {
  const sheet = learner.sheet(id);
  await learner.read(/** @type {number} */ (sheet.page));
  await learner.saved();
  return sheet;
}

/** A learner with a package of one target. */
class Story {
  /** @param {string} target @param {string} name */
  constructor(target, name) {
    this.target = target;
    this.name = name;
    this.text = "";
    this.count = 0;
  }

  /** A session of a unit, from its launch to "Save and exit"; what it stated stands in the text under its heading. @param {string} unit @param {string} heading @param {(learner: import("./learner.mjs").Learner) => Promise<unknown>} act */
  async session(unit, heading, act) {
    const visit = await Visit.launch(browser, preview, this.name, { target: this.target, unit });
    await act(visit.learner);
    const all = await visit.leave("terminated");
    // What is not there yet, a state or preferences, is asked for all the same.
    assert.deepEqual(visit.faults.filter((fault) => !/404/.test(fault)), []);
    await visit.close();
    const fresh = all.slice(this.count);
    this.count = all.length;
    this.text += `${this.text && "\n"}# ${unit}: ${heading}\n${text(fresh)}`;
    for (const { stored, authority, version, ...statement } of fresh) assert.equal(valid({ ...statement, version: "1.0.0" }), null);
    if (this.target === "cmi5") assert.deepEqual((await record(this.name, unit)).refused, []);
    return fresh;
  }

  /** What holds of all that was stated. */
  async end() {
    const statements = await preview.statements(this.name);
    // Units of a course share the launch's registration, so what is said of all of them follows one pattern.
    const { faults, followed } = faultsOf(profile, statements);
    assert.deepEqual([faults, followed > 0], [[], true]);
    const expected = join(ROOT, `tests/e2e/statements/${this.name}.txt`);
    if (process.env.STATEMENTS === "update") writeFileSync(expected, this.text);
    assert.equal(this.text, readFileSync(expected, "utf8"), "STATEMENTS=update writes it anew");
    return statements;
  }
}

for (const target of ["cmi5", "xapi"]) {
  const satisfied = async (/** @type {string} */ name, /** @type {string} */ unit) => {
    const { satisfied, course_satisfied } = await record(name, unit);
    return target === "cmi5" ? [satisfied, course_satisfied] : undefined;
  };
  const wanted = (/** @type {boolean[]} */ ...values) => (target === "cmi5" ? values : undefined);

  it(`${target}: left, gone on with, failed, passed, looked at, and the course is satisfied once both units are`, async () => {
    const story = new Story(target, `${target}-whole`);
    /** @type {any} */ let left;
    await story.session("know-your-soil", "left half done", async (learner) => {
      await learner.readAll("overview");
      await learner.read(learner.page("what-soil-is-it").slot);
      const test = await open(learner, "soil-test");
      await learner.start(test);
      const [item] = await learner.paper(test);
      await learner.answer(test, item, false);
      await learner.saved();
      left = { item, response: await learner.response(test, item) };
    });
    await story.session("know-your-soil", "gone on with, and failed", async (learner) => {
      await learner.resume();
      const test = learner.sheet("soil-test");
      assert.equal(await learner.current(), test.page, "the bookmark");
      assert.deepEqual(await learner.response(test, left.item), left.response);
      for (const item of await learner.paper(test)) await learner.answer(test, item, false);
      await learner.submit(test);
      await learner.saved();
    });
    assert.deepEqual(await satisfied(story.name, "know-your-soil"), wanted(false, false));
    await story.session("know-your-soil", "passed", async (learner) => {
      await learner.read(learner.page("feed-the-soil").slot);
      await learner.practise(await open(learner, "soil-check"), true);
      await learner.sit(learner.sheet("soil-test"), true);
      for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
      await learner.saved();
    });
    assert.deepEqual(await satisfied(story.name, "know-your-soil"), wanted(true, false));
    // Tin Can launches have no modes.
    if (target === "cmi5") await launchAs("review");
    await story.session("know-your-soil", target === "cmi5" ? "looked at, launched for review" : "looked at", async (learner) => {
      await learner.readAll("lesson");
      await learner.readAll("results");
    });
    if (target === "cmi5") await launchAs("normal");
    assert.deepEqual(await satisfied(story.name, "tools-and-safety"), wanted(false, false));
    await story.session("tools-and-safety", "passed at once", async (learner) => {
      for (const kind of ["overview", "lesson"]) await learner.readAll(kind);
      for (const id of ["start", "tools-check", "tools-test"]) await learner.sit(await open(learner, id), true);
      for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
      await learner.saved();
    });
    assert.deepEqual(await satisfied(story.name, "tools-and-safety"), wanted(true, true));
    const statements = await story.end();
    const of = (/** @type {RegExp} */ object, /** @type {string} */ word) => statements.filter((one) => object.test(one.object.id) && verb(one) === word).length;
    for (const unit of ["know-your-soil", "tools-and-safety"]) for (const word of ["completed", "passed"]) assert.equal(of(new RegExp(`(au/allotment-skills|units)/${unit}$`), word), 1, `${unit}: ${word}`);
    // cmi5 leaves the course to the LMS.
    for (const word of ["completed", "passed"]) assert.equal(of(/\/allotment-skills$/, word), target === "cmi5" ? 0 : 1, `the course: ${word}`);
    assert.equal(new Set(statements.map(({ id }) => id)).size, statements.length);
  });

  it(`${target}: who fails every attempt has failed, and satisfies nothing`, async () => {
    const story = new Story(target, `${target}-fails-all`);
    await story.session("tools-and-safety", "all read, every attempt failed", async (learner) => {
      for (const kind of ["overview", "lesson"]) await learner.readAll(kind);
      for (const id of ["start", "tools-check"]) await learner.sit(await open(learner, id), false);
      for (const _ of [1, 2]) await learner.sit(await open(learner, "tools-test"), false);
      for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
      await learner.saved();
    });
    assert.deepEqual(await satisfied(story.name, "tools-and-safety"), wanted(false, false));
    await story.session("tools-and-safety", "looked at once more", (learner) => learner.readAll("results"));
    const said = (await story.end()).filter(({ object }) => /(au\/allotment-skills|units)\/tools-and-safety$/.test(object.id)).map(verb);
    assert.deepEqual(said.filter((word) => ["completed", "passed", "failed"].includes(word)).sort(), ["completed", "failed"]);
  });
}
