// Every page of every example and course: no sideways scrolling, no accessibility violation that axe-core finds.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import { violations, violationsInEachSet } from "./axe.mjs";
import { launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @type {import("playwright-core").Browser} */ let browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** @typedef {import("playwright-core").BrowserContextOptions} Options */

/** What a window is: its width, and what its learner asked for. @param {number} width @param {Options} asked @returns {Options} */
const view = (width, asked) => ({ viewport: { width, height: width < 500 ? 740 : 800 }, reducedMotion: "reduce", bypassCSP: true, ...asked });

/** @type {Record<string, Options>} */
const VIEWS = {
  "320 px, light": view(320, { colorScheme: "light" }),
  "360 px, dark": view(360, { colorScheme: "dark" }),
  "1000 px, dark": view(1000, { colorScheme: "dark" }),
  "1280 px, light": view(1280, { colorScheme: "light" }),
};

/** The view in which each set of colours is looked at, one after the other. */
const EACH_SET = { "1200 px, each set of colours": view(1200, {}) };

/** @type {Record<string, Options>} what few ask for */
const RARE = { ...EACH_SET, "1200 px, in the system's own colours": view(1200, { forcedColors: "active" }) };

/** @type {{name: string, source: string, views: Record<string, Options>, args?: string[], lang?: string}[]} */
const COURSES = [
  { name: "two-units", source: "examples/two-units", views: { ...VIEWS, ...RARE } },
  { name: "two-units, workshop", source: "examples/two-units", views: { ...VIEWS, ...RARE }, args: ["--theme", "workshop"] },
  { name: "two-units, right to left", source: "examples/two-units", views: { ...VIEWS, ...EACH_SET }, lang: "ar" },
  { name: "two-units, workshop, right to left", source: "examples/two-units", views: { "320 px, light": VIEWS["320 px, light"], ...EACH_SET }, args: ["--theme", "workshop"], lang: "ar" },
  { name: "a-case", source: "examples/a-case", views: { ...VIEWS, ...RARE } },
  { name: "a-case, workshop, right to left", source: "examples/a-case", views: { ...VIEWS, ...EACH_SET }, args: ["--theme", "workshop"], lang: "ar" },
  { name: "contact-centre-operations-l3", source: "course-src/contact-centre-operations-l3", views: VIEWS },
  { name: "customer-service-l2", source: "course-src/customer-service-l2", views: VIEWS },
];

/** By how many pixels the page is too wide. @param {import("playwright-core").Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const { name, source, views, args = [], lang } of COURSES) {
  describe(name, () => {
    const course = new Course(source);
    if (lang) course.edit("course.yaml", (text) => text.replace(/^lang: .*$/m, `lang: ${lang}`));
    let folder = "";
    before(() => void (folder = course.build("web", ...args)));
    after(() => course.remove());

    for (const [seen, options] of Object.entries(views)) {
      it(seen, async () => {
        const context = await browser.newContext(options);
        const page = await context.newPage();
        const faults = watch(page);
        await page.goto(pathToFileURL(join(folder, "index.html")).href);
        if (lang === "ar") assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
        await page.locator("main a[href^='units/']").first().click();
        const learner = await Learner.meet(page.mainFrame());
        for (const { slot, id, kind } of learner.data.pages) {
          await learner.go(slot);
          const sheet = Object.values(learner.data.sheets).find((sheet) => sheet.page === slot);
          if (sheet) await learner.start(sheet);
          const looked = async () => {
            const wide = await overflow(page);
            assert.ok(wide <= 0, `${id} is ${wide} px too wide`);
            assert.deepEqual(await (seen in EACH_SET ? violationsInEachSet(page) : violations(page)), [], id);
          };
          await looked();
          // Not each scene: one that was led to, and the end.
          let scenes = 1;
          if (sheet && kind === "case") await learner.play(sheet, learner.item(sheet.slot), true, async (end) => void (end || ++scenes === 2 ? await looked() : null));
        }
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  });
}

describe("what few courses have", () => {
  const options = view(360, { colorScheme: "dark" });
  /** A package, opened at a document. @param {string} source @param {string} target @param {string} file @param {(page: import("playwright-core").Page, looked: (what: string) => Promise<void>) => Promise<void>} act */
  async function opened(source, target, file, act) {
    const course = new Course(source);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = watch(page);
    await page.goto(pathToFileURL(join(course.build(target), file)).href);
    await act(page, async (what) => {
      assert.ok((await overflow(page)) <= 0, what);
      assert.deepEqual(await violations(page), [], what);
    });
    assert.deepEqual(faults, []);
    await context.close();
    course.remove();
  }

  it("pages and units that are not open yet", () =>
    opened("examples/in-order", "web", "index.html", async (page, looked) => {
      await looked("home");
      await page.goto(new URL("units/oven.html", page.url()).href);
      await page.locator("[data-awaits]:visible").waitFor();
      await looked("a unit");
      await page.goto(new URL("dough.html", page.url()).href);
      await Learner.meet(page.mainFrame());
      await page.evaluate(() => void (location.hash = "/rest"));
      await page.locator("[data-shut]:visible").waitFor();
      await looked("a page");
    }));

  it("a second attempt, its questions, and its results", () =>
    opened("examples/second-try", "web", "index.html", async (page, looked) => {
      await page.locator("main a[href^='units/']").first().click();
      const learner = await Learner.meet(page.mainFrame());
      const test = learner.sheet("test");
      await learner.start(test);
      for (const slot of test.items) await learner.answer(test, learner.item(slot), slot !== test.items[0]);
      await learner.submit(test);
      await page.locator("[data-start]:visible").waitFor();
      await looked("handed in");
      await learner.start(test);
      await looked("a second time");
      await learner.go(learner.data.pages.find(({ kind }) => kind === "results")?.slot ?? 0);
      await looked("results");
    }));

  it("the home of a course of one SCO", () =>
    opened("examples/one-sco", "scorm12", "index.html", async (page, looked) => {
      await Learner.meet(page.mainFrame());
      await looked("home");
    }));
});

describe("the report", () => {
  for (const source of ["examples/papers", "course-src/customer-service-l2"]) {
    const course = new Course(source);
    const file = join(course.home, "report.html");
    before(() => writeFileSync(file, course.coursec("report")));
    after(() => course.remove());

    for (const [seen, options] of Object.entries(VIEWS)) {
      it(`of ${source}, ${seen}`, async () => {
        const context = await browser.newContext(options);
        const page = await context.newPage();
        const faults = watch(page);
        await page.goto(pathToFileURL(file).href);
        await page.locator("table").first().waitFor();
        const wide = await overflow(page);
        assert.ok(wide <= 0, `${wide} px too wide`);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }
});

describe("over the page", () => {
  const course = new Course("examples/two-units");
  let folder = "";
  before(() => void (folder = course.build("web")));
  after(() => course.remove());

  /** A unit's document, at a page that has a term in its text. @param {Options} options */
  async function lesson(options) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults = watch(page);
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await page.locator("main a[href^='units/']").first().click();
    const learner = await Learner.meet(page.mainFrame());
    await learner.go(learner.page("feed-the-soil").slot);
    return { page, learner, faults, close: () => context.close() };
  }

  it("a term says what it means, by keyboard alone", async () => {
    const { page, faults, close } = await lesson({ ...view(360, {}), viewport: { width: 360, height: 320 } });
    const term = page.locator("[data-current] a[href^='#term-']").first();
    const popover = page.locator("[data-popover]");
    await term.focus();
    const scrolled = () => page.evaluate(() => Math.round(scrollY));
    const before = await scrolled();
    assert.ok(before > 100, "the term stands below the first window");
    await page.keyboard.press("Enter");
    await popover.waitFor();
    assert.ok(Math.abs((await scrolled()) - before) < 200, "the page stays where the term is");
    assert.match(await popover.innerText(), /Compost[\s\S]*woodland/);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("popovertargetaction")), "hide");
    assert.ok((await overflow(page)) <= 0);
    assert.deepEqual(await violations(page), []);
    const word = await term.boundingBox();
    const box = await popover.boundingBox();
    assert.ok(word && box && box.y > word.y && box.x >= 0 && box.x + box.width <= 360, JSON.stringify({ word, box }));
    for (const leave of [() => page.keyboard.press("Escape"), () => page.keyboard.press("Enter"), () => page.mouse.click(5, 120)]) {
      if (!(await popover.isVisible())) await term.press("Enter");
      await popover.waitFor();
      await leave();
      await popover.waitFor({ state: "hidden" });
      await page.waitForFunction(() => document.activeElement?.matches("[href^='#term-']:not([data-open])"));
    }
    await term.press("Enter");
    await page.locator("[data-popover-all]").click();
    await page.locator("[data-current] [id^='term-']").first().waitFor();
    assert.ok(!(await popover.isVisible()));
    assert.deepEqual(faults, []);
    await close();
  });

  it("the search finds pages of both units, and says where the words stand", async () => {
    const { page, faults, close } = await lesson(view(1200, {}));
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => void asked.push(request.url()));
    const open = page.locator("[data-search-open]:visible");
    await open.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-search-field"));
    assert.deepEqual(asked.map((url) => url.split("/").at(-1)), ["search.js"]);
    await page.keyboard.type("Mülch seeds");
    const results = page.locator("[data-search-results] li");
    await results.first().waitFor();
    assert.match(await results.first().innerText(), /Lesson 2: Feed the soil[\s\S]*mulch/);
    assert.ok((await results.first().locator("mark").count()) > 0);
    assert.deepEqual(await violations(page), []);
    await page.locator("[data-search-field]").fill("<b>zzz");
    assert.equal(await page.locator("[data-search-status]").innerText(), "Nothing found for “<b>zzz”.");
    await page.locator("[data-search-field]").fill("tool");
    await page.locator("[data-search-results] a[href*='.html#']").first().waitFor();
    // Chromium's first Escape empties the field.
    for (let n = 0; n < 2 && (await page.locator("dialog[data-search]").isVisible()); n += 1) await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-search-open"));
    await page.keyboard.press("Enter");
    await page.locator("[data-search-field]").fill("strip of wet");
    await results.first().locator("a").click();
    await page.waitForSelector("dialog[data-search]:not([open])", { state: "attached" });
    assert.match(page.url(), /#/);
    assert.deepEqual(faults, []);
    await close();
  });

  it("without JavaScript every page is read, and a term leads to its row", async () => {
    const context = await browser.newContext(view(360, { javaScriptEnabled: false }));
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await page.locator("main a[href^='units/']").first().click();
    const pages = page.locator("section[data-page]");
    const headings = await pages.locator("h1").allInnerTexts();
    assert.equal(headings.length, 7);
    for (const one of await pages.all()) assert.ok((await one.boundingBox())?.height ?? 0 > 0);
    for (const hidden of ["[data-popover]", "dialog[data-search]", "[data-search-open]", "[data-check]"]) assert.equal(await page.locator(`${hidden}:visible`).count(), 0, hidden);
    assert.match(await page.locator("noscript").first().innerText(), /JavaScript/);
    await page.locator("a[href='#term-compost']").first().click();
    assert.match(await page.locator(":target").innerText(), /Compost/);
    await context.close();
  });

  it("on paper there is the text, and nothing to press", async () => {
    const { page, close } = await lesson(view(1200, { colorScheme: "dark" }));
    await page.emulateMedia({ media: "print" });
    for (const hidden of ["[data-contents]", "[data-search-open]", "[data-next]", "button"]) assert.equal(await page.locator(`${hidden}:visible`).count(), 0, hidden);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    assert.ok(await page.locator("[data-current] h1").isVisible());
    await close();
  });
});
