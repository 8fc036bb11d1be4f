// A case study in an LMS: taken by keyboard, left in the middle, begun again, and in a release that has lost a scene.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveAgain } from "./again.mjs";
import { violations } from "./axe.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

const UNIT = "units/lost-parcel.yaml";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** Opens the case study as the LMS does. @param {Awaited<ReturnType<typeof serveAgain>>} lms */
async function open(lms) {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  const faults = watch(page);
  await page.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}`);
  const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#sco")).contentFrame());
  await frame.waitForURL(/course/);
  await Learner.meet(frame);
  await frame.evaluate(() => void (location.hash = "#/parcel"));
  await frame.waitForSelector('[data-current][id="/parcel"]');
  return { page, frame, faults };
}

/** The words of the scene that is shown. @param {import("playwright-core").Frame} frame */
const scene = async (frame) => (await frame.locator("[data-current] [data-scene]:visible").innerText()).replace(/\s+/g, " ");

/** Chooses by keyboard and goes on. @param {import("playwright-core").Page} page @param {import("playwright-core").Frame} frame @param {string} choice its first words */
async function choose(page, frame, choice) {
  await frame.getByLabel(new RegExp(`^${choice}`)).focus();
  await page.keyboard.press("Space");
  await frame.locator("[data-go]:visible").focus();
  await page.keyboard.press("Enter");
  assert.equal(await frame.evaluate(() => document.activeElement?.matches("[data-scene]:not([hidden]) h2")), true, "focus is on the heading of the new scene");
}

/** Waits till it is saved. @param {import("playwright-core").Frame} frame */
const saved = (frame) => frame.locator('[data-save][data-state="saved"]').first().waitFor({ state: "attached" });

test("a case study is kept, told to the LMS, begun again, and survives a release", async () => {
  const course = new Course("examples/a-case");
  course.build("scorm12");
  const lms = await serveAgain(course.build("scorm12", "--release"));
  const first = await open(lms);
  assert.match(await scene(first.frame), /^Scene 1 /);

  await first.frame.locator("[data-go]:visible").press("Enter");
  assert.match(await scene(first.frame), /Choose an answer first/);

  await choose(first.page, first.frame, "Promise that");
  assert.match(await scene(first.frame), /^Scene 2 Criterion 1\.1 Your choice: Promise that .* how you know\. "How can you be sure,"/);
  await choose(first.page, first.frame, "Say that you promised");
  await saved(first.frame);
  await kill(first.page);

  const second = await open(lms);
  assert.match(await scene(second.frame), /^Scene 3 /);
  assert.equal(await second.frame.locator("[data-way] > li").count(), 2);
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    await second.page.emulateMedia({ colorScheme: scheme });
    assert.deepEqual(await violations(second.frame), []);
  }
  assert.equal(await second.frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);

  await choose(second.page, second.frame, "Tell her which house");
  assert.match(await scene(second.frame), /A good end Points on this way: 1\.5 of 2\.5/);
  assert.match((await second.frame.locator("[data-way]").innerText()).replace(/\s+/g, " "), /^Scene 1 Promise .* Scene 2 Say that .* Scene 3 Tell her which /);
  await saved(second.frame);

  await second.frame.locator("[data-start]:visible").press("Enter");
  assert.match(await scene(second.frame), /^Scene 1 /);
  await choose(second.page, second.frame, "Ask for the order");
  await choose(second.page, second.frame, "Tell her that the parcel was delivered");
  assert.match(await scene(second.frame), /A poor end Points on this way: 1 of 2\.5/);
  await second.frame.locator("[data-start]:visible").press("Enter");
  await choose(second.page, second.frame, "Promise that");
  await choose(second.page, second.frame, "Say that you promised");
  await choose(second.page, second.frame, "Ask her to tell you");
  await saved(second.frame);
  assert.deepEqual([...first.faults, ...second.faults], []);
  await kill(second.page);
  const told = Object.values(lms.record().interactions.childArray ?? lms.record().interactions);
  assert.deepEqual(told.map(({ type, student_response, result }) => [type, student_response, result]), [
    ["performance", "call.promise,doubt.admit,tracking.agree", "neutral"],
    ["performance", "call.ask,tracking.close", "neutral"],
  ]);

  // Scene 2 is gone: the way is as long as it still leads.
  course.edit("course.yaml", (text) => text.replace("version: 1.0.0", "version: 1.1.0"));
  course.edit(UNIT, (text) =>
    text.replace("to: doubt", "to: tracking").replace(/      - id: doubt\n[\s\S]*?(?=      - id: tracking\n)/, ""),
  );
  course.build("scorm12");
  lms.folder = course.build("scorm12", "--release");
  const third = await open(lms);
  assert.match(await scene(third.frame), /^Scene 2 /);
  assert.equal(await third.frame.locator("[data-way] > li").count(), 1);
  assert.deepEqual(third.faults, []);
  await third.page.close();
  lms.close();
  course.remove();
});

test("without JavaScript every scene can be read, and leads on", async () => {
  const course = new Course("examples/a-case");
  const folder = course.build("web");
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`file://${folder}/units/lost-parcel.html#/parcel`);
  assert.equal(await page.locator("[data-scene]:visible").count(), 5);
  assert.deepEqual(await page.locator('[data-type="case-study"]').locator("button:visible, input:visible").evaluateAll((found) => found.map((one) => one.outerHTML)), []);
  await page.locator('[data-plain] a[href^="#scene-"]').first().click();
  assert.match(page.url(), /#scene-\d+$/);
  course.remove();
});

test("on paper every scene stands once, and the way that was taken", async () => {
  const course = new Course("examples/a-case");
  const page = await browser.newPage();
  await page.goto(`file://${course.build("web")}/units/lost-parcel.html`);
  const learner = await Learner.meet(page.mainFrame());
  await learner.practise(learner.sheet("parcel"), true);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("[data-current] [data-scene]:visible").count(), 5);
  for (const hidden of ["[data-current] input", "[data-current] button", "[data-told]", "[data-case-points]"]) assert.equal(await page.locator(`${hidden}:visible`).count(), 0, hidden);
  const text = await page.locator("[data-current]").innerText();
  assert.equal(text.match(/The courier has left the parcel/g)?.length, 1);
  assert.equal(text.match(/What follows:/g)?.length, 7);
  assert.equal(await page.locator("[data-way] > li:visible").count(), 2);
  course.remove();
});
