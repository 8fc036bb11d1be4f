// Questions in lessons and scenes: answered where they stand, kept over a killed tab, told to the record, never counted.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { violations } from "./axe.mjs";
import { kill, launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Preview} */
let preview;
const course = new Course("examples/questions-in-lessons");

before(async () => {
  browser = await launch();
  preview = await Preview.start(course.folder);
});
after(async () => {
  preview?.stop();
  await browser?.close();
  course.remove();
});

it("questions in a lesson are tried again and again, and their answers kept", async () => {
  const visit = await Visit.launch(browser, preview, "reader");
  const { learner } = visit;
  await learner.go(learner.page("measure").slot);
  const sand = learner.frame.locator("[data-current] [data-type=numeric]");
  assert.match(await sand.locator("[data-number]").innerText(), /^Question$/);
  await sand.locator("input").fill("3");
  await sand.locator("input").press("Enter");
  assert.equal(await sand.getAttribute("data-state"), "wrong");
  assert.match(await sand.locator("[data-feedback]").innerText(), /two parts of sand/);
  await sand.locator("[data-retry]").click();
  await sand.locator("input").fill("4");
  await sand.locator("[data-check]").click();
  assert.equal(await sand.getAttribute("data-state"), "right");
  await learner.frame.locator("[data-current] [data-type=true-false] input").first().check();
  await learner.saved();
  await kill(visit.page);

  const again = await Visit.launch(browser, preview, "reader");
  await again.learner.go(again.learner.page("measure").slot);
  const current = again.learner.frame.locator("[data-current]");
  assert.equal(await current.locator("[data-type=numeric] input").inputValue(), "4");
  assert.equal(await current.locator("[data-type=numeric]").getAttribute("data-state"), "right");
  assert.equal(await current.locator("[data-type=true-false] input").first().isChecked(), true);
  await again.learner.readAll("lesson");
  // A lesson is done when it has been read, whatever was answered in it.
  await again.learner.frame.locator("[data-contents] a[data-state=done]").nth(1).waitFor({ state: "attached" });

  await again.learner.go(again.learner.page("path").slot);
  const scene = again.learner.frame.locator("[data-current] [data-scene]:visible");
  const holds = scene.locator("[data-type=true-false]");
  await holds.locator("input").nth(1).check();
  await holds.locator("[data-check]").click();
  assert.equal(await holds.getAttribute("data-state"), "right");
  assert.ok(await scene.isVisible(), "the scene goes on");
  await scene.locator("[data-way] input, .scene-ways input").nth(1).check();
  await scene.locator("[data-go]").click();
  assert.match(await again.learner.frame.locator("[data-current] [data-scene]:visible").innerText(), /lasts/);

  await again.learner.saved();
  const { model } = await again.record();
  assert.equal(model?.["cmi.core.score.raw"] ?? "", "", "nothing counts");
  const ids = Object.entries(model ?? {}).filter(([key]) => /interactions\.\d+\.id$/.test(key)).map(([, id]) => id);
  assert.ok(ids.some((id) => id.startsWith("how_much_sand")) && ids.some((id) => id.startsWith("holds")), ids.join());
  assert.deepEqual(await again.rejected(), []);
  assert.deepEqual(again.faults, []);
  await again.close();
});

it("nothing is cut at 320 px, and axe-core finds nothing", async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
  const visit = await Visit.launch(browser, preview, "narrow", { target: "web", context });
  const { frame } = visit.learner;
  for (const id of ["measure", "path"]) {
    await visit.learner.go(visit.learner.page(id).slot);
    assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), id);
    assert.deepEqual(await violations(frame), []);
  }
  assert.deepEqual(visit.faults, []);
  await visit.close();
});
