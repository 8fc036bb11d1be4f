// The calls of a scripted learner, in their order, as text to review: what an LMS hears of who passes, fails, suspends, resumes, reviews, completes or quits.
// The clock of the page stands still but where the script lets it run, so that no call depends on how fast a machine is.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course, ROOT } from "./course.mjs";
import { Preview } from "./host.mjs";
import { everyType } from "./samples.mjs";

/** @typedef {{session: number, name: string, args: string[], answer: string, error: string}} Call */

/** @type {import("playwright-core").Browser} */
let browser;

/** A preview of a course whose LMS knows of no LRS: statements have files of their own. @param {Course} course @param {...string} targets */
async function previewOf(course, ...targets) {
  const preview = await Preview.start(course.folder, ...targets.flatMap((target) => ["--target", target]));
  await preview.ask("/__host/launch", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ lrs: "none" }) });
  return preview;
}

before(async () => void (browser = await launch()));
after(() => browser?.close());

/** A visit whose time is told by the script. */
class Session {
  /** @param {Visit} visit */
  constructor(visit) {
    this.visit = visit;
    this.learner = visit.learner;
  }

  /** Launches a unit. @param {Preview} preview @param {string} name of the learner @param {string} target @param {{unit?: string, mode?: string}} [how] */
  static async launch(preview, name, target, how = {}) {
    return new Session(await Visit.launch(browser, preview, name, { ...how, target, still: "2026-11-21T20:00:01Z" }));
  }

  /** Lets two seconds go by, in which everything is saved. */
  rest() {
    return this.visit.rest();
  }

  /** Reads pages of these kinds. @param {...string} kinds */
  async read(...kinds) {
    for (const kind of kinds) {
      await this.learner.readAll(kind);
      await this.rest();
    }
  }

  /** Does an assessment as often as it may be done, or once if it goes right. @param {string} id @param {boolean} right */
  async take(id, right) {
    const sheet = this.learner.sheet(id);
    if (sheet.feedback === "after-each") return this.learner.practise(sheet, right).then(() => this.rest());
    for (let left = right ? 1 : (sheet.attempts ?? 1); left; left -= 1) {
      await this.learner.sit(sheet, right);
      await this.rest();
    }
  }

  /** Leaves by "Save and exit", or without a word. @param {boolean} [word] */
  async leave(word = true) {
    if (word) await this.learner.frame.locator("[data-exit]:visible").first().click();
    else await this.visit.page.evaluate(() => void (/** @type {HTMLIFrameElement} */ (document.querySelector("#content")).src = "about:blank"));
    const { sessions: of } = await this.visit.record();
    const { clock } = this.visit.page.context();
    await this.visit.until(async () => {
      await clock.runFor(2000);
      return (await this.visit.record()).calls.some(({ session, name }) => session === of && /Finish|Terminate/.test(name));
    }, "the end of the session");
    const { calls } = await this.visit.record();
    assert.deepEqual(await this.visit.rejected(), []);
    assert.deepEqual(this.visit.faults, []);
    await this.visit.close();
    return calls.filter(({ session }) => session === of);
  }
}

/** What two plays of the same script differ in, or what a change of the state would change in every line. @param {string} element @param {string} value */
const shown = (element, value) => {
  if (/(_time|\.time|\.timestamp|\.latency)$/.test(element)) return "<time>";
  if (element.endsWith("suspend_data") && value) return "<state>";
  return JSON.stringify(value);
};

/** Calls as text: what was asked, and what the answer was where it says more than that all is well. @param {Call[]} calls */
const text = (calls) =>
  calls
    .filter(({ name }) => !/LastError$/.test(name))
    .map(({ name, args, answer, error }) => {
      const [element, value] = args;
      const said = value === undefined ? (element ? ` ${element}` : "") : ` ${element} ${shown(element, value)}`;
      const heard = /GetValue$/.test(name) ? ` -> ${error === "0" ? shown(element, answer) : error}` : answer === "true" && error === "0" ? "" : ` -> ${answer} ${error}`;
      return `${name}${said}${heard}\n`;
    })
    .join("");

/** @typedef {(preview: Preview, target: string) => Promise<Call[]>} Script */

/** What learners do, each in the order in which it is done: a title, and who plays it. @type {[string, Script][][]} */
const LEARNERS = [
  [
    ["passes: reads all, practises, and answers all of the test right", async (preview, target) => {
      const session = await Session.launch(preview, "passes", target);
      await session.read("overview", "lesson");
      await session.take("soil-check", true);
      await session.take("soil-test", true);
      await session.read("case", "assessment", "practice", "results");
      return session.leave();
    }],
    ["reviews: comes back in review mode, and reads", async (preview, target) => {
      const session = await Session.launch(preview, "passes", target, { mode: "review" });
      await session.read("overview");
      return session.leave();
    }],
  ],
  [
    ["fails: answers all of the test wrong, as often as it may be taken", async (preview, target) => {
      const session = await Session.launch(preview, "fails", target);
      await session.take("soil-test", false);
      return session.leave();
    }],
  ],
  [
    ["suspends: reads a page, answers one question of the test, and leaves", async (preview, target) => {
      const session = await Session.launch(preview, "suspends", target);
      await session.read("overview");
      const { learner } = session;
      const sheet = learner.sheet("soil-test");
      await learner.start(sheet);
      const [item] = await learner.paper(sheet);
      await learner.answer(sheet, item, true);
      await session.rest();
      return session.leave();
    }],
    ["resumes: finds the answer there, and leaves again", async (preview, target) => {
      const session = await Session.launch(preview, "suspends", target);
      const { learner } = session;
      await learner.resume();
      const sheet = learner.sheet("soil-test");
      const [item] = await learner.paper(sheet);
      assert.equal((await learner.response(sheet, item)).length, 1);
      await session.rest();
      return session.leave();
    }],
  ],
  [
    ["completes: reads all of a unit that ends without a test", async (preview, target) => {
      const session = await Session.launch(preview, "completes", target, { unit: "tools-and-safety" });
      await session.take("tools-check", true);
      await session.read(...new Set(session.learner.data.pages.map(({ kind }) => kind)));
      return session.leave();
    }],
    ["quits: opens a unit, and closes it without a word", async (preview, target) => {
      const session = await Session.launch(preview, "quits", target);
      await session.rest();
      return session.leave(false);
    }],
  ],
];

/** What a learner did, as text. @param {[string, Script][]} scripts @param {Preview} preview @param {string} target */
async function did(scripts, preview, target) {
  let told = "";
  for (const [title, play] of scripts) told += `# ${title}\n\n${text(await play(preview, target))}\n`;
  return told;
}

/** Holds what was played against the file of that name. @param {string} name @param {string} played */
function compare(name, played) {
  const file = join(ROOT, "tests/e2e/calls", `${name}.txt`);
  if (process.env.CALLS === "update") writeFileSync(file, played);
  assert.equal(played, readFileSync(file, "utf8"), "CALLS=update writes it anew");
}

describe("examples/two-units", () => {
  const course = new Course("examples/two-units");
  // A unit that nobody can pass or fail.
  course.edit("units/tools-and-safety.yaml", (unit) => unit.replace(/^ {4}purpose: summative$/m, "    purpose: formative"));
  /** @type {Preview} */
  let preview;
  before(async () => void (preview = await previewOf(course, "scorm12", "scorm2004-3", "scorm2004-4")));
  after(() => {
    preview?.stop();
    course.remove();
  });

  for (const target of ["scorm12", "scorm2004-4"]) {
    it(`the calls of a learner are those of tests/e2e/calls/${target}.txt`, async () => {
      const told = await Promise.all(LEARNERS.map((scripts) => did(scripts, preview, target)));
      compare(target, told.join(""));
    });
  }

  it("the 3rd edition of SCORM 2004 is spoken as the 4th", async () => {
    const told = await did(LEARNERS[1], preview, "scorm2004-3");
    assert.ok(readFileSync(join(ROOT, "tests/e2e/calls/scorm2004-4.txt"), "utf8").includes(told), told);
  });
});

describe("examples/every-item-type", () => {
  const course = everyType();
  /** @type {Preview} */
  let preview;
  before(async () => void (preview = await previewOf(course, "scorm12", "scorm2004-4")));
  after(() => {
    preview?.stop();
    course.remove();
  });

  for (const target of ["scorm12", "scorm2004-4"]) {
    it(`an answer to each type of item is told as in tests/e2e/calls/${target}-items.txt`, async () => {
      const session = await Session.launch(preview, "answers", target);
      for (const { id } of Object.values(session.learner.data.sheets)) await session.take(id, true);
      const calls = await session.leave();
      compare(`${target}-items`, text(calls.filter(({ args }) => /^cmi\.interactions/.test(args[0] ?? ""))));
    });
  }
});
