// A whole course by keyboard alone: Tab, arrows, Enter, Space and typing; each stop is seen, in reading order, and let go.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { launch, watch } from "./browser.mjs";
import { Hand } from "./hand.mjs";
import { Learner } from "./learner.mjs";
import { everyType } from "./samples.mjs";

const course = everyType();
const turned = everyType();
turned.edit("course.yaml", (text) => text.replace(/^lang: .*$/m, "lang: ar"));
/** @type {import("playwright-core").Browser} */ let browser;
/** The course, built to be read in each direction. */
const folders = { ltr: "", rtl: "" };
before(async () => {
  browser = await launch();
  [folders.ltr, folders.rtl] = [course, turned].map((course) => course.build("web"));
});
after(async () => {
  await browser?.close();
  course.remove();
  turned.remove();
});

/** A learner at the course's home page. @param {import("playwright-core").BrowserContextOptions} options @param {string} [file] @param {"ltr" | "rtl"} [dir] */
async function open(options, file = "index.html", dir = "ltr") {
  const page = await (await browser.newContext({ reducedMotion: "reduce", ...options })).newPage();
  const faults = watch(page);
  await page.goto(new URL(file, pathToFileURL(join(folders[dir], "/"))).href);
  return { page, faults, hand: new Hand(page) };
}

/** Answers and checks each item that is shown. @param {Hand} hand @param {Learner} learner @param {import("./learner.mjs").Sheet} sheet */
async function answer(hand, learner, sheet) {
  for (const item of await learner.paper(sheet)) {
    const place = `[data-current] [data-item="${item.slot}"]`;
    await hand.answer(learner, item, place);
    if (sheet.feedback !== "after-each") continue;
    await hand.enter(`${place} [data-check]`);
    await learner.frame.locator(`${place}[data-state]`).waitFor();
    assert.match((await learner.frame.locator(place).getAttribute("data-state")) ?? "", /right|noted/, item.type);
    assert.ok(await hand.on(`${place} *`), `after its check, the focus has left the ${item.type}`);
    await hand.moved();
  }
}

/** Takes the best way through a case study. @param {Hand} hand @param {Learner} learner @param {import("./learner.mjs").Item} item */
async function play(hand, learner, item) {
  /** @type {Set<string>} */
  const been = new Set();
  for (let scene = `${item.key.start}`; !been.has(scene); ) {
    been.add(scene);
    const ways = Object.entries(/** @type {Record<string, [number, number]>} */ (item.key.scenes[scene])).sort(([, [, a]], [, [, b]]) => b - a);
    if (!ways.length) return been.size;
    const place = `[data-current] [data-scene="${scene}"]`;
    if (ways[0][0] !== "0") await hand.choose(`${place} input`, ways[0][0]);
    await hand.enter(`${place} [data-go]`);
    scene = `${ways[0][1][0]}`;
    await learner.frame.waitForSelector(`[data-current] [data-scene="${scene}"]`);
    assert.ok(await hand.on(`[data-scene="${scene}"] *`), "the focus is in the new scene");
    await hand.moved();
  }
  throw new Error("a circle");
}

/** @param {"ltr" | "rtl"} dir */
const whole = async (dir) => {
  const { page, faults, hand } = await open({ viewport: { width: 1200, height: 800 } }, "index.html", dir);
  assert.equal(await page.locator("html").getAttribute("dir"), dir);
  await hand.tab();
  assert.ok(await hand.on(".skip"));
  await hand.press("Enter");
  await hand.enter("main a[href^='units/']");
  const learner = await Learner.meet(page.mainFrame());
  await hand.enter(".skip");
  await hand.enter("[data-resume-link]");

  /** @type {Set<string>} */
  const types = new Set();
  for (const { slot, kind } of learner.data.pages.slice(1)) {
    await page.waitForSelector(`[data-page="${slot}"][data-current]`);
    await page.waitForFunction(() => document.activeElement?.matches("[data-current] h1"));
    await hand.moved();
    for (const sheet of Object.values(learner.data.sheets).filter((sheet) => sheet.page === slot)) {
      for (const item of sheet.items) types.add(learner.item(item).type);
      if (kind === "case") {
        assert.ok((await play(hand, learner, learner.item(sheet.slot))) >= 3);
        continue;
      }
      if (await page.locator("[data-current] [data-start]:visible").count()) {
        await hand.enter("[data-current] [data-start]");
        await page.locator("[data-current] [data-item]:visible").first().waitFor();
        const first = "[data-current] [data-item]:not([hidden])";
        assert.ok(await hand.on(first), "after the start, the focus is on the first question");
        await learner.saved();
        assert.ok(await hand.on(first), "once it is saved, the focus is where it was");
        await hand.moved();
      }
      await answer(hand, learner, sheet);
      if (sheet.feedback !== "after-each") {
        await hand.enter("[data-current] [data-submit]");
        await page.waitForFunction((slot) => document.querySelector(`[data-page="${slot}"] [data-sheet-status]`)?.textContent?.includes("4"), slot);
        assert.ok(await hand.on("[data-current] *"), "after the handing in, the focus is lost");
        await hand.moved();
      }
    }
    if (await page.locator("[data-current] [data-next]").count()) {
      if (await hand.on(`[data-page]:not([data-page="${slot}"]) *`)) continue;
      await hand.enter("[data-current] [data-next]");
    }
  }
  for (let left = 30; left && (await hand.tab()); left -= 1);
  await page.waitForSelector("[data-contents] li:last-child a[data-state='done']", { state: "attached" });
  assert.equal(types.size, 9);
  assert.match(await page.locator("[data-current]").innerText(), /100\s*%|4 (of|out of) 4/);
  // The overview is done when it is read, which this learner did not.
  const states = await page.locator("[data-contents] a[data-to]").evaluateAll((links) => links.slice(1).map((link) => link.getAttribute("data-state")));
  assert.deepEqual([...new Set(states)], ["done"]);
  assert.deepEqual(faults, []);
  await page.context().close();
};

test("a whole course, from its home to its results", () => whole("ltr"));
test("a whole course, from right to left", () => whole("rtl"));

test("the focus goes through a page and out of it, forwards and backwards", async () => {
  for (const width of [1200, 360]) {
    const { page, hand } = await open({ viewport: { width, height: 740 } }, "units/puncture.html#/every-type");
    await Learner.meet(page.mainFrame());
    let ended = false;
    for (let left = 80; left && !ended; left -= 1) ended = !(await hand.tab());
    assert.ok(ended, `trapped: ${hand.stops.slice(-4).join(" / ")}`);
    assert.ok(hand.stops.length > 20);
    const forth = hand.stops.splice(0);
    while (hand.stops.length < forth.length) {
      await hand.press("Shift+Tab");
      hand.stops.push(await hand.at());
    }
    assert.deepEqual(hand.stops.reverse(), forth);
    await page.context().close();
  }
});

test("on a phone's width the contents are opened, gone through, and closed", async () => {
  const { page, hand } = await open({ viewport: { width: 360, height: 740 } }, "units/puncture.html");
  const learner = await Learner.meet(page.mainFrame());
  await hand.enter("[data-contents-open]");
  await page.waitForFunction(() => document.activeElement?.matches("[data-contents-close]"));
  await hand.moved();
  const inside = [];
  for (let left = 30; left && (await hand.tab()); left -= 1) {
    assert.ok(await hand.on("[data-contents] *"), "the focus is under the sheet");
    inside.push(await page.evaluate(() => document.activeElement?.hasAttribute("data-to")));
  }
  assert.equal(inside.filter(Boolean).length, learner.data.pages.length);
  await hand.reach("[data-contents-close]");
  await hand.press("Escape");
  await page.waitForFunction(() => document.activeElement?.matches("[data-contents-open]"));
  await hand.press("Enter");
  await page.waitForFunction(() => document.activeElement?.matches("[data-contents-close]"));
  await hand.moved();
  await hand.enter('[data-contents] a[data-to="2"]');
  await page.waitForFunction(() => document.activeElement?.matches('[data-page="2"] h1'));
  await page.context().close();
});
