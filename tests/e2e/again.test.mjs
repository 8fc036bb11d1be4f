// Real courses inside an LMS that we did not write (npm scorm-again).

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { serveAgain } from "./again.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** Opens the SCO as the LMS does. @param {Awaited<ReturnType<typeof serveAgain>>} lms @param {string} query */
async function open(lms, query = "") {
  const page = await (await browser.newContext()).newPage();
  const faults = watch(page);
  await page.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}${query}`);
  const handle = await page.waitForSelector("#sco");
  const frame = /** @type {import("playwright-core").Frame} */ (await handle.contentFrame());
  await frame.waitForURL(/course/);
  return { page, faults, learner: await Learner.meet(frame) };
}

/** The calls that the LMS refused. @param {import("playwright-core").Page} page */
const rejected = (page) => page.evaluate(() => /** @type {any} */ (globalThis).calls.filter((/** @type {any} */ call) => call.error !== "0"));

/** Leaves as the LMS would see it: through "Save and exit". @param {Learner} learner */
async function exit(learner) {
  await learner.frame.locator("[data-exit]:visible").first().click();
  await learner.frame.waitForFunction(() => /** @type {any} */ (globalThis.parent).calls.some((/** @type {any} */ call) => call.name === "LMSFinish"));
}

for (const source of ["examples/two-units", "course-src/contact-centre-operations-l3", "course-src/customer-service-l2"]) {
  describe(source, () => {
    const course = new Course(source);
    after(() => course.remove());

    it("is passed and complete when all is read and all answers are right", async () => {
      const lms = await serveAgain(course.build("scorm12"));
      const { page, faults, learner } = await open(lms);
      await learner.readAll("overview");
      await learner.readAll("lesson");
      for (const sheet of Object.values(learner.data.sheets)) {
        if (sheet.feedback === "after-each") await learner.practise(sheet, true);
        else await learner.sit(sheet, true);
      }
      for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
      await learner.saved();
      await exit(learner);
      const core = lms.record().core;
      assert.equal(core.lesson_status, "passed");
      assert.equal(Number(core.score.raw), 100);
      assert.deepEqual(await rejected(page), []);
      assert.deepEqual(faults, []);
      await page.close();
      lms.close();
    });

    it("says failed, with a true score, when every attempt went wrong", async () => {
      const lms = await serveAgain(course.build("scorm12"));
      const { page, faults, learner } = await open(lms);
      await learner.readAll("overview");
      await learner.readAll("lesson");
      for (const page of learner.data.pages.filter((page) => page.kind === "case")) await learner.practise(learner.sheet(page.id), false);
      for (const sheet of Object.values(learner.data.sheets).filter((sheet) => sheet.purpose === "summative")) {
        for (let attempt = 0; attempt < (sheet.attempts ?? 1); attempt++) await learner.sit(sheet, false);
      }
      for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
      await learner.saved();
      await exit(learner);
      const limited = Object.values(learner.data.sheets).some((sheet) => sheet.purpose === "summative" && sheet.attempts !== null);
      assert.equal(lms.record().core.lesson_status, limited ? "failed" : "incomplete");
      assert.equal(Number(lms.record().core.score.raw), 0);
      assert.deepEqual(await rejected(page), []);
      assert.deepEqual(faults, []);
      await page.close();
      lms.close();
    });

    it("stays incomplete when it is opened and left", async () => {
      const lms = await serveAgain(course.build("scorm12"));
      const { page, learner } = await open(lms);
      await exit(learner);
      assert.equal(lms.record().core.lesson_status, "incomplete");
      assert.equal(lms.record().core.score.raw, "");
      await page.close();
      lms.close();
    });

    it("gives every answer back after the renderer was killed right behind Saved", async () => {
      const lms = await serveAgain(course.build("scorm12"));
      const first = await open(lms);
      const sheet = Object.values(first.learner.data.sheets).find((sheet) => sheet.purpose === "summative");
      assert.ok(sheet);
      await first.learner.start(sheet);
      const order = await shown(first.learner, sheet);
      const paper = await first.learner.paper(sheet);
      const half = paper.slice(0, Math.ceil(paper.length / 2));
      for (const item of half) await first.learner.answer(sheet, item, true);
      await first.learner.saved();
      const answers = await Promise.all(half.map((item) => first.learner.response(sheet, item)));
      await kill(first.page);

      const { page, learner } = await open(lms);
      await learner.resume();
      assert.equal(await learner.current(), sheet.page, "the bookmark");
      await learner.start(sheet);
      assert.deepEqual(await shown(learner, sheet), order, "the drawn order");
      assert.deepEqual(await Promise.all(half.map((item) => learner.response(sheet, item))), answers);
      assert.deepEqual(await rejected(page), []);
      await page.close();
      lms.close();
    });

    it("writes nothing but the session in review mode", async () => {
      const lms = await serveAgain(course.build("scorm12"));
      const { page, learner } = await open(lms, "&mode=review");
      await learner.readAll("lesson");
      const writes = await page.evaluate(() => /** @type {any} */ (globalThis).calls.filter((/** @type {any} */ call) => call.name === "LMSSetValue").map((/** @type {any} */ call) => call.given[0]));
      assert.deepEqual(writes.filter((/** @type {string} */ element) => !/^cmi\.core\.(exit|session_time)$/.test(element)), []);
      await page.close();
      lms.close();
    });
  });
}

/** Slots of items and parts in the order in which they are shown; steps to be put in order show the answer. @param {Learner} learner @param {import("../../themes/runtime/src/data.js").Sheet} sheet */
function shown(learner, sheet) {
  return learner.frame
    .locator(`[data-sheet="${sheet.slot}"] [data-item]:visible`)
    .evaluateAll((items) => items.map((item) => [item.getAttribute("data-item"), ...[...item.querySelectorAll('[data-part]:not([data-type="sequencing"] *)')].map((part) => part.getAttribute("data-part"))]));
}
