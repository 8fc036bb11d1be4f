// A browser and a preview, and learners who come and go in it.

import { watch } from "./browser.mjs";
import { Learner } from "./learner.mjs";

/** @typedef {import("./host.mjs").Preview} Preview */
/** @typedef {import("playwright-core").Browser} Browser */

/** A learner's visit to a unit. */
export class Visit {
  /** @param {Preview} preview @param {import("playwright-core").Page} page @param {string[]} faults @param {{course: string, unit: string, learner: string, target: string}} key */
  constructor(preview, page, faults, key) {
    this.preview = preview;
    this.page = page;
    this.faults = faults;
    this.key = key;
    /** @type {Learner} */
    this.learner = /** @type {any} */ (undefined);
  }

  /**
   * Launches a unit of the first course, its first where none is named, as an LMS does, and waits for the course.
   * @param {Browser} browser @param {Preview} preview @param {string} name of the learner @param {{target?: string, unit?: string, mode?: string, context?: import("playwright-core").BrowserContext}} [how]
   */
  static async launch(browser, preview, name, how = {}) {
    const { courses } = await preview.site();
    const [course] = courses;
    const key = { course: course.id, unit: how.unit ?? course.units[0].id, learner: name, target: how.target ?? "scorm12" };
    const page = await (how.context ?? (await browser.newContext())).newPage();
    const visit = new Visit(preview, page, watch(page), key);
    await page.goto(`${preview.url}/play/${key.course}/${key.target}/${key.unit}?learner=${name}${how.mode ? `&mode=${how.mode}` : ""}`);
    const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#content")).contentFrame());
    await frame.waitForURL(/content/, { timeout: 20_000 });
    visit.learner = await Learner.meet(frame);
    return visit;
  }

  /** What the LMS keeps. */
  record() {
    return this.preview.record(this.key);
  }

  /** A value that the LMS keeps. @param {string} element */
  async value(element) {
    return (await this.record()).model?.[element];
  }

  /** The calls that were refused, over all sessions; in SCORM 2004 reading what has no value yet is none. */
  async rejected() {
    return (await this.record()).calls.filter((call) => call.error !== "0" && !(call.name === "GetValue" && call.error === "403"));
  }

  /** Waits until something holds. @param {() => Promise<unknown>} holds @param {string} what @param {number} [milliseconds] */
  async until(holds, what, milliseconds = 15_000) {
    const end = Date.now() + milliseconds;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Leaves by "Save and exit". */
  async exit() {
    await this.learner.frame.locator("[data-exit]:visible").first().click();
    await this.until(async () => (await this.record()).finished, "the end of the session");
  }

  /** Closes the window. */
  async close() {
    await this.page.context().close();
  }
}
