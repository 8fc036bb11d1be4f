// What axe-core finds in a page that has come to rest.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The four sets of colours that a theme has. @type {[string, {colorScheme: "light" | "dark", contrast: "no-preference" | "more"}][]} */
const SETS = [
  ["light", { colorScheme: "light", contrast: "no-preference" }],
  ["dark", { colorScheme: "dark", contrast: "no-preference" }],
  ["more contrast", { colorScheme: "light", contrast: "more" }],
  ["dark, more contrast", { colorScheme: "dark", contrast: "more" }],
];

/**
 * Each rule that is broken, with the elements that break it. A colour half-way between two others is nobody's choice: transitions are ended first.
 * @param {import("playwright-core").Page | import("playwright-core").Frame} page @param {string[]} [rules] all of them, if none is named
 * @returns {Promise<string[]>}
 */
export async function violations(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const drawn = () => new Promise((draw) => requestAnimationFrame(draw));
    await drawn();
    document.getAnimations().forEach((animation) => animation.finish());
    await drawn();
    const result = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], preload: false, ...(rules && { runOnly: rules }) });
    return result.violations.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes.map((/** @type {any} */ node) => node.html).join(" ")}`);
  }, rules);
}

/** The same in each set of colours: what has no colour is looked at once. @param {import("playwright-core").Page} page */
export async function violationsInEachSet(page) {
  const found = [];
  for (const [n, [name, media]] of SETS.entries()) {
    await page.emulateMedia(media);
    found.push(...(await violations(page, n ? ["color-contrast"] : undefined)).map((one) => `${name}: ${one}`));
  }
  return found;
}
