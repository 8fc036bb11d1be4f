// A course that is one SCO, inside an LMS that we did not write: one session over all units, and one record.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { serveAgain } from "./again.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

/** Opens the SCO as the LMS does, at the home of the course. @param {Awaited<ReturnType<typeof serveAgain>>} lms */
async function open(lms) {
  const page = await (await browser.newContext()).newPage();
  const faults = watch(page);
  await page.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}`);
  const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#sco")).contentFrame());
  await frame.waitForURL(/course/);
  await Learner.meet(frame);
  return { page, faults, frame };
}

/** @typedef {import("playwright-core").Frame} Frame */
/** The calls of a session, by name. @param {import("playwright-core").Page} page @param {string} name */
const called = (page, name) => page.evaluate((name) => /** @type {any} */ (globalThis).calls.filter((/** @type {any} */ call) => call.name === name).length, name);
/** The calls that the LMS refused. @param {import("playwright-core").Page} page */
const rejected = (page) => page.evaluate(() => /** @type {any} */ (globalThis).calls.filter((/** @type {any} */ call) => call.error !== "0"));

/** Follows a link to a unit, and meets it. @param {Frame} frame @param {string} file */
async function visit(frame, file) {
  await frame.locator(`a[href$="${file}"]:visible`).first().click();
  await frame.waitForURL(new RegExp(file));
  await frame.waitForFunction(() => document.activeElement?.matches("[data-current] h1"));
  return Learner.meet(frame);
}
/** Goes to the home of the course. @param {Frame} frame */
async function home(frame) {
  await frame.locator(".sidebar-course a").click();
  await frame.waitForURL(/index\.html/);
  return Learner.meet(frame);
}
/** Does all that there is in a unit. @param {Learner} learner @param {boolean} right */
async function finish(learner, right) {
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.feedback === "after-each") await learner.practise(sheet, right);
    else await learner.sit(sheet, right);
  }
  for (const { slot } of learner.data.pages) await learner.read(slot);
  await learner.saved();
}
/** Leaves by "Save and exit". @param {import("playwright-core").Page} page @param {Frame} frame */
async function exit(page, frame) {
  await frame.locator("[data-exit]:visible").first().click();
  await page.waitForFunction(() => /** @type {any} */ (globalThis).calls.some((/** @type {any} */ call) => call.name === "LMSFinish"));
}

describe("examples/one-sco", () => {
  const course = new Course("examples/one-sco");
  after(() => course.remove());

  it("is one session over all units, passed and complete at the end", async () => {
    const lms = await serveAgain(course.build("scorm12"));
    const { page, faults, frame } = await open(lms);
    assert.equal(await frame.locator('a[href$="brakes.html"]').getAttribute("aria-disabled"), "true");
    await frame.locator('a[href$="brakes.html"]').click({ force: true });
    await frame.locator("[data-shut]:visible").waitFor();
    assert.equal(await frame.locator("[data-shut]").innerText(), "“Brakes” opens after “Tyres”.");

    const tyres = await visit(frame, "tyres.html");
    assert.match(await frame.title(), /Tyres/);
    await finish(tyres, true);
    await tyres.go(tyres.page("air").slot);
    const brakes = await visit(frame, "brakes.html");
    await finish(brakes, true);
    assert.equal(lms.record().core.lesson_status, "incomplete", "the test is open");
    await home(frame);
    assert.deepEqual(await frame.locator("[data-unit]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state"))), ["done", "done", null]);
    const ride = await visit(frame, "ride.html");
    await finish(ride, true);
    await exit(page, frame);
    assert.equal(await called(page, "LMSInitialize"), 1);
    assert.equal(await called(page, "LMSFinish"), 1);
    const { core, interactions } = lms.record();
    assert.equal(core.lesson_status, "passed");
    assert.equal(Number(core.score.raw), 100);
    const ids = Object.values(interactions.childArray ?? interactions).map((/** @type {any} */ one) => one.id);
    assert.equal(new Set(ids).size, ids.length, ids.join());
    assert.equal(ids.length, 4);
    assert.deepEqual(await rejected(page), []);
    assert.deepEqual(faults, []);
    await page.close();
    lms.close();
  });

  it("comes back where it was left, also after the tab was killed and by the back button", async () => {
    const lms = await serveAgain(course.build("scorm12"));
    const first = await open(lms);
    const tyres = await visit(first.frame, "tyres.html");
    await finish(tyres, true);
    await home(first.frame);
    const brakes = await visit(first.frame, "brakes.html");
    await brakes.read(brakes.page("lever").slot);
    await brakes.saved();
    await kill(first.page);

    const { page, faults, frame } = await open(lms);
    assert.match(await frame.locator("[data-bookmark]").innerText(), /Brakes – Lesson 1: The lever/);
    assert.deepEqual(await frame.locator("[data-unit]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state"))), ["done", "started", null]);
    await frame.locator("a[data-bookmark-link]").click();
    await frame.waitForURL(/brakes.html#\/lever/);
    const again = await Learner.meet(frame);
    assert.equal(await again.current(), again.page("lever").slot);
    await frame.evaluate(() => history.back());
    await frame.waitForURL(/index\.html/);
    await frame.locator("[data-unit]").first().waitFor();
    assert.equal(await called(page, "LMSInitialize"), 1);
    assert.deepEqual(await rejected(page), []);
    assert.deepEqual(faults, []);
    await page.close();
    lms.close();
  });

  it("stays where it is where a unit cannot be fetched, and loses nothing", async () => {
    const lms = await serveAgain(course.build("scorm12"));
    const { page, frame } = await open(lms);
    const tyres = await visit(frame, "tyres.html");
    await tyres.practise(tyres.sheet("check"), true);
    await page.context().setOffline(true);
    await frame.locator(".sidebar-course a").click();
    await frame.locator("[data-shut]:visible").waitFor();
    assert.match(await frame.locator("[data-shut]").innerText(), /could not be loaded/);
    assert.equal(await called(page, "LMSFinish"), 0);
    await page.context().setOffline(false);
    await home(frame);
    await visit(frame, "tyres.html");
    assert.equal(await called(page, "LMSInitialize"), 1);
    await page.close();
    lms.close();
  });
});
