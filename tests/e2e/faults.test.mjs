// Each thing that goes wrong in real LMSs, in turn: the learner is told, carries on, and loses nothing that can be kept.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { kill, launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Preview} */
let preview;
const course = new Course("examples/minimal");
let learners = 0;

before(async () => {
  browser = await launch();
  preview = await Preview.start(course.folder, ...Object.keys(STANDARDS).flatMap((target) => ["--target", target]));
});
after(async () => {
  preview?.stop();
  await browser?.close();
  course.remove();
});
afterEach(() => preview.faults(null));

/** What of a record the standards call by other names. @type {Record<string, {status: string, score: string, set: string, allowed: RegExp}>} */
const STANDARDS = {
  scorm12: { status: "cmi.core.lesson_status", score: "cmi.core.score.raw", set: "LMSSetValue", allowed: /^cmi\.core\.(exit|session_time)$/ },
  "scorm2004-3": { status: "cmi.completion_status", score: "cmi.score.scaled", set: "SetValue", allowed: /^cmi\.(exit|session_time)$/ },
  "scorm2004-4": { status: "cmi.completion_status", score: "cmi.score.scaled", set: "SetValue", allowed: /^cmi\.(exit|session_time)$/ },
};

/** A new learner. */
const name = () => `faults-${(learners += 1)}`;

/** Answers the first item of the first sheet. @param {Visit} visit */
async function answerOne(visit) {
  const [sheet] = Object.values(visit.learner.data.sheets);
  await visit.learner.start(sheet);
  const item = visit.learner.item(sheet.items[0]);
  await visit.learner.answer(sheet, item, true);
  return { sheet, item };
}

// The editions of SCORM 2004 speak with an LMS in the same words: the 4th is played with every fault, the 3rd once.
for (const target of ["scorm12", "scorm2004-4"]) {
  describe(`an LMS that fails, ${target}`, () => {
    it("offers its API late: nothing is lost", async () => {
      await preview.faults({ api_delay: 3000 });
      const visit = await Visit.launch(browser, preview, name(), { target, early: true });
      await answerOne(visit);
      await visit.learner.saved();
      assert.ok((await visit.value("cmi.suspend_data"))?.startsWith("C1."));
      assert.deepEqual(await visit.rejected(), []);
      await visit.close();
    });

    it("has no API, or stands in another origin: the course works and says that nothing is recorded", async () => {
      /** @type {Visit[]} */
      const visits = [];
      for (const fault of [{ no_api: true, cross_origin: false }, { no_api: false, cross_origin: true }]) {
        await preview.faults(fault);
        visits.push(await Visit.launch(browser, preview, name(), { target, early: true }));
      }
      await Promise.all(
        visits.map(async (visit) => {
          await visit.until(async () => (await visit.learner.notice()).length > 0, "a notice");
          await answerOne(visit);
          assert.equal((await visit.record()).calls.length, 0);
          assert.deepEqual(visit.faults.filter((fault) => fault.startsWith("uncaught")), []);
          await visit.close();
        }),
      );
    });

    for (const commit of ["false", "lies"]) {
      it(`answers a commit with ${commit}: not saved, until it is`, async () => {
        const visit = await Visit.launch(browser, preview, name(), { target });
        await answerOne(visit);
        await visit.learner.saved();
        await preview.faults({ commit });
        await visit.learner.frame.locator("[data-check]:visible").first().click();
        await visit.until(async () => (await visit.learner.notice()).length > 0, "a notice");
        assert.notEqual(await visit.learner.frame.locator("[data-save]").first().getAttribute("data-state"), "saved");
        await preview.faults(null);
        await visit.learner.frame.locator("[data-try]:visible").first().click();
        await visit.learner.saved();
        assert.equal(await visit.learner.notice(), "");
        await visit.close();
      });
    }

    it("gives an empty mode: everything is recorded", async () => {
      await preview.faults({ empty_mode: true });
      const visit = await Visit.launch(browser, preview, name(), { target });
      await answerOne(visit);
      await visit.learner.saved();
      assert.ok((await visit.value("cmi.suspend_data"))?.startsWith("C1."));
      await visit.close();
    });

    it("knows only the mandatory elements: the course goes on without the others", async () => {
      await preview.faults({ mandatory_only: true });
      const visit = await Visit.launch(browser, preview, name(), { target });
      await answerOne(visit);
      await visit.learner.frame.locator("[data-check]:visible").first().click();
      await visit.learner.saved();
      assert.equal(await visit.learner.notice(), "");
      await visit.close();
    });

    it("cuts the state short at any length: the course opens, and what was whole is there", async () => {
      /** @type {((whole: number) => number)[]} */
      const cuts = [() => 1, (whole) => Math.floor(whole / 2), (whole) => whole - 1];
      // What is read of a frame is the same for all targets.
      if (target === "scorm12") cuts.push(() => 0, () => 3, (whole) => whole);
      for (const cut of cuts) {
        const learner = name();
        const visit = await Visit.launch(browser, preview, learner, { target });
        const { sheet, item } = await answerOne(visit);
        await visit.learner.saved();
        const whole = ((await visit.value("cmi.suspend_data")) ?? "").length;
        const answer = await visit.learner.response(sheet, item);
        assert.equal(answer.length, 1);
        await kill(visit.page);
        const left = cut(whole);
        await preview.faults({ cut_suspend_data: left });
        const again = await Visit.launch(browser, preview, learner, { target });
        if (left > 0 && left < whole) await again.until(async () => (await again.learner.notice()).length > 0, `a notice at ${left} of ${whole} characters`);
        await again.learner.start(sheet);
        assert.deepEqual(await again.learner.response(sheet, item), left === whole ? answer : []);
        assert.deepEqual(again.faults.filter((fault) => fault.startsWith("uncaught")), []);
        await again.close();
        await preview.faults(null);
      }
    });

    it("is slow: the page says Saving until the commit is through", async () => {
      const visit = await Visit.launch(browser, preview, name(), { target });
      await preview.faults({ commit_delay: 1500 });
      await answerOne(visit);
      await visit.learner.saved();
      assert.ok((await visit.value("cmi.suspend_data"))?.startsWith("C1."));
      await visit.close();
    });
  });
}

for (const [target, { status, score, set, allowed }] of Object.entries(STANDARDS)) {
  describe(`a launch that is no ordinary one, ${target}`, () => {
    it("review: nothing is written, and the page says so", async () => {
      await preview.faults({ mode: "review" });
      const visit = await Visit.launch(browser, preview, name(), { target });
      await visit.until(async () => (await visit.learner.notice()).length > 0, "a notice");
      await visit.learner.readAll("lesson");
      await visit.exit();
      const writes = (await visit.record()).calls.filter((call) => call.name === set).map((call) => call.args[0]);
      assert.deepEqual(writes.filter((element) => !allowed.test(element)), []);
      assert.deepEqual(await visit.rejected(), []);
      await visit.close();
    });

    it("open and leave: incomplete, no score", async () => {
      const visit = await Visit.launch(browser, preview, name(), { target });
      await visit.exit();
      assert.equal(await visit.value(status), "incomplete");
      assert.equal((await visit.value(score)) ?? "", "");
      assert.deepEqual(await visit.rejected(), []);
      await visit.close();
    });
  });
}
