// A record that two pages write: two devices, two tabs, a page that was left open. Nothing that a learner did is lost, and both pages show it.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { finish, home, states, visit } from "./one.mjs";
import { verb } from "./said.mjs";

const BASE = "https://learn.example.org/bicycle-check";
const course = new Course("examples/one-sco");
const apart = new Course("examples/one-sco");
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Preview} */ let preview;
/** @type {Preview} */ let units;

before(async () => {
  apart.edit("course.yaml", (text) => text.replace("structure: course-per-sco\n", ""));
  apart.edit("units/brakes.yaml", (text) => text.replace(/^opens_after:.*\n/m, ""));
  browser = await launch();
  preview = await Preview.start(course.folder, "--target", "xapi", "--target", "web");
  units = await Preview.start(apart.folder, "--target", "xapi", "--target", "web");
});
after(async () => {
  preview?.stop();
  units?.stop();
  await browser?.close();
  course.remove();
  apart.remove();
});

/** Pages that stand as read in the contents. @param {import("./learner.mjs").Learner} learner */
const read = (learner) => learner.frame.locator('[data-contents] a[data-to][data-state="done"]').evaluateAll((links) => links.map((link) => Number(link.getAttribute("data-to"))));

/** A unit that goes on in two windows. @param {string} target */
async function unitIn(target) {
  const name = `beside-${target}`;
  // A device of her own each; a browser keeps what has no platform.
  const contexts = [await browser.newContext()];
  contexts.push(target === "web" ? contexts[0] : await browser.newContext());
  const [one, other] = [await Visit.launch(browser, units, name, { target, unit: "tyres", context: contexts[0] }), await Visit.launch(browser, units, name, { target, unit: "tyres", context: contexts[1] })];
  const [check] = Object.values(one.learner.data.sheets);
  await one.learner.readAll("lesson");
  await one.learner.saved();
  await other.learner.practise(check, true);
  await other.learner.saved();
  assert.equal(await other.learner.notice(), "", "nothing stays unsaved");
  const lesson = other.learner.data.pages.filter(({ kind }) => kind === "lesson").map(({ slot }) => slot);
  await other.until(async () => lesson.every(async (slot) => (await read(other.learner)).includes(slot)), "what the first window read");
  // The first window was left open meanwhile, and is closed now.
  await one.page.close();
  await other.quiet();
  await other.page.close();
  const next = await Visit.launch(browser, units, name, { target, unit: "tyres", context: contexts[1] });
  const done = await read(next.learner);
  assert.deepEqual(lesson.filter((slot) => !done.includes(slot)), []);
  await next.learner.go(/** @type {number} */ (check.page));
  for (const item of await next.learner.paper(check)) assert.equal(await next.learner.fieldset(check, item).getAttribute("data-state"), "right");
  // What both saw is stated by both, with one id: the second time it is there already.
  assert.deepEqual([...one.faults, ...other.faults, ...next.faults].filter((fault) => !/404|409/.test(fault)), []);
  for (const context of new Set(contexts)) await context.close();
}

/** A course that is one goes on in two windows, in a unit each and in the same. */
async function courseInOne() {
  const name = "one-beside";
  const [one, other] = [await Visit.launch(browser, preview, name, { target: "xapi" }), await Visit.launch(browser, preview, name, { target: "xapi" })];
  const tyres = await visit(one.learner.frame, "tyres.html");
  await finish(tyres, true);
  const same = await visit(other.learner.frame, "tyres.html");
  await same.readAll("overview");
  await same.saved();
  await home(other.learner.frame);
  assert.deepEqual(await states(other.learner.frame), ["done", null, null], "what the first window did");
  await finish(await visit(other.learner.frame, "brakes.html"), true);
  await home(one.learner.frame);
  await finish(await visit(one.learner.frame, "ride.html"), true);
  await home(one.learner.frame);
  assert.deepEqual(await states(one.learner.frame), ["done", "done", "done"]);
  for (const { page } of [one, other]) await page.context().close();
  const next = await Visit.launch(browser, preview, name, { target: "xapi" });
  assert.deepEqual(await states(next.learner.frame), ["done", "done", "done"]);
  await next.close();
}

/** The last units of a course are finished at once, in two windows. */
async function atOnce() {
  const name = "at-once";
  const first = await Visit.launch(browser, units, name, { target: "xapi", unit: "tyres" });
  await finish(first.learner, true);
  await first.leave("terminated");
  await first.close();
  const last = await Promise.all(["brakes", "ride"].map((unit) => Visit.launch(browser, units, name, { target: "xapi", unit })));
  await Promise.all(last.map(({ learner }) => finish(learner, true)));
  await Promise.all(last.map((visit) => visit.leave("terminated")));
  const said = (await units.statements(name)).filter(({ object }) => object.id === BASE).map(verb).sort();
  assert.deepEqual(said, ["completed", "passed"]);
  for (const visit of last) await visit.close();
}

// One beside the other: what takes time is waiting.
it("a unit that goes on in two windows, xapi and web: what is done in one is done on what the other stored", () => Promise.all(["xapi", "web"].map(unitIn)).then(() => {}));
it("a course that is one goes on in two windows, and the last units of another are finished at once: nothing is lost, and the course is stated once", () => Promise.all([courseInOne(), atOnce()]).then(() => {}));
