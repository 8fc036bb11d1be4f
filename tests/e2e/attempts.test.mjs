// Attempts of an assessment: what a new one asks, and what a killed tab leaves of it.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { serveAgain } from "./again.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Preview} */
let preview;
const course = new Course("examples/second-try");

before(async () => {
  browser = await launch();
  preview = await Preview.start(course.folder);
});
after(async () => {
  preview?.stop();
  await browser?.close();
  course.remove();
});

it("a second attempt asks only what was not right, also after the tab was killed", async () => {
  const visit = await Visit.launch(browser, preview, "again");
  const { learner } = visit;
  const test = learner.sheet("test");
  await learner.start(test);
  for (const slot of test.items) await learner.answer(test, learner.item(slot), slot !== test.items[0]);
  await learner.submit(test);
  await learner.saved();
  await visit.until(async () => (await visit.value("cmi.core.score.raw")) === "67", "a score of 67");
  assert.equal(await learner.frame.locator("[data-start]:visible").innerText(), "Answer 1 question again");
  await kill(visit.page);

  const again = await Visit.launch(browser, preview, "again");
  const later = again.learner;
  await later.start(test);
  const [wrong, ...right] = test.items.map((slot) => later.fieldset(test, later.item(slot)));
  assert.deepEqual(await wrong.locator("input:checked").count(), 0);
  assert.ok(await wrong.locator("input").first().isEnabled());
  assert.ok(await wrong.evaluate((item) => item === document.activeElement), "what is open has the focus");
  for (const kept of right) {
    assert.equal(await kept.getAttribute("data-state"), "right");
    assert.ok(await kept.locator("input").first().isDisabled());
  }
  await later.answer(test, later.item(test.items[0]), true);
  await later.submit(test);
  await again.until(async () => (await again.value("cmi.core.score.raw")) === "100", "a score of 100");
  const { model } = await again.record();
  const told = Object.keys(model ?? {}).filter((key) => /^cmi\.interactions\.\d+\.id$/.test(key));
  assert.equal(told.length, 4, "what was kept is not told again");
  assert.deepEqual(await again.rejected(), []);
  assert.deepEqual(again.faults, []);
  await again.close();
});

it("a release that corrects a key marks what was answered anew, and the score is better", async () => {
  const course = new Course("examples/second-try");
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
  const test = first.learner.sheet("test");
  await first.learner.start(test);
  const item = (/** @type {string} */ id) => Object.values(first.learner.data.items).find((item) => item.id === id) ?? first.learner.item(NaN);
  await first.learner.answer(test, item("ring"), true);
  await first.learner.answer(test, item("thick-and-thin"), false);
  await first.learner.answer(test, item("bight"), false);
  await first.learner.submit(test);
  await first.learner.saved();
  assert.equal(Number(lms.record().core.score.raw), 33);
  await kill(first.page);

  course.edit("course.yaml", (text) => text.replace("version: 1.0.0", "version: 1.0.1"));
  course.edit("units/three-knots.yaml", (text) => text.replace("    answer: true\n", "    answer: false\n    correction: regrade\n"));
  lms.folder = release();
  const { page, faults, learner } = await open();
  await learner.saved();
  assert.equal(Number(lms.record().core.score.raw), 67);
  assert.equal(lms.record().core.lesson_status, "incomplete");
  await learner.go(learner.page("results").slot);
  assert.match(await learner.frame.locator("[data-results]").innerText(), /2 of 3/);
  assert.deepEqual(faults, []);
  await page.close();
  lms.close();
  course.remove();
});
