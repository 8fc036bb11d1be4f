// Attempts of an assessment: what a new one asks, and what a killed tab leaves of it.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { kill, launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";

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
  preview.stop();
  await browser.close();
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
