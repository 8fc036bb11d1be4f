// Time limits: the learner is told how long is left, gets more time at the press of a button, and what was answered is handed in at the end.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { kill, launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Preview} */
let preview;
const course = new Course("examples/against-the-clock");
/** When the learner begins. */
const BEGUN = new Date("2026-11-22T10:00:00Z");

before(async () => {
  browser = await launch();
  preview = await Preview.start(course.folder);
});
after(async () => {
  preview?.stop();
  await browser?.close();
  course.remove();
});

/** A visit with a clock that the test sets. @param {string} name @param {number} [minutes] since the learner began */
async function visit(name, minutes = 0) {
  const context = await browser.newContext();
  const visit = await Visit.launch(browser, preview, name, { context, still: new Date(BEGUN.getTime() + minutes * 60_000).toISOString() });
  const frame = visit.learner.frame;
  return {
    visit,
    learner: visit.learner,
    /** Lets time go by. @param {number} seconds */
    pass: (seconds) => context.clock.runFor(seconds * 1000),
    bar: frame.locator("[data-timer]"),
    more: frame.locator("[data-extend]"),
    live: () => frame.locator("[data-live]").textContent(),
  };
}

it("time goes on through lessons, is warned of, and more of it is given ten times and more, also after the tab was killed", async () => {
  const first = await visit("slow");
  const test = first.learner.sheet("test");
  await first.learner.go(test.page);
  assert.ok(!(await first.bar.isVisible()), "no clock before the start");
  assert.match(await first.learner.frame.locator("[data-sheet-intro]:visible").innerText(), /Time limit 10 minutes; you can give yourself more/);
  await first.learner.start(test);
  assert.match(await first.bar.innerText(), /10 minutes left/);
  assert.match((await first.live()) ?? "", /10 minutes left/);
  await first.learner.answer(test, first.learner.item(test.items[0]), true);
  await first.pass(5);
  await first.learner.saved();
  await first.pass(5 * 60);
  await first.learner.go(first.learner.page("what-first").slot);
  await first.pass(3 * 60);
  assert.match(await first.bar.innerText(), /left for “What comes first\?”/);
  assert.equal(await first.bar.getAttribute("data-state"), "warned");
  assert.match((await first.live()) ?? "", /2 minutes left.*Then your answers are handed in\. There is a button for more time/);
  for (let times = 0; times < 11; times += 1) await first.more.press("Enter");
  await first.pass(2);
  assert.match(await first.bar.innerText(), /112 minutes left/);
  assert.equal(await first.bar.getAttribute("data-state"), "open");
  await first.pass(2);
  await first.learner.saved();
  await kill(first.visit.page);

  const second = await visit("slow", 100);
  await second.learner.start(test);
  assert.match(await second.bar.innerText(), /2[01] minutes left/);
  await second.pass(2);
  await kill(second.visit.page);

  // Away when the time was over: a minute or more to ask for more.
  const third = await visit("slow", 500);
  await third.learner.start(test);
  assert.equal(await third.bar.getAttribute("data-state"), "warned");
  await third.more.click();
  assert.match(await third.bar.innerText(), /1[12] minutes left/);
  await third.pass(13 * 60);
  assert.match(await third.bar.innerText(), /Time is over. What you answered in “What comes first\?” is handed in/);
  assert.ok(!(await third.more.isVisible()));
  await third.visit.until(async () => (await third.visit.value("cmi.core.score.raw")) === "50", "a score of 50");
  assert.deepEqual(await third.visit.rejected(), []);
  assert.deepEqual(third.visit.faults, []);
  await third.visit.close();
});

it("where the time is what is assessed it ends, for who was away too", async () => {
  const first = await visit("late");
  const alarm = first.learner.sheet("alarm");
  await first.learner.start(alarm);
  assert.ok(!(await first.more.isVisible()));
  await first.learner.answer(alarm, first.learner.item(alarm.items[0]), true);
  await first.pass(4);
  await first.learner.saved();
  await kill(first.visit.page);
  const second = await visit("late", 5);
  await second.learner.go(alarm.page);
  await second.learner.fieldset(alarm, second.learner.item(alarm.items[0])).and(second.learner.frame.locator("[data-state=right]")).waitFor();
  assert.match(await second.bar.innerText(), /Time is over/);
  assert.deepEqual(second.visit.faults, []);
  await second.visit.close();
});
