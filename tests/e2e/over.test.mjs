// What lies over a page or comes and goes on it, looked at as few learners see it: a term's meaning, the search, the time that is left, the Display menu and what it does.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";
import { misfits } from "./misfits.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Browser} Browser */

const units = new Course("examples/two-units");
const timed = new Course("examples/against-the-clock");
/** @type {Browser} */ let browser;
/** @type {Browser} with text twice as large, as a learner sets it in the browser */ let large;
let unitsFolder = "";
let timedFolder = "";
before(async () => {
  [browser, large] = await Promise.all([launch(), launch("--blink-settings=defaultFontSize=32")]);
  // A drawing that is told of light and dark.
  units.edit("media/ribbon-test.svg", (text) => text.replace("<rect", "<style>@media (prefers-color-scheme: dark) { rect { fill: #333 } }</style><rect"));
  unitsFolder = units.build("web");
  timedFolder = timed.build("web");
});
after(async () => {
  await Promise.all([browser.close(), large.close()]);
  units.remove();
  timed.remove();
});

/** @type {[string, import("playwright-core").BrowserContextOptions, boolean][]} a window, and whether its text is twice as large */
const VIEWS = [
  ["320 px", { viewport: { width: 320, height: 640 } }, false],
  ["a phone with text twice as large", { viewport: { width: 360, height: 740 } }, true],
  ["colours of the system's own", { viewport: { width: 1000, height: 700 }, forcedColors: "active" }, false],
];

/** The first unit of a course. @param {string} folder @param {(typeof VIEWS)[number]} view */
async function unit(folder, [, options, twice]) {
  const context = await (twice ? large : browser).newContext({ bypassCSP: true, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  await page.locator("main a[href^='units/']").first().click();
  return { page, learner: await Learner.meet(page.mainFrame()) };
}

/** Nothing is cut, and axe-core finds nothing. The search may lie over all, and what comes and goes above a page may push it down. @param {Page} page @param {string} what */
async function sound(page, what) {
  assert.deepEqual((await misfits(page)).filter((one) => !/^the page begins|class="search"/.test(one)), [], what);
  assert.deepEqual(await violations(page), [], what);
}

for (const view of VIEWS) {
  test(`a term, the search and Display: ${view[0]}`, async () => {
    const { page, learner } = await unit(unitsFolder, view);
    const slot = await page.locator("[data-page]:has(:is(.prose, .block-body) a[href^='#term-'])").first().getAttribute("data-page");
    await learner.go(Number(slot));
    const term = page.locator("[data-current] a[href^='#term-']").first();
    await term.click();
    await page.locator("[data-popover]:popover-open").waitFor();
    await sound(page, "the meaning of a term");
    await page.keyboard.press("Escape");
    await page.locator("[data-search-open]:visible").first().click();
    await page.locator("[data-search-field]").fill("soil");
    await page.locator("[data-search-results] li").first().waitFor();
    await sound(page, "the search");
    for (let n = 0; n < 2 && (await page.locator("dialog[data-search]").isVisible()); n += 1) await page.keyboard.press("Escape");
    const contents = page.locator("[data-contents-open]:visible");
    if (await contents.count()) await contents.click();
    await page.locator("[data-display] summary").click();
    await page.locator("[data-display] [name=text][value=larger]").scrollIntoViewIfNeeded();
    assert.deepEqual(await violations(page), [], "the Display menu");
    await page.context().close();
  });

  test(`the time that is left: ${view[0]}`, async () => {
    const { page, learner } = await unit(timedFolder, view);
    const sheet = Object.values(learner.data.sheets).find((sheet) => /** @type {any} */ (sheet).limit);
    assert.ok(sheet);
    await learner.go(/** @type {number} */ (sheet.page));
    await learner.start(sheet);
    await page.locator("[data-timer]:visible").waitFor();
    await sound(page, "the time that is left");
    await page.context().close();
  });
}

test("Display: what is chosen by keyboard holds at once, on every page, and in the next visit; no record knows of it", async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, colorScheme: "light", bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(unitsFolder, "index.html")).href);
  await page.locator("main a[href^='units/']").first().click();
  await Learner.meet(page.mainFrame());
  const looks = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).fontSize, getComputedStyle(document.documentElement).getPropertyValue("--border")]);
  const before = await looks();
  await page.locator("[data-display] summary").focus();
  await page.keyboard.press("Enter");
  for (const [name, value] of [["scheme", "dark"], ["contrast", "more"], ["text", "large"]]) {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).name), name);
    for (let n = 0; n < 3 && !(await page.locator(`[name=${name}][value=${value}]`).isChecked()); n += 1) await page.keyboard.press("ArrowDown");
  }
  const chosen = await looks();
  assert.deepEqual([before, chosen], [["rgb(255, 255, 255)", "16px", "1px"], ["rgb(0, 0, 0)", "20px", "2px"]]);
  assert.deepEqual(await violations(page), []);
  await page.reload();
  await Learner.meet(page.mainFrame());
  assert.deepEqual(await looks(), chosen);
  assert.equal(await page.locator("[data-display] :checked").evaluateAll((inputs) => inputs.map((input) => /** @type {HTMLInputElement} */ (input).value).join()), "dark,more,large");
  const other = await context.newPage();
  await other.emulateMedia({ colorScheme: "dark", contrast: "more" });
  await other.goto(page.url());
  await other.locator("[data-display] summary").click();
  await other.locator("[name=scheme][value=light]").check();
  await other.locator("[name=contrast][value='']").check();
  assert.equal(await other.evaluate(() => getComputedStyle(document.body).color), "rgb(0, 0, 0)", "the device still asks for more contrast");
  await context.close();
});

test("Display: where the browser keeps nothing, what is chosen holds till the page is left", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  await context.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => void faults.push(error.message));
  await page.goto(pathToFileURL(join(unitsFolder, "index.html")).href);
  await page.locator("main a[href^='units/']").first().click();
  await page.locator("[data-display] summary").click();
  await page.locator("[name=scheme][value=dark]").check();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  assert.deepEqual(faults, []);
  await context.close();
});

test("Display: the home page offers and heeds it, and figures follow it", async () => {
  /** How a figure, the page and what says its own number look. @param {"light" | "dark"} device @param {[string, string][]} chosen what is chosen at home */
  const looks = async (device, chosen) => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, colorScheme: device, bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(unitsFolder, "index.html")).href);
    await page.locator("[data-display] summary").click();
    for (const [name, value] of chosen) await page.locator(`[name=${name}][value=${value}]`).check();
    const home = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).fontSize].join());
    assert.deepEqual(await violations(page), []);
    await page.locator("main a[href^='units/']").first().click();
    const learner = await Learner.meet(page.mainFrame());
    await learner.go(learner.page("what-soil-is-it").slot);
    const figure = page.locator("[data-current] figure img");
    await figure.scrollIntoViewIfNeeded();
    await figure.evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
    const filter = await figure.evaluate((image) => getComputedStyle(image).filter);
    const picture = (await figure.screenshot()).toString("base64");
    await context.close();
    return { home, filter, picture };
  };
  const [light, dark, chosen, more] = [await looks("light", []), await looks("dark", []), await looks("light", [["scheme", "dark"]]), await looks("dark", [["scheme", "light"], ["contrast", "more"], ["text", "larger"]])];
  assert.deepEqual([light.home, dark.home, chosen.home, more.home], ["rgb(255, 255, 255),16px", "rgb(19, 24, 26),16px", "rgb(19, 24, 26),16px", "rgb(255, 255, 255),24px"]);
  assert.ok(light.picture !== dark.picture, "the drawing knows light from dark");
  assert.ok(chosen.picture === dark.picture, "it follows what was chosen, not the device");
  assert.deepEqual([light.filter, dark.filter, chosen.filter, more.filter], ["none", "none", "none", "contrast(1.5)"]);
});

test("Display: larger text takes the narrower layout, and cuts nothing on a phone", async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: "reduce" });
  await context.addInitScript(() => void (localStorage["coursec-text"] = "larger"));
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(unitsFolder, "index.html")).href);
  assert.deepEqual(await misfits(page), [], "home");
  await page.locator("main a[href^='units/']").first().click();
  const learner = await Learner.meet(page.mainFrame());
  for (const { slot, id } of learner.data.pages) {
    await learner.go(slot);
    const sheet = Object.values(learner.data.sheets).find((sheet) => sheet.page === slot);
    if (sheet?.counts) await learner.sit(sheet, false);
    assert.deepEqual(await misfits(page), [], id);
  }
  await page.setViewportSize({ width: 1200, height: 800 });
  const [margin, text] = await page.locator("[data-current] .if-full .block:not(.block-first)").first().evaluate((block) => [...block.children].map((part) => part.getBoundingClientRect().bottom));
  assert.ok(margin < text, "there is no room for a margin");
  await context.close();
});

test("a word longer than the contents are wide breaks there, and the text beside a clock stays on its line", async () => {
  const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
  const course = new Course("examples/minimal");
  course.edit("units/hand-washing.yaml", (text) => text.replace("title: When and how to wash", `title: ${word}`));
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.goto(pathToFileURL(join(course.build("web"), "units/hand-washing.html")).href);
  const row = page.locator("[data-contents] a", { hasText: word });
  const inside = await row.evaluate((link) => {
    const range = document.createRange();
    range.selectNodeContents(link);
    return Math.max(...[...range.getClientRects()].map(({ right }) => right)) <= link.getBoundingClientRect().right;
  });
  assert.equal(inside, true);
  course.remove();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(pathToFileURL(join(timedFolder, "units/first-minutes.html")).href);
  const learner = await Learner.meet(page.mainFrame());
  await learner.start(/** @type {import("./learner.mjs").Sheet} */ (Object.values(learner.data.sheets).find(({ limit }) => limit)));
  const text = page.locator("[data-timer-text]");
  assert.match(await text.innerText(), /^\d+ minutes left$/);
  assert.ok((await text.evaluate((line) => line.getClientRects()[0].height / parseFloat(getComputedStyle(line).lineHeight))) < 1.5, "on a phone");
  const [beside, button] = await Promise.all([text, page.locator("[data-extend]")].map((one) => one.boundingBox()));
  assert.ok(beside && button && button.y < beside.y && beside.y < button.y + button.height, "the button stands beside it");
  await page.close();
});
