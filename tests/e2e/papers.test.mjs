// Papers that are drawn from a bank: they survive a killed tab and a release, new attempts ask what was not seen, and the whole course has a test of its own.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { pathToFileURL } from "node:url";
import { serveAgain } from "./again.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";
import { misfits } from "./misfits.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Preview} */
let preview;
const course = new Course("examples/papers");

before(async () => {
  browser = await launch();
  preview = await Preview.start(course.folder);
});
after(async () => {
  preview?.stop();
  await browser?.close();
  course.remove();
});

/** Numbers of the items on the paper that is shown. @param {Learner} learner @param {import("./learner.mjs").Sheet} sheet */
const shown = (learner, sheet) =>
  learner.frame.locator(`[data-sheet="${sheet.slot}"] [data-item]:visible`).evaluateAll((items) => items.map((item) => Number(item.getAttribute("data-item"))));

/** Answers every item of the paper and hands it in. @param {Learner} learner @param {import("./learner.mjs").Sheet} sheet @param {boolean} right */
async function sit(learner, sheet, right) {
  await learner.start(sheet);
  const items = await shown(learner, sheet);
  for (const slot of items) await learner.answer(sheet, learner.item(slot), right);
  await learner.submit(sheet);
  await learner.saved();
  return items;
}

it("a paper that was drawn is there again after the tab was killed, and its score is right", async () => {
  const visit = await Visit.launch(browser, preview, "killed");
  const { learner } = visit;
  const test = learner.sheet("test");
  await learner.start(test);
  const drawn = await shown(learner, test);
  assert.equal(drawn.length, 4);
  await learner.answer(test, learner.item(drawn[3]), true);
  await learner.saved();
  await kill(visit.page);

  const again = await Visit.launch(browser, preview, "killed");
  await again.learner.go(test.page);
  assert.deepEqual(await shown(again.learner, test), drawn);
  for (const slot of drawn.slice(0, 3)) await again.learner.answer(test, again.learner.item(slot), true);
  await again.learner.submit(test);
  await again.until(async () => (await again.value("cmi.core.score.raw")) === "100", "a score of 100");
  assert.deepEqual(await again.rejected(), []);
  assert.deepEqual(again.faults, []);
  await again.close();
});

it("three attempts ask six questions of a bank of six, and the fourth begins anew", async () => {
  const visit = await Visit.launch(browser, preview, "unseen");
  const { learner } = visit;
  const check = learner.sheet("quick-check");
  const papers = [];
  for (let attempt = 0; attempt < 4; attempt += 1) papers.push(await sit(learner, check, attempt > 0));
  assert.equal(new Set(papers.slice(0, 3).flat()).size, 6, `${papers}`);
  assert.deepEqual([...papers[3]].sort(), [...papers[0]].sort());
  assert.deepEqual(await visit.rejected(), []);
  assert.deepEqual(visit.faults, []);
  await visit.close();
});

it("the test of the whole course is launched by itself, and its status and score are its own", async () => {
  const { courses } = await preview.site();
  const final = courses[0].units.find((/** @type {any} */ unit) => unit.id === "whole-course");
  const page = await (await browser.newContext()).newPage();
  const faults = watch(page);
  await page.goto(`${preview.url}/play/${courses[0].id}/scorm12/${final.id}?learner=whole`);
  const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#content")).contentFrame());
  await frame.waitForURL(/content/);
  const learner = await Learner.meet(frame);
  await learner.readAll("overview");
  const sheet = learner.sheet("whole-course");
  await sit(learner, sheet, true);
  await learner.read(sheet.page);
  await learner.saved();
  const { model } = await preview.record({ course: courses[0].id, unit: final.id, learner: "whole", target: "scorm12" });
  assert.equal(model?.["cmi.core.score.raw"], "100");
  assert.equal(model?.["cmi.core.lesson_status"], "passed");
  assert.deepEqual(faults, []);
  await page.context().close();
});

it("a release that grows the bank and takes an item out leaves an open paper as it was drawn, less what is gone", async () => {
  const course = new Course("examples/papers");
  /** Records a release. */
  const release = () => {
    course.build("scorm12");
    return course.build("scorm12", "--release");
  };
  const lms = await serveAgain(release());
  /** Opens the SCO as the LMS does. */
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    const faults = watch(page);
    await page.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}`);
    const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#sco")).contentFrame());
    await frame.waitForURL(/course/);
    return { page, faults, learner: await Learner.meet(frame) };
  };
  const first = await open();
  const sheet = first.learner.sheet("test");
  await first.learner.start(sheet);
  const drawn = await shown(first.learner, sheet);
  for (const slot of drawn) await first.learner.answer(sheet, first.learner.item(slot), true);
  await first.learner.saved();
  const gone = first.learner.item(drawn.filter((slot) => slot > 30_001)[0]);
  await kill(first.page);

  course.edit("course.yaml", (text) => text.replace("version: 1.0.0", "version: 1.1.0"));
  course.edit("banks/doors.yaml", (text) =>
    text
      .replace(new RegExp(`  - id: ${gone.id}\n[\\s\\S]*?(?=  - id: |$)`), "")
      .replace("\nitems:\n", "\nitems:\n" + [1, 2, 3].map((n) => `  - id: new-${n}\n    type: true-false\n    prompt: A new question, number ${n}.\n    assesses: [1.2]\n    tags: [hands-on]\n    answer: true\n`).join("")),
  );
  lms.folder = release();
  const { page, faults, learner } = await open();
  const now = learner.sheet("test");
  await learner.go(now.page);
  const left = drawn.filter((slot) => slot !== gone.slot);
  assert.deepEqual(await shown(learner, now), left);
  await learner.submit(now);
  await learner.saved();
  assert.equal(Number(lms.record().core.score.raw), 100, "what is gone is gone with its points");
  assert.deepEqual(faults, []);
  await page.close();
  lms.close();
  course.remove();
});

/** The width of A4 between margins of 16 mm, in px. */
const SHEET = 673;

it("on paper stand the questions that were drawn, and no page is cut at its side", async () => {
  const course = new Course("examples/papers");
  const page = await (await browser.newContext({ viewport: { width: SHEET, height: 1000 }, colorScheme: "dark" })).newPage();
  await page.goto(pathToFileURL(join(course.build("web"), "units/look-after-fire-doors.html")).href);
  const learner = await Learner.meet(page.mainFrame());
  const test = learner.sheet("test");
  await learner.go(test.page);
  await learner.start(test);
  // Nothing is answered: that is asked for once, then taken.
  await learner.submit(test);
  await learner.submit(test);
  const drawn = await shown(learner, test);
  assert.ok(drawn.length < test.items.length, "some of the bank is not on the paper");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await shown(learner, test), drawn);
  for (const { slot, kind } of learner.data.pages) {
    await page.emulateMedia({ media: "screen" });
    await learner.go(slot);
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await misfits(page), [], kind);
  }
  await page.context().close();
  course.remove();
});
