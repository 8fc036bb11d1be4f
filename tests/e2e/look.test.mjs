// Every page of every example and course: no sideways scrolling, no accessibility violation that axe-core finds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, it } from "node:test";
import { launch, watch } from "./browser.mjs";
import { Course, ROOT } from "./course.mjs";
import { Learner } from "./learner.mjs";

const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
/** @type {import("playwright-core").Browser} */ let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

const VIEWS = [
  { width: 320, height: 640, colorScheme: "light" },
  { width: 360, height: 740, colorScheme: "dark" },
  { width: 1000, height: 700, colorScheme: "dark" },
  { width: 1280, height: 800, colorScheme: "light" },
];

for (const source of ["examples/two-units", "course-src/contact-centre-operations-l3", "course-src/customer-service-l2"]) {
  describe(source, () => {
    const course = new Course(source);
    let folder = "";
    before(() => void (folder = course.build("web")));
    after(() => course.remove());

    for (const { width, height, colorScheme } of VIEWS) {
      it(`at ${width} px, ${colorScheme}`, async () => {
        const context = await browser.newContext({ viewport: { width, height }, colorScheme: /** @type {"light" | "dark"} */ (colorScheme), reducedMotion: "reduce", bypassCSP: true });
        const page = await context.newPage();
        const faults = watch(page);
        await page.goto(pathToFileURL(join(folder, "index.html")).href);
        await page.locator("main a[href^='units/']").first().click();
        const learner = await Learner.meet(page.mainFrame());
        for (const { slot, id } of learner.data.pages) {
          await learner.go(slot);
          const sheet = Object.values(learner.data.sheets).find((sheet) => sheet.page === slot);
          if (sheet) await learner.start(sheet);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(overflow <= 0, `${id} is ${overflow} px too wide`);
          await page.evaluate(AXE);
          const found = await page.evaluate(async () => {
            const result = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], preload: false });
            return result.violations.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes[0].html}`);
          });
          assert.deepEqual(found, [], id);
        }
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  });
}
