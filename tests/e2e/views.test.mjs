// What few learners ask for and some need: 400 % zoom, large text, colours of the system's own, every set of colours in both directions, no motion, no script.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { violations, violationsInEachSet } from "./axe.mjs";
import { launch } from "./browser.mjs";
import { Learner } from "./learner.mjs";
import { misfits } from "./misfits.mjs";
import { everyType } from "./samples.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").BrowserContextOptions} Options */

/** Where pictures go, if anybody wants to see them. */
const PICTURES = process.env.PICTURES;

/** @type {Record<string, {args: string[], folder: string, turned: string}>} what each is built to, and where it reads from right to left */
const THEMES = { default: { args: [], folder: "", turned: "" }, workshop: { args: ["--theme", "workshop"], folder: "", turned: "" } };
const course = everyType();
const turned = everyType();
turned.edit("course.yaml", (text) => text.replace(/^lang: .*$/m, "lang: ar"));
/** @type {Browser} */ let browser;
/** @type {Browser} with text twice as large, as a learner sets it in the browser */ let large;
before(async () => {
  [browser, large] = await Promise.all([launch(), launch("--blink-settings=defaultFontSize=32")]);
  for (const theme of Object.values(THEMES)) [theme.folder, theme.turned] = [course, turned].map((course) => course.build("web", ...theme.args));
});
after(async () => {
  await Promise.all([browser.close(), large.close()]);
  course.remove();
  turned.remove();
});

/** The course in a theme. @param {Browser} browser @param {string} theme @param {Options} options @param {string} [file] @param {string} [folder] */
async function open(browser, theme, options, file = "units/puncture.html", folder = THEMES[theme].folder) {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, file)).href);
  return page;
}

/**
 * The home page, every page of the unit, and of questions also how they look when they are answered.
 * @param {Page} page @param {(what: string) => Promise<void>} look
 */
async function tour(page, look) {
  await look("home");
  await page.locator("main a[href^='units/']").click();
  const learner = await Learner.meet(page.mainFrame());
  for (const { slot, id, kind } of learner.data.pages) {
    await learner.go(slot);
    const sheet = Object.values(learner.data.sheets).find((sheet) => sheet.page === slot);
    if (sheet) await learner.start(sheet);
    await look(id);
    if (sheet && kind === "case") {
      await learner.play(sheet, learner.item(sheet.slot), true, async (end) => void (end && (await look(`${id}-end`))));
    } else if (sheet?.feedback === "after-each") {
      for (const [n, item] of (await learner.paper(sheet)).entries()) {
        await learner.answer(sheet, item, n % 2 > 0);
        await learner.fieldset(sheet, item).locator("[data-check]").click();
      }
      await look(`${id}-answered`);
    } else if (sheet) {
      for (const [n, item] of (await learner.paper(sheet)).entries()) await learner.answer(sheet, item, n > 0);
      await learner.submit(sheet);
    }
  }
}

/** Takes a picture of the whole page. @param {Page} page @param {string} name */
async function shoot(page, name) {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

for (const theme of Object.keys(THEMES)) {
  describe(theme, () => {
    /** @type {[string, Options, boolean][]} a window, and whether its text is twice as large */
    const tight = [
      ["a window of 1280 x 1024 at 400 %", { viewport: { width: 320, height: 256 } }, false],
      ["a window of 1280 x 1024 with text twice as large", { viewport: { width: 1280, height: 1024 } }, true],
      ["a phone with text twice as large", { viewport: { width: 360, height: 740 } }, true],
    ];
    for (const [name, options, twice] of tight) {
      test(name, async () => {
        const page = await open(twice ? large : browser, theme, options, "index.html");
        if (twice) assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px");
        await tour(page, async (what) => {
          await shoot(page, `${theme}-${options.viewport?.width}-${twice ? "large" : "zoom"}-${what}`);
          assert.deepEqual(await misfits(page), [], what);
        });
        await page.context().close();
      });
    }

    /** @type {[string, Options][]} */
    const colours = [
      ["colours of the system's own", { viewport: { width: 700, height: 800 }, forcedColors: "active" }],
      ["colours of the system's own, dark", { viewport: { width: 700, height: 800 }, forcedColors: "active", colorScheme: "dark" }],
    ];
    for (const [name, options] of colours) {
      test(name, async () => {
        const page = await open(browser, theme, options, "index.html");
        await tour(page, async (what) => {
          await shoot(page, `${theme}-${name.replace(/\W+/g, "-")}-${what}`);
          assert.deepEqual(await violations(page), [], what);
        });
        await page.context().close();
      });
    }

    for (const [dir, width] of /** @type {const} */ ([["ltr", 360], ["rtl", 1200]])) {
      test(`each set of colours, ${dir}`, async () => {
        const page = await open(browser, theme, { viewport: { width, height: 740 } }, "index.html", dir === "rtl" ? THEMES[theme].turned : undefined);
        assert.equal(await page.locator("html").getAttribute("dir"), dir);
        await tour(page, async (what) => assert.deepEqual(await violationsInEachSet(page), [], what));
        await page.context().close();
      });
    }

    test("a learner who asked for less motion sees none", async () => {
      const page = await open(browser, theme, { viewport: { width: 360, height: 740 } });
      const learner = await Learner.meet(page.mainFrame());
      await page.locator("[data-contents-open]").click();
      assert.deepEqual(await moving(page), []);
      await page.keyboard.press("Escape");
      await learner.practise(learner.sheet("every-type"), true);
      assert.deepEqual(await moving(page), []);
      await page.context().close();
    });

    test("without JavaScript every page can be read", async () => {
      const page = await open(browser, theme, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
      const sections = await page.locator("section[data-page]").all();
      assert.equal(sections.length, 6);
      for (const section of sections) {
        const id = await section.getAttribute("id");
        assert.ok(await section.locator("h1").isVisible(), `${id}`);
        assert.ok(((await section.boundingBox())?.height ?? 0) > 80, `${id}`);
      }
      assert.equal(await page.locator("legend.prompt:visible, .cloze:visible").count(), 12);
      assert.equal(await page.locator("[data-scene]:visible").count(), 5);
      assert.deepEqual(await page.locator("button:visible").allInnerTexts(), []);
      assert.match(await page.locator("noscript").first().innerText(), /JavaScript/);
      await shoot(page, `${theme}-no-script`);
      await page.context().close();
    });
  });
}

/** What moves, or would if it changed. @param {Page} page */
const moving = (page) =>
  page.evaluate(() => [
    ...document.getAnimations().map((animation) => `${/** @type {any} */ (animation).animationName ?? /** @type {any} */ (animation).transitionProperty}`),
    ...[...document.querySelectorAll("*")].flatMap((element) => {
      const { animationName, transitionProperty, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const moves = animationName !== "none" || (transitionProperty !== "none" && /[1-9]/.test(transitionDuration)) || scrollBehavior === "smooth";
      return moves ? [element.outerHTML.slice(0, 80)] : [];
    }),
  ]);
