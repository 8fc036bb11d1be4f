// What a learner does in a course that is one: from unit to unit, in one session.

import { Learner } from "./learner.mjs";

/** @typedef {import("playwright-core").Frame | import("playwright-core").Page} Frame */

/** A unit of one lesson, which a release adds. */
export const BELL = `id: bell
title: The bell
outcomes:
  - {id: LO1, statement: be heard, criteria: [{id: 1.1, statement: ring in time}]}
lessons:
  - {id: ring, title: Ring, teaches: [LO1, 1.1], body: Ring before a bend.}
items:
  - {id: bend, type: true-false, prompt: You ring before a bend., assesses: [1.1], answer: true}
assessments:
  - {id: check, title: Check, purpose: formative, items: [bend]}
`;

/** Follows a link to a unit, and meets it. @param {Frame} frame @param {string} file */
export async function visit(frame, file) {
  await frame.locator(`a[href$="${file}"]:visible`).first().click();
  await frame.waitForURL(new RegExp(file));
  await frame.waitForFunction(() => document.activeElement?.matches("[data-current] h1"));
  return Learner.meet(/** @type {any} */ (frame));
}

/** Goes to the home of the course. @param {Frame} frame */
export async function home(frame) {
  const contents = frame.locator("[data-contents-open]:visible");
  if (await contents.count()) await contents.first().click();
  await frame.locator(".sidebar-course a").click();
  await frame.waitForURL(/index\.html/);
  return Learner.meet(/** @type {any} */ (frame));
}

/** What the home says of each unit. @param {Frame} frame */
export const states = (frame) => frame.locator("[data-unit]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state")));

/** Does all that there is in a unit. @param {Learner} learner @param {boolean} right */
export async function finish(learner, right) {
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.feedback === "after-each") await learner.practise(sheet, right);
    else await learner.sit(sheet, right);
  }
  for (const { slot } of learner.data.pages) await learner.read(slot);
  await learner.saved();
}
