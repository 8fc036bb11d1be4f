// A course that is one SCO, inside an LMS that we did not write: one session over all units, and one record.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { serveAgain } from "./again.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";
import { BELL, finish, home, states, visit } from "./one.mjs";

/** @typedef {import("playwright-core").Frame} Frame */
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof serveAgain>>} Lms */

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** Opens the SCO as the LMS does, at the home of the course. @param {Lms} lms @param {string} [query] */
async function open(lms, query = "") {
  const page = await (await browser.newContext()).newPage();
  const faults = watch(page);
  await page.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}${query}`);
  const frame = /** @type {Frame} */ (await (await page.waitForSelector("#sco")).contentFrame());
  await frame.waitForURL(/course/);
  await Learner.meet(frame);
  return { page, faults, frame };
}

/** The calls of a session. @param {Page} page @returns {Promise<{name: string, given: string[], error: string}[]>} */
const calls = (page) => page.evaluate(() => /** @type {any} */ (globalThis).calls.map((/** @type {any} */ { name, given, error }) => ({ name: name.replace("LMS", ""), given, error })));
/** How often it was called. @param {Page} page @param {string} name */
const called = async (page, name) => (await calls(page)).filter((call) => call.name === name).length;
/** The calls that the LMS refused; to read what has no value yet is none. @param {Page} page */
const rejected = async (page) => (await calls(page)).filter(({ name, error }) => error !== "0" && !(name === "GetValue" && error === "403"));

/** Leaves by "Save and exit". @param {Page} page @param {Frame} frame */
async function exit(page, frame) {
  await frame.locator("[data-exit]:visible").first().click();
  await page.waitForFunction(() => /** @type {any} */ (globalThis).calls.some((/** @type {any} */ call) => /LMSFinish|Terminate/.test(call.name)));
}

/** What the LMS knows of a learner: completed, success, score. @param {Lms} lms */
function told(lms) {
  const { core, ...cmi } = lms.record();
  if (!core) return [cmi.completion_status, cmi.success_status, cmi.score.scaled === "" ? null : Number(cmi.score.scaled)];
  const { lesson_status: status, score } = core;
  const judged = status === "passed" || status === "failed";
  return [judged ? "completed" : status, judged ? status : "unknown", score.raw === "" ? null : Number(score.raw) / 100];
}

const VERSIONS = /** @type {const} */ ({ scorm12: 12, "scorm2004-3": 2004, "scorm2004-4": 2004 });

for (const [target, version] of Object.entries(VERSIONS)) {
  describe(`examples/one-sco, ${target}`, () => {
    const course = new Course("examples/one-sco");
    after(() => course.remove());

    it("is one session over all units, passed and complete at the end", async () => {
      const lms = await serveAgain(course.build(target), version);
      const { page, faults, frame } = await open(lms);
      assert.equal(await frame.locator('a[href$="brakes.html"]').getAttribute("aria-disabled"), "true");
      await frame.locator('a[href$="brakes.html"]').click({ force: true });
      await frame.locator("[data-shut]:visible").waitFor();
      assert.equal(await frame.locator("[data-shut]").innerText(), "“Brakes” opens after “Tyres”.");

      const tyres = await visit(frame, "tyres.html");
      assert.match(await frame.title(), /Tyres/);
      const looks = () => frame.evaluate(() => [document.documentElement.dataset.scheme, document.querySelector("[data-display] [name=scheme]:checked")?.getAttribute("value")]);
      await frame.locator("[data-display] summary").click();
      await frame.locator("[data-display] [name=scheme][value=dark]").check();
      assert.deepEqual(await looks(), ["dark", "dark"], "how all looks is chosen in a unit that was opened in place");
      await finish(tyres, true);
      await tyres.go(tyres.page("air").slot);
      const brakes = await visit(frame, "brakes.html");
      await finish(brakes, true);
      assert.deepEqual(told(lms).slice(0, 2), ["incomplete", "unknown"], "the test is open");
      await home(frame);
      assert.deepEqual(await looks(), ["dark", "dark"]);
      assert.deepEqual(await states(frame), ["done", "done", null]);
      const ride = await visit(frame, "ride.html");
      await finish(ride, true);
      await home(frame);
      await exit(page, frame);
      assert.equal(await called(page, "Initialize"), 1);
      assert.equal(await called(page, version === 12 ? "Finish" : "Terminate"), 1);
      assert.deepEqual(told(lms), ["completed", "passed", 1]);
      const { interactions, objectives, exit: kept, progress_measure: progress, suspend_data: state } = lms.record();
      const ids = Object.values(interactions.childArray ?? interactions).map((/** @type {any} */ one) => one.id);
      assert.equal(new Set(ids).size, ids.length, ids.join());
      assert.equal(ids.length, 4);
      if (version === 2004) {
        const all = Object.values(objectives.childArray ?? objectives).map((/** @type {any} */ { id, success_status, completion_status, score }) => [id, success_status, completion_status, Number(score.scaled)]);
        assert.deepEqual(all, [["LO1_0_0", "passed", "completed", 1], ["LO1_1_0", "passed", "completed", 1]]);
        assert.deepEqual([kept, Number(progress)], ["suspend", 1], "opened again for review");
        assert.ok(state.length < 64000);
        const set = (await calls(page)).filter(({ name }) => name === "SetValue").map(({ given }) => given);
        assert.deepEqual(set.filter(([element]) => element === "adl.nav.request"), [["adl.nav.request", "suspendAll"]]);
      }
      assert.deepEqual(await rejected(page), []);
      assert.deepEqual(faults, []);
      await page.close();

      const review = await open(lms, "&mode=review");
      await (await visit(review.frame, "tyres.html")).readAll("lesson");
      await home(review.frame);
      assert.equal(await called(review.page, "SetValue"), 0);
      await review.page.close();
      lms.close();
    });

    if (target === "scorm2004-3") return;

    it("has failed when no attempt is left, and is complete", async () => {
      const once = new Course("examples/one-sco");
      once.edit("course.yaml", (text) => text.replace("    pass_mark: 50%\n", "    pass_mark: 50%\n    attempts: 1\n"));
      const lms = await serveAgain(once.build(target), version);
      const { page, frame } = await open(lms);
      for (const file of ["tyres.html", "brakes.html", "ride.html"]) {
        await finish(await visit(frame, file), false);
        await home(frame);
      }
      await exit(page, frame);
      assert.deepEqual(told(lms), ["completed", "failed", 0]);
      assert.deepEqual(await rejected(page), []);
      await page.close();
      lms.close();
      once.remove();
    });

    it("comes back where it was left, also after the tab was killed and by the back button", async () => {
      const lms = await serveAgain(course.build(target), version);
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
      assert.deepEqual(await states(frame), ["done", "started", null]);
      await frame.locator("a[data-bookmark-link]").click();
      await frame.waitForURL(/brakes.html#\/lever/);
      const again = await Learner.meet(frame);
      assert.equal(await again.current(), again.page("lever").slot);
      await frame.evaluate(() => history.back());
      await frame.waitForURL(/index\.html/);
      await frame.locator("[data-unit]").first().waitFor();
      assert.equal(await called(page, "Initialize"), 1);
      assert.deepEqual(await rejected(page), []);
      assert.deepEqual(faults, []);
      await page.close();
      lms.close();
    });

    it("keeps everything over a release that puts a unit first and turns the others round", async () => {
      const moved = new Course("examples/one-sco");
      moved.coursec("build", "--target", target, "--out", moved.dist);
      const lms = await serveAgain(moved.build(target, "--release"), version);
      const first = await open(lms);
      for (const file of ["tyres.html", "brakes.html"]) {
        await finish(await visit(first.frame, file), true);
        await home(first.frame);
      }
      const ride = await visit(first.frame, "ride.html");
      const [sheet] = Object.values(ride.data.sheets);
      await ride.start(sheet);
      const [item] = await ride.paper(sheet);
      await ride.answer(sheet, item, true);
      await ride.saved();
      const answer = await ride.response(sheet, item);
      await exit(first.page, first.frame);
      await first.page.close();

      moved.edit("course.yaml", (text) => text.replace("version: 1.0.0", "version: 1.1.0").replace("  - units/tyres.yaml\n  - units/brakes.yaml\n", "  - units/bell.yaml\n  - units/brakes.yaml\n  - units/tyres.yaml\n"));
      moved.write("units/bell.yaml", BELL);
      moved.coursec("build", "--target", target, "--out", moved.dist);
      lms.folder = moved.build(target, "--release");
      const { page, frame } = await open(lms);
      assert.deepEqual(await states(frame), [null, "done", "done", "started"]);
      assert.match(await frame.locator("[data-bookmark]").innerText(), /Ready to ride/);
      const again = await visit(frame, "ride.html");
      await again.go(/** @type {number} */ (sheet.page));
      assert.deepEqual(await again.response(sheet, item), answer);
      await finish(again, true);
      await home(frame);
      await finish(await visit(frame, "bell.html"), true);
      await exit(page, frame);
      assert.deepEqual(told(lms), ["completed", "passed", 1]);
      assert.deepEqual(await rejected(page), []);
      await page.close();
      lms.close();
      moved.remove();
    });
  });
}

it("stays where it is where a unit cannot be fetched, and loses nothing", async () => {
  const course = new Course("examples/one-sco");
  const lms = await serveAgain(course.build("scorm12"));
  const { page, frame } = await open(lms);
  const tyres = await visit(frame, "tyres.html");
  await tyres.practise(tyres.sheet("check"), true);
  await page.context().setOffline(true);
  await frame.locator(".sidebar-course a").click();
  await frame.locator("[data-shut]:visible").waitFor();
  assert.match(await frame.locator("[data-shut]").innerText(), /could not be loaded/);
  assert.equal(await called(page, "Finish"), 0);
  await page.context().setOffline(false);
  await home(frame);
  await visit(frame, "tyres.html");
  assert.equal(await called(page, "Initialize"), 1);
  await page.close();
  lms.close();
  course.remove();
});
