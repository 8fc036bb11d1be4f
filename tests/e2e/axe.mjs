// What axe-core finds in a page that has come to rest.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Each rule that is broken, with the elements that break it. A colour half-way between two others is nobody's choice: transitions are ended first.
 * @param {import("playwright-core").Page | import("playwright-core").Frame} page
 * @returns {Promise<string[]>}
 */
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const drawn = () => new Promise((draw) => requestAnimationFrame(draw));
    await drawn();
    document.getAnimations().forEach((animation) => animation.finish());
    await drawn();
    const result = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], preload: false });
    return result.violations.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes.map((/** @type {any} */ node) => node.html).join(" ")}`);
  });
}
