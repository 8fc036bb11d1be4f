// Pictures of every page of the real courses, for eyes: narrow and wide, light, dark and with more contrast.
//
//   node tests/e2e/screenshots.mjs [FOLDER] [SOURCE..]    into target/screenshots, unless FOLDER says otherwise

import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { Course, ROOT } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").BrowserContextOptions} Options */

/** @type {[string, Options][]} what each picture is called for, and what the browser is told */
const VIEWS = [
  ["360-light", { viewport: { width: 360, height: 740 }, colorScheme: "light" }],
  ["360-dark", { viewport: { width: 360, height: 740 }, colorScheme: "dark" }],
  ["1200-light", { viewport: { width: 1200, height: 800 }, colorScheme: "light" }],
  ["1200-dark", { viewport: { width: 1200, height: 800 }, colorScheme: "dark" }],
  ["1200-contrast", { viewport: { width: 1200, height: 800 }, colorScheme: "light", contrast: "more" }],
];
const COURSES = ["course-src/contact-centre-operations-l3", "course-src/customer-service-l2"];

/** Pictures of all pages of all units in one view. @param {Browser} browser @param {string} built @param {string} folder @param {string} view @param {Options} options */
async function picture(browser, built, folder, view, options) {
  const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
  const page = await context.newPage();
  const shoot = async (/** @type {string} */ name) => {
    // Pictures further down wait for somebody who comes near them.
    await page.evaluate(async () => {
      const shown = [...document.images].filter((image) => image.checkVisibility());
      for (const image of shown) image.loading = "eager";
      await Promise.all(shown.map((image) => image.decode().catch(() => {})));
    });
    await page.screenshot({ path: join(folder, `${name}-${view}.png`), fullPage: true });
  };
  const home = pathToFileURL(join(built, "index.html")).href;
  await page.goto(home);
  await shoot("0-home");
  const units = await page.locator("main a[href^='units/']").evaluateAll((links) => links.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
  let made = 1;
  for (const [n, unit] of units.entries()) {
    await page.goto(unit);
    const learner = await Learner.meet(page.mainFrame());
    for (const { slot, id, kind } of learner.data.pages) {
      await learner.go(slot);
      const sheet = Object.values(learner.data.sheets).find((sheet) => sheet.page === slot);
      if (sheet) await learner.start(sheet);
      const name = `${n + 1}-${String(slot).padStart(2, "0")}-${id}`;
      await shoot(name);
      made += 1;
      if (sheet && kind === "case") {
        let scene = 1;
        await learner.play(sheet, learner.item(sheet.slot), true, async (end) => {
          if (!end && ++scene !== 2) return;
          await shoot(`${name}-${end ? "end" : "on"}`);
          made += 1;
        });
      }
    }
  }
  await context.close();
  return made;
}

const [folder = join(ROOT, "target/screenshots"), ...sources] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
const browser = await launch();
let made = 0;
for (const source of sources.length > 0 ? sources : COURSES) {
  const course = new Course(source);
  const built = course.build("web");
  const into = join(folder, basename(source));
  mkdirSync(into, { recursive: true });
  for (const [view, options] of VIEWS) made += await picture(browser, built, into, view, options);
  course.remove();
}
await browser.close();
process.stdout.write(`${made} pictures in ${folder}\n`);
