// What a screen reader is given of each item type, as it is asked and as it is marked: compared with tests/e2e/trees, which a person has read.
//
//   TREES=update node --test tests/e2e/trees.test.mjs    writes them anew: read the difference

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { ROOT } from "./course.mjs";
import { Learner } from "./learner.mjs";
import { everyType } from "./samples.mjs";
import { nameless, tree } from "./trees.mjs";

const course = everyType();
// Else the options of the test come in another order for each learner.
course.edit("units/puncture.yaml", (text) => text.replace("    shuffle: {options: true}\n", ""));
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {import("playwright-core").Page} */ let page;
/** @type {Learner} */ let learner;
before(async () => {
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1200, height: 800 }, reducedMotion: "reduce" });
  await page.goto(pathToFileURL(join(course.build("web"), "units/puncture.html")).href);
  learner = await Learner.meet(page.mainFrame());
});
after(async () => {
  await browser?.close();
  course.remove();
});

/** Compares with what is kept. @param {string} name @param {Record<string, string>} states each with its tree */
function compare(name, states) {
  const file = join(ROOT, "tests/e2e/trees", `${name}.txt`);
  const text = Object.entries(states).map(([state, lines]) => `# ${state}\n\n${lines}\n`).join("\n");
  if (process.env.TREES === "update") writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}

/** The part of a tree that is announced when it changes. @param {string} text */
function announced(text) {
  const lines = text.split("\n");
  return lines.filter((_, n) => {
    const depth = (/** @type {string} */ line) => line.search(/\S/);
    const around = lines.slice(0, n).filter((line, m) => depth(line) < depth(lines[n]) && !lines.slice(m + 1, n).some((between) => depth(between) <= depth(line)));
    return around.some((line) => line.includes("live polite"));
  });
}

for (const type of ["choice", "true-false", "fill-in", "numeric", "matching", "sequencing", "likert", "long-fill-in"]) {
  test(type, async () => {
    const sheet = learner.sheet("every-type");
    await learner.start(sheet);
    const item = sheet.items.map((slot) => learner.item(slot)).find((item) => item.type === type);
    assert.ok(item);
    const place = `[data-current] [data-item="${item.slot}"]`;
    const asked = await tree(page, place);
    await learner.answer(sheet, item, false);
    await page.locator(`${place} [data-check]`).click();
    await page.locator(`${place}[data-state]`).waitFor();
    const marked = await tree(page, place);
    const prompt = (await page.locator(`${place} > legend`).innerText()).replace(/\s+/g, " ").trim();
    for (const text of [asked, marked]) {
      assert.ok(text.startsWith(`group "${prompt}"`), text.split("\n")[0]);
      assert.deepEqual(nameless(text), []);
    }
    const title = (await page.locator(`${place} [data-feedback-title]`).innerText()).trim();
    assert.ok(announced(marked).some((line) => line.includes(title)), `"${title}" is not announced`);
    compare(type, { "As it is asked": asked, [type === "likert" || type === "long-fill-in" ? "Answered" : "Answered wrong"]: marked });
  });
}

test("choice of several", async () => {
  const sheet = learner.sheet("test");
  await learner.start(sheet);
  const item = learner.item(/** @type {number} */ (sheet.items.find((slot) => learner.item(slot).type === "choice")));
  const place = `[data-current] [data-item="${item.slot}"]`;
  const text = await tree(page, place);
  assert.deepEqual(nameless(text), []);
  compare("choice-of-several", { "As it is asked": text });
});

test("case-study", async () => {
  const sheet = learner.sheet("parcel");
  await learner.go(sheet.page);
  const form = `[data-current] [data-sheet="${sheet.slot}"]`;
  const asked = await tree(page, form);
  /** @type {string[]} */
  const scenes = [];
  await learner.play(sheet, learner.item(sheet.slot), true, async () => void scenes.push(await tree(page, form)));
  for (const text of [asked, ...scenes]) assert.deepEqual(nameless(text), []);
  compare("case-study", { "The first scene": asked, "The second scene": scenes[0], "The end": /** @type {string} */ (scenes.at(-1)) });
});
