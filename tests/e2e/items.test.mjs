// Every item type in the package itself: answered by keyboard alone, marked, kept, and nothing that axe-core finds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Course} */
let course;
/** @type {import("playwright-core").Page} */
let page;
/** @type {string[]} */
let faults;

before(async () => {
  browser = await launch();
  course = new Course("examples/every-item-type");
  const folder = course.build("web");
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  page.setDefaultTimeout(5000);
  faults = watch(page);
  await page.goto(`file://${folder}/units/puncture.html#/every-type`);
});
after(async () => {
  await browser.close();
  course.remove();
});

/** The item of a type. @param {string} type */
const item = (type) => page.locator(`[data-current] [data-type="${type}"]`);

/** Checks it, by keyboard, and gives the state of the item. @param {string} type */
async function check(type) {
  const button = item(type).locator("[data-check]");
  await button.focus();
  await page.keyboard.press("Enter");
  return item(type).getAttribute("data-state");
}

/** Chooses in a list by typing the first letters of an option. @param {string} type @param {number} nth @param {string} letters */
async function pick(type, nth, letters) {
  await item(type).locator("select").nth(nth).focus();
  await page.keyboard.type(letters);
}

test("a number is typed with its unit, and a typical wrong one named back", async () => {
  await item("numeric").locator("input").focus();
  await page.keyboard.type("8 bar");
  assert.equal(await check("numeric"), "wrong");
  assert.match(await item("numeric").locator("[data-feedback]").innerText(), /The harder the tyre, the better/);
  await item("numeric").locator("[data-retry]").press("Enter");
  await item("numeric").locator("input").focus();
  await page.keyboard.type("3,5");
  assert.equal(await check("numeric"), "right");
});

test("pairs are made from lists, and give their share of the points", async () => {
  await pick("matching", 0, "Lifts");
  await pick("matching", 1, "Makes");
  await pick("matching", 2, "Tight");
  assert.equal(await check("matching"), "partial");
  assert.deepEqual(await item("matching").locator(".blank").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state"))), ["right", "right", "wrong"]);
});

test("steps get places, and what is half done stays as it is", async () => {
  const rows = item("sequencing").locator(".blank");
  const right = ["Lift one", "Find the", "Feel along", "Patch the", "Pump the"];
  const texts = await rows.locator("label").allInnerTexts();
  assert.notDeepEqual(texts.map((text) => right.findIndex((start) => text.startsWith(start))), [0, 1, 2, 3, 4]);
  const place = (/** @type {number} */ nth) => `${right.findIndex((start) => texts[nth].startsWith(start)) + 1}`;
  for (const nth of [0, 1, 2, 3]) await pick("sequencing", nth, place(nth));
  assert.equal(await check("sequencing"), null);
  assert.equal(await item("sequencing").locator("select").nth(0).inputValue(), `${+place(0) - 1}`);
  await pick("sequencing", 4, place(4));
  assert.equal(await check("sequencing"), "right");
});

test("a step of a scale is kept, and is neither right nor wrong", async () => {
  assert.match(await item("likert").locator(".item-margin").innerText(), /Not marked/);
  await item("likert").locator("input").nth(1).focus();
  await page.keyboard.press("Space");
  assert.equal(await check("likert"), "noted");
  assert.match(await item("likert").locator("[data-feedback]").innerText(), /It is not marked/);
  assert.equal(await item("likert").locator("input").nth(1).isChecked(), true);
});

test("a long answer stands beside a model answer, and learners tick what they find in it", async () => {
  const long = item("long-fill-in");
  assert.equal(await long.locator("[data-compare]").isVisible(), false);
  await long.locator("textarea").focus();
  await page.keyboard.type("The thorn is still there.\nI would look for it.");
  assert.equal(await long.locator("[data-left]").innerText(), "254");
  assert.equal(await check("long-fill-in"), "noted");
  assert.equal(await long.locator("[data-compare]").evaluate((part) => part === document.activeElement), true);
  assert.match(await long.locator("[data-compare]").innerText(), /may still be in the tyre/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await long.locator("[data-compare] input").first().isChecked(), true);
  await long.locator("[data-retry]").press("Enter");
  assert.equal(await long.locator("textarea").evaluate((field) => field === document.activeElement), true);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Then I would patch it.");
  await check("long-fill-in");
});

test("answers come back", async () => {
  await page.locator("[data-save]").filter({ hasText: /Saved/ }).waitFor({ state: "attached" });
  await page.reload();
  assert.equal(await item("numeric").locator("input").inputValue(), "3,5");
  assert.equal(await item("matching").locator("select").nth(1).evaluate((list) => /** @type {HTMLSelectElement} */ (list).selectedOptions[0].text), "Makes the rubber rough");
  assert.equal(await item("sequencing").getAttribute("data-state"), "right");
  assert.equal(await item("likert").locator("input").nth(1).isChecked(), true);
  assert.equal(await item("long-fill-in").locator("textarea").inputValue(), "The thorn is still there.\nI would look for it. Then I would patch it.");
  assert.deepEqual(await item("long-fill-in").locator("[data-compare] input").evaluateAll((ticks) => ticks.map((tick) => /** @type {HTMLInputElement} */ (tick).checked)), [true, false, false]);
});

test("nothing is cut at 320 px, and axe-core finds nothing", async () => {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await page.evaluate(axe);
  const found = await page.evaluate(() => /** @type {any} */ (window).axe.run({ preload: false }));
  assert.deepEqual(found.violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.target).join(" ")}`), []);
  assert.deepEqual(faults, []);
});
