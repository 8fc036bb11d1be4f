// Courses for SCORM 2004 inside an LMS that we did not write (npm scorm-again).

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { serveAgain } from "./again.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @typedef {Awaited<ReturnType<typeof serveAgain>>} Lms */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** Opens the SCO as the LMS does. @param {Lms} lms @param {string} query */
async function open(lms, query = "") {
  const page = await (await browser.newContext()).newPage();
  const faults = watch(page);
  await page.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}${query}`);
  const handle = await page.waitForSelector("#sco");
  const frame = /** @type {import("playwright-core").Frame} */ (await handle.contentFrame());
  await frame.waitForURL(/course/);
  return { page, faults, learner: await Learner.meet(frame) };
}

/** The calls that the LMS refused; reading what has no value yet is none. @param {import("playwright-core").Page} page */
const refused = (page) => page.evaluate(() => /** @type {any} */ (globalThis).calls.filter((/** @type {any} */ call) => call.error !== "0" && !(call.name === "GetValue" && call.error === "403")));

/** What was set, by element. @param {import("playwright-core").Page} page */
const sets = (page) => page.evaluate(() => /** @type {any} */ (globalThis).calls.filter((/** @type {any} */ call) => call.name === "SetValue").map((/** @type {any} */ call) => call.given));

/** Leaves as the LMS would see it: through "Save and exit". @param {Learner} learner */
async function exit(learner) {
  await learner.frame.locator("[data-exit]:visible").first().click();
  await learner.frame.waitForFunction(() => /** @type {any} */ (globalThis.parent).calls.some((/** @type {any} */ call) => call.name === "Terminate"));
}

/** Does everything, right or wrong. @param {Learner} learner @param {boolean} right */
async function play(learner, right) {
  await learner.readAll("overview");
  await learner.readAll("lesson");
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.feedback === "after-each") await learner.practise(sheet, right);
    else for (let attempt = 0; attempt < (right ? 1 : (sheet.attempts ?? 1)); attempt++) await learner.sit(sheet, right);
  }
  for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
  await learner.saved();
}

/** Plays a course to its end and checks the record. @param {Course} course @param {string} target @param {boolean} right */
async function whole(course, target, right) {
  const lms = await serveAgain(course.build(target), 2004);
  const { page, faults, learner } = await open(lms);
  await play(learner, right);
  await exit(learner);
  const cmi = lms.record();
  const limited = Object.values(learner.data.sheets).some((sheet) => sheet.purpose === "summative" && sheet.attempts !== null);
  assert.equal(cmi.success_status, right ? "passed" : limited ? "failed" : "unknown");
  assert.equal(cmi.completion_status, right || limited ? "completed" : "incomplete");
  assert.equal(Number(cmi.score.scaled), right ? 1 : 0);
  assert.equal(Number(cmi.progress_measure) === 1, right || limited);
  assert.deepEqual(await refused(page), []);
  assert.deepEqual(faults, []);
  // Each outcome stands where the learner does.
  const told = Object.fromEntries((await sets(page)).filter((/** @type {string[]} */ [element]) => /^cmi\.objectives\.\d+\.(id|success_status)$/.test(element)));
  const asked = (learner.data.objectives ?? []).filter((objective) => objective.asked.length > 0);
  assert.ok(asked.length > 0);
  for (const { id } of asked) {
    const [at] = Object.entries(told).find(([, value]) => value === id) ?? [""];
    assert.equal(told[at.replace(/id$/, "success_status")], right ? "passed" : limited ? "failed" : undefined, id);
  }
  await page.close();
  lms.close();
}

for (const target of ["scorm2004-3", "scorm2004-4"]) {
  describe(`examples/two-units, ${target}`, () => {
    const course = new Course("examples/two-units");
    after(() => course.remove());

    it("is passed and complete when all is read and all answers are right", () => whole(course, target, true));

    it("says failed, with a true score, when every attempt went wrong", () => whole(course, target, false));

    it("stays incomplete, and neither passed nor failed, when it is opened and left", async () => {
      const lms = await serveAgain(course.build(target), 2004);
      const { page, learner } = await open(lms);
      await exit(learner);
      const cmi = lms.record();
      assert.deepEqual([cmi.completion_status, cmi.success_status, cmi.score.scaled, cmi.exit], ["incomplete", "unknown", "", "suspend"]);
      assert.deepEqual(await refused(page), []);
      await page.close();
      lms.close();
    });

    it("gives every answer back after the renderer was killed right behind Saved", async () => {
      const lms = await serveAgain(course.build(target), 2004);
      const first = await open(lms);
      const sheet = Object.values(first.learner.data.sheets).find((sheet) => sheet.purpose === "summative");
      assert.ok(sheet);
      await first.learner.start(sheet);
      const [item] = await first.learner.paper(sheet);
      await first.learner.answer(sheet, item, true);
      await first.learner.saved();
      const answer = await first.learner.response(sheet, item);
      await kill(first.page);

      const { page, learner } = await open(lms);
      await learner.resume();
      assert.equal(await learner.current(), sheet.page, "the bookmark");
      await learner.start(sheet);
      assert.deepEqual(await learner.response(sheet, item), answer);
      assert.deepEqual(await refused(page), []);
      await page.close();
      lms.close();
    });

    it("writes nothing in review mode", async () => {
      const lms = await serveAgain(course.build(target), 2004);
      const { page, learner } = await open(lms, "&mode=review");
      await learner.readAll("lesson");
      assert.deepEqual(await sets(page), []);
      await page.close();
      lms.close();
    });
  });
}

for (const source of ["course-src/contact-centre-operations-l3", "course-src/customer-service-l2"]) {
  describe(source, () => {
    const course = new Course(source);
    after(() => course.remove());
    for (const target of ["scorm2004-3", "scorm2004-4"]) it(`is passed and complete: ${target}`, () => whole(course, target, true));
  });
}
