// Pages and units that open in order: what is closed says so, to the eye and to a screen reader, and no way leads in; what was open stays open.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, it } from "node:test";
import { writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, watch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";
import { until } from "./patience.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("playwright-core").BrowserContext} */
let context;
const course = new Course("examples/in-order");
const folder = course.build("web");

before(async () => void (browser = await launch()));
beforeEach(async () => void (context = await browser.newContext()));
afterEach(() => context.close());
after(async () => {
  await browser?.close();
  course.remove();
});

/** Opens a document of the web site. @param {string} path @param {string} [from] another folder than the course's */
async function open(path, from = folder) {
  const page = await context.newPage();
  const faults = watch(page);
  const [file, hash = ""] = path.split("#");
  await page.goto(`${pathToFileURL(join(from, file)).href}${hash && `#${hash}`}`);
  return { page, faults };
}

/** @param {import("playwright-core").Page} page @param {string} address */
const link = (page, address) => page.locator(`[data-contents] a[href="#${address}"]`);
/** @param {import("playwright-core").Page} page */
const shown = (page) => page.locator("section[data-current]").getAttribute("id");

it("says of each page whether it is open, and opens the next one when a page was read", async () => {
  const { page, faults } = await open("units/dough.html");
  await Learner.meet(page.mainFrame());
  assert.equal(await link(page, "/rest").getAttribute("aria-disabled"), "true");
  assert.match(await page.locator('[data-contents] a[href="#/rest"] [data-mark-word]').innerText(), /Opens after the pages before it/);
  const tree = await page.locator("[data-contents]").ariaSnapshot();
  assert.match(tree, /link "Opens after the pages before it Let it rest" \[disabled\]/);

  await link(page, "/rest").click({ force: true });
  assert.equal(await shown(page), "/overview");
  await page.locator("[data-shut]:visible").waitFor();
  assert.equal(await page.locator("[data-shut]").innerText(), "“Lesson 2: Let it rest” opens after the pages before it. Go on with “Overview”.");
  assert.equal(await page.locator("[data-shut]").getAttribute("role"), "status");

  await page.locator("section[data-current] a[data-next]").click();
  await page.locator('section[data-current][id="/mix"]').waitFor();
  assert.equal(await link(page, "/mix").getAttribute("aria-disabled"), null);
  await page.locator("section[data-current] a[data-next]").click();
  await page.locator('section[data-current][id="/rest"]').waitFor();
  // Back is always open.
  await link(page, "/mix").click();
  await page.locator('section[data-current][id="/mix"]').waitFor();
  assert.deepEqual(faults, []);
});

it("opens nothing for the keyboard, an address, or a search", async () => {
  const { page, faults } = await open("units/dough.html#/check");
  await Learner.meet(page.mainFrame());
  assert.equal(await shown(page), "/overview", "a deep link");
  assert.equal(new URL(page.url()).hash, "#/overview");
  await link(page, "/check").focus();
  await page.keyboard.press("Enter");
  assert.equal(await shown(page), "/overview", "a key");
  await page.evaluate(() => void (location.hash = "/rest"));
  await page.locator("[data-shut]:visible").waitFor();
  assert.equal(await shown(page), "/overview", "an address");
  await page.locator("button[data-search-open]:visible").first().click();
  await page.locator("[data-search-field]").fill("doubled");
  await page.locator("[data-search-results] a").first().click();
  await page.locator("[data-shut]:visible").waitFor();
  assert.equal(await shown(page), "/overview", "a result of the search");
  assert.deepEqual(faults, []);
});

it("closes a unit until the one before it is complete, and lets nothing count till then", async () => {
  const early = await open("units/oven.html");
  await early.page.locator("[data-awaits]:visible").waitFor();
  assert.equal(await early.page.locator("section[data-page]:visible").count(), 0);
  assert.equal(await early.page.locator("[data-awaits] a:visible").innerText(), "Make a dough");
  assert.equal(await early.page.evaluate(() => document.activeElement?.hasAttribute("data-awaits")), true, "the notice has the focus");
  await early.page.locator("[data-awaits] a:visible").click();
  const { page } = early;
  const dough = await Learner.meet(page.mainFrame());
  assert.match(page.url(), /dough/);
  for (const { slot } of dough.data.pages) await dough.read(slot);
  await dough.saved();
  await page.goto(page.url().replace(/dough.*/, "oven.html"));
  const oven = await Learner.meet(page.mainFrame());
  assert.equal(await page.locator("[data-awaits]:visible").count(), 0);
  await oven.read(0);
  await oven.saved();
  await page.reload();
  await Learner.meet(page.mainFrame());
  assert.equal(await page.locator("[data-awaits]:visible").count(), 0);
  assert.deepEqual(early.faults, []);
});

it("is all there without JavaScript", async () => {
  await context.close();
  context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await open("units/oven.html#/knock");
  assert.ok(await page.getByText("turn the loaf over and knock on it").isVisible());
  assert.equal(await page.locator("[data-awaits]:visible").count(), 0);
});

it("keeps open what was read when a release puts a page before it", async () => {
  const other = new Course("examples/in-order");
  const preview = await Preview.start(other.folder);
  try {
    const first = await Visit.launch(browser, preview, "ann");
    const { learner } = first;
    for (const id of ["overview", "mix", "rest"]) await learner.read(learner.page(id).slot);
    await learner.saved();
    await first.close();

    const unit = join(other.folder, "units/dough.yaml");
    const text = readFileSync(unit, "utf8");
    writeFileSync(unit, text.replace("lessons:\n", "lessons:\n  - id: weigh\n    title: Weigh first\n    teaches: [1.1]\n    body: Put the bowl on the scale.\n"));
    const [{ id: course, units: [{ id: named }] }] = (await preview.site()).courses;
    await until(async () => (await fetch(`${preview.url}/content/${course}/scorm12/units/${named}.html`).then((answer) => answer.text())).includes("Weigh first"), "the preview has the new release");
    const second = await Visit.launch(browser, preview, "ann");
    const again = second.learner;
    assert.equal(again.data.pages.length, learner.data.pages.length + 1);
    for (const id of ["rest", "weigh", "check"]) await again.go(again.page(id).slot);
    assert.deepEqual(await second.rejected(), []);
    await second.close();
  } finally {
    preview?.stop();
    other.remove();
  }
});

it("tells an LMS of SCORM 2004 that a unit is complete, which it tells the next", async () => {
  const other = new Course("examples/in-order");
  const preview = await Preview.start(other.folder, "--target", "scorm2004-4");
  try {
    for (const complete of [false, true]) {
      const first = await Visit.launch(browser, preview, "ann", { target: "scorm2004-4", unit: "dough" });
      const { learner } = first;
      for (const { slot } of complete ? learner.data.pages : learner.data.pages.slice(0, 2)) await learner.read(slot);
      await learner.saved();
      await first.exit();
      assert.deepEqual(await first.rejected(), []);
      await first.close();
      const launched = await preview.ask("/__host/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ course: "first-loaf", unit: "oven", target: "scorm2004-4", options: { learner: "ann" } }) });
      const before = launched.settings.activity.objectives.find((/** @type {any} */ { id }) => id.startsWith("after_"));
      assert.equal(before.satisfied, complete || null);
    }
  } finally {
    preview?.stop();
    other.remove();
  }
});
