// A course that is one, SCORM 2004 in the preview's strict LMS, xapi and web: a test of the course that is failed, and a release while a learner is in the middle of one.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { BELL, finish, home, states, visit } from "./one.mjs";
import { until } from "./patience.mjs";

const BASE = "https://learn.example.org/bicycle-check";
const TARGETS = ["scorm2004-4", "xapi", "web"];
/** @type {import("playwright-core").Browser} */ let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

/** Plays the course once for each target, one beside the other: what takes time is waiting. @param {(target: string, context: import("playwright-core").BrowserContext) => Promise<void>} play */
const each = (play) =>
  Promise.all(
    TARGETS.map(async (target) => {
      const context = await browser.newContext();
      await play(target, context);
      await context.close();
    }),
  );

/** Leaves by "Save and exit". @param {Visit} session */
async function leave(session) {
  const { frame } = session.learner;
  await frame.locator("[data-exit]:visible").first().click();
  await frame.locator("[data-leaving]:visible", { hasText: /^Saved/ }).waitFor();
}

/** What was said of the course and of its test. @param {any[]} statements */
const judged = (statements) =>
  statements
    .filter(({ verb, object }) => /\/(completed|passed|failed)$/.test(verb.id) && [BASE, `${BASE}/assessments/ride`].includes(object.id))
    .map(({ verb, object }) => `${verb.id.split("/").pop()} ${object.id.slice(BASE.length)}`)
    .sort();

/** Waits until a statement of the course has arrived, and gives what was said. @param {Visit} session @param {Preview} preview @param {string} name @param {string} awaited */
async function said(session, preview, name, awaited) {
  await session.until(async () => judged(await preview.statements(name)).includes(awaited), awaited);
  return judged(await preview.statements(name));
}

/** What holds of a session in every target. @param {Visit} session */
async function sound(session) {
  if (session.key.target.startsWith("scorm")) assert.deepEqual(await session.rejected(), []);
  assert.deepEqual(session.faults.filter((fault) => !/404/.test(fault)), []);
}

it("who has failed the test of the course for good has finished it, and is told so", async () => {
  const course = new Course("examples/one-sco");
  course.edit("course.yaml", (text) => text.replace("    pass_mark: 50%\n", "    pass_mark: 50%\n    attempts: 1\n"));
  const preview = await Preview.start(course.folder, ...TARGETS.flatMap((target) => ["--target", target]));
  try {
    await each(async (target, context) => {
      const name = `fails-${target}`;
      const session = await Visit.launch(browser, preview, name, { target, context });
      const { frame } = session.learner;
      for (const file of ["tyres.html", "brakes.html", "ride.html"]) {
        await finish(await visit(frame, file), false);
        await home(frame);
      }
      assert.deepEqual(await states(frame), ["done", "done", "done"]);
      assert.equal(await frame.locator("[data-unit-results]:visible").innerText(), "Results: Not passed: 0 of 2 points.");
      await leave(session);
      await sound(session);
      if (target === "xapi") assert.deepEqual(await said(session, preview, name, "completed "), ["completed ", "completed /assessments/ride", "failed /assessments/ride"]);
      if (target === "scorm2004-4") {
        const { model } = await session.record();
        assert.deepEqual(["cmi.completion_status", "cmi.success_status", "cmi.score.scaled", "cmi.exit"].map((element) => model?.[element]), ["completed", "failed", "0", "suspend"]);
      }
      const again = await Visit.launch(browser, preview, name, { target, context });
      assert.deepEqual(await states(again.learner.frame), ["done", "done", "done"]);
      assert.match(await again.learner.frame.locator("[data-bookmark]:visible").innerText(), /^See your results:\s+Ready to ride\?$/);
      await sound(again);
    });
  } finally {
    preview.stop();
    course.remove();
  }
});

it("a release with other items and a unit put first loses nothing of what was done", async () => {
  const course = new Course("examples/one-sco");
  const release = () => {
    for (const how of [[], ["--release"]]) course.coursec("build", ...TARGETS.flatMap((target) => ["--target", target]), "--out", course.dist, ...how);
  };
  release();
  const preview = await Preview.start(course.folder, ...TARGETS.flatMap((target) => ["--target", target]));
  try {
    /** @type {Record<string, {item: number, response: string[]}>} */
    const before = {};
    const contexts = Object.fromEntries(await Promise.all(TARGETS.map(async (target) => [target, await browser.newContext()])));
    await Promise.all(
      TARGETS.map(async (target) => {
        const first = await Visit.launch(browser, preview, `release-${target}`, { target, context: contexts[target] });
        const { frame } = first.learner;
        for (const file of ["tyres.html", "brakes.html"]) {
          await finish(await visit(frame, file), true);
          await home(frame);
        }
        const ride = await visit(frame, "ride.html");
        const [sheet] = Object.values(ride.data.sheets);
        await ride.start(sheet);
        const [item] = await ride.paper(sheet);
        await ride.answer(sheet, item, true);
        await ride.saved();
        before[target] = { item: item.slot, response: await ride.response(sheet, item) };
        await sound(first);
        await first.page.close();
      }),
    );

    course.edit("course.yaml", (text) =>
      text
        .replace("version: 1.0.0", "version: 1.1.0")
        .replace("  - units/tyres.yaml\n  - units/brakes.yaml\n", "  - units/bell.yaml\n  - units/brakes.yaml\n  - units/tyres.yaml\n")
        .replace("items: [tyres/soft, brakes/too-long]", "items: [bell/bend, brakes/too-long, tyres/soft]"),
    );
    course.edit("units/brakes.yaml", (text) => text.replace(/(      - id: set\n[\s\S]*?)(      - id: oil\n[\s\S]*?)(?=assessments:)/, "$2$1").replace("title: Brakes", "title: Both brakes"));
    course.write("units/bell.yaml", BELL);
    release();
    await until(async () => JSON.stringify(await preview.site()).includes("Both brakes"), "the preview has the new release");

    await Promise.all(
      TARGETS.map(async (target) => {
        const name = `release-${target}`;
        const session = await Visit.launch(browser, preview, name, { target, context: contexts[target] });
        const { frame } = session.learner;
        assert.deepEqual(await states(frame), [null, "done", "done", "started"], target);
        assert.match(await frame.locator("[data-bookmark]").innerText(), /^Resume:\s+Ready to ride\? – /);
        const ride = await visit(frame, "ride.html");
        const [sheet] = Object.values(ride.data.sheets);
        await ride.go(/** @type {number} */ (sheet.page));
        assert.equal((await ride.paper(sheet)).length, 2, "the open paper stays the paper that was drawn");
        assert.deepEqual(await ride.response(sheet, ride.item(before[target].item)), before[target].response, target);
        await finish(ride, true);
        await home(frame);
        await finish(await visit(frame, "bell.html"), true);
        await home(frame);
        assert.equal(await frame.locator("[data-unit-results]:visible").innerText(), "Results: You have passed: 2 of 2 points.");
        await leave(session);
        await sound(session);
        if (target === "xapi") {
          assert.deepEqual(await said(session, preview, name, "completed "), ["completed ", "completed /assessments/ride", "passed ", "passed /assessments/ride"]);
          const statements = await preview.statements(name);
          assert.equal(new Set(statements.map(({ context }) => context.registration)).size, 1);
        }
        if (target === "scorm2004-4") {
          const { model } = await session.record();
          assert.deepEqual(["cmi.completion_status", "cmi.success_status", "cmi.score.scaled"].map((element) => model?.[element]), ["completed", "passed", "1"]);
        }
        await contexts[target].close();
      }),
    );
  } finally {
    preview.stop();
    course.remove();
  }
});
