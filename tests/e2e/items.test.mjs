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

test("answers come back", async () => {
  await page.locator("[data-save]").filter({ hasText: /Saved/ }).waitFor({ state: "attached" });
  await page.reload();
  assert.equal(await item("numeric").locator("input").inputValue(), "3,5");
  assert.equal(await item("matching").locator("select").nth(1).evaluate((list) => /** @type {HTMLSelectElement} */ (list).selectedOptions[0].text), "Makes the rubber rough");
  assert.equal(await item("sequencing").getAttribute("data-state"), "right");
});

test("nothing is cut at 320 px, and axe-core finds nothing", async () => {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await page.evaluate(axe);
  const found = await page.evaluate(() => /** @type {any} */ (window).axe.run({ preload: false }));
  assert.deepEqual(found.violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.target).join(" ")}`), []);
  assert.deepEqual(faults, []);
});
