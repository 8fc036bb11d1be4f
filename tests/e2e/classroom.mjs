// A browser and a preview, and learners who come and go in it.

import { watch } from "./browser.mjs";
import { Learner } from "./learner.mjs";
import { until } from "./patience.mjs";
import { verb } from "./said.mjs";

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
    /** Requests to an LRS that are in the air. @type {Set<import("playwright-core").Request>} */
    this.air = new Set();
    page.on("request", (request) => /\/(statements|activities\/\w+)(\?|$)/.test(request.url()) && !request.url().includes("/__host/") && this.air.add(request));
    // Nobody reads what stands in an answer to what was sent, so a request that was answered may never be finished.
    page.on("response", (response) => this.air.delete(response.request()));
    page.on("requestfailed", (request) => this.air.delete(request));
    /** Statements that the LRS had of the learner before. */
    this.before = 0;
    /** @type {Learner} */
    this.learner = /** @type {any} */ (undefined);
  }

  /**
   * Launches a unit of the first course, its first where none is named, as an LMS does, and waits for the course.
   * Where the page's clock stands still, at the time that `still` says, `rest` lets it run, so that nothing that the course does after a while depends on how fast a machine is.
   * @param {Browser} browser @param {Preview} preview @param {string} name of the learner @param {{target?: string, unit?: string, mode?: string, early?: boolean, still?: string, context?: import("playwright-core").BrowserContext}} [how]
   */
  static async launch(browser, preview, name, how = {}) {
    const { courses } = await preview.site();
    const [course] = courses;
    const key = { course: course.id, unit: how.unit ?? course.units[0].id, learner: name, target: how.target ?? "scorm12" };
    const context = how.context ?? (await browser.newContext());
    if (how.still) {
      await context.clock.install({ time: Date.parse(how.still) - 1000 });
      await context.clock.pauseAt(Date.parse(how.still));
    }
    const page = await context.newPage();
    const visit = new Visit(preview, page, watch(page), key);
    visit.before = (await preview.statements(name)).length;
    // Until the course is there its clock has to run.
    const ticking = how.still ? setInterval(() => void context.clock.runFor(50).catch(() => {}), 20) : undefined;
    try {
      await page.goto(`${preview.url}/play/${key.course}/${key.target}/${key.unit}?learner=${name}${how.mode ? `&mode=${how.mode}` : ""}`);
      const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#content")).contentFrame());
      await frame.waitForURL(/content/);
      visit.learner = await Learner.meet(frame, how);
    } finally {
      clearInterval(ticking);
    }
    return visit;
  }

  /** Lets two seconds of a clock that stands still go by, in which everything is saved. */
  async rest() {
    await this.learner.seen();
    await this.page.context().clock.runFor(2000);
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

  /** Waits until something holds. @param {() => unknown} holds @param {string} what */
  until(holds, what) {
    return until(holds, what);
  }

  /** Leaves by "Save and exit": the LMS has heard of it, and the page has done all that it does then. */
  async exit() {
    await this.learner.frame.locator("[data-exit]:visible").first().click();
    await this.until(async () => (await this.record()).finished, "the end of the session");
    await this.learner.ended();
    await this.learner.written();
  }

  /** Waits until no request to an LRS is in the air, and the browser has written what came of those that were. */
  async quiet() {
    await this.until(() => !this.air.size, "nothing in the air");
    await this.learner.written();
  }

  /**
   * Waits until the LRS has a statement of each of these verbs since the launch, and nothing more is on its way there; gives all that it has of the learner.
   * @param {...string} words @returns {Promise<any[]>}
   */
  async stated(...words) {
    /** @type {any[]} */
    let all = [];
    await this.until(async () => {
      const [air, there] = [this.air.size, await this.preview.statements(this.key.learner)];
      all = there;
      const fresh = all.slice(this.before).map(verb);
      if (!words.every((word) => fresh.includes(word))) throw new Error(`there is ${fresh.join(", ")}`);
      return !air && !this.air.size;
    }, `${words.join(", ")} of ${this.key.learner}, and nothing in the air`);
    return all;
  }

  /** Leaves by "Save and exit"; gives all that was stated, to the last word. @param {...string} words that are waited for */
  async leave(...words) {
    // What is launched by cmi5 then goes where it is told to.
    await this.learner.frame.locator("[data-exit]:visible").first().click();
    return this.stated(...words);
  }

  /** Closes the window. */
  async close() {
    await this.page.context().close();
  }
}
