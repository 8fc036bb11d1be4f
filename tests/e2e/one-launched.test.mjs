// A course that is one where its own home is the navigation, xapi and web: one record over all units. And the order of units that have a record each.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";
import { finish, home, states, visit } from "./one.mjs";
import { faultsOf } from "./profile.mjs";

const BASE = "https://learn.example.org/bicycle-check";
const out = mkdtempSync(join(tmpdir(), "coursec-profile-"));
const course = new Course("examples/one-sco");
const apart = new Course("examples/one-sco");
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Preview} */ let preview;
/** @type {Preview} */ let other;

before(async () => {
  apart.edit("course.yaml", (text) => text.replace("structure: course-per-sco\n", ""));
  course.coursec("statements", "--profile", "--out", out);
  browser = await launch();
  preview = await Preview.start(course.folder, "--target", "xapi", "--target", "web");
  other = await Preview.start(apart.folder, "--target", "xapi");
});
after(async () => {
  preview?.stop();
  other?.stop();
  await browser?.close();
  course.remove();
  apart.remove();
  rmSync(out, { recursive: true, force: true });
});

/** @param {any} statement */
const told = ({ verb, object }) => `${verb.id.split("/").pop()} ${object.id.replace(`${BASE}/`, "")}`;

/** Leaves by "Save and exit", and closes the window. @param {Visit} session */
async function leave(session) {
  const { frame } = session.learner;
  await frame.locator("[data-exit]:visible").first().click();
  await session.learner.ended();
  await session.stated();
}

for (const target of ["xapi", "web"]) {
  it(`${target}: one record over all units, to its end and to the next session`, async () => {
    const name = `one-${target}`;
    const context = await browser.newContext();
    const first = await Visit.launch(browser, preview, name, { target, context });
    const { frame } = first.learner;
    assert.deepEqual(await states(frame), [null, null, null]);
    await frame.locator('a[href$="brakes.html"]').click({ force: true });
    await frame.locator("[data-shut]:visible").waitFor();
    await finish(await visit(frame, "tyres.html"), true);
    await home(frame);
    const brakes = await visit(frame, "brakes.html");
    await brakes.read(brakes.page("lever").slot);
    await brakes.saved();
    await first.quiet();
    await first.page.close();

    const second = await Visit.launch(browser, preview, name, { target, context });
    const again = second.learner.frame;
    assert.deepEqual(await states(again), ["done", "started", null]);
    assert.match(await again.locator("[data-bookmark]").innerText(), /Brakes – Lesson 1: The lever/);
    await again.locator("a[data-bookmark-link]").click();
    await again.waitForURL(/brakes.html/);
    // A page that is loaded again goes on with the record of the course.
    const loaded = again.waitForNavigation();
    await again.evaluate(() => location.reload());
    await loaded;
    await Learner.meet(again);
    await home(again);
    assert.deepEqual(await states(again), ["done", "started", null]);
    await finish(await visit(again, "brakes.html"), true);
    await home(again);
    await finish(await visit(again, "ride.html"), true);
    await home(again);
    assert.deepEqual(await states(again), ["done", "done", "done"]);
    await leave(second);
    assert.deepEqual([...first.faults, ...second.faults].filter((fault) => !/404/.test(fault)), []);
    if (target === "xapi") {
      const statements = await preview.statements(name);
      const profile = JSON.parse(readFileSync(join(out, "bicycle-check-profile.jsonld"), "utf8"));
      assert.deepEqual(faultsOf(profile, statements).faults, []);
      const once = statements.map(told).filter((one) => /^(completed|passed) /.test(one) && !/outcomes/.test(one));
      assert.deepEqual(once.sort(), ["assessments/ride", BASE, "units/brakes", "units/tyres"].map((of) => `completed ${of}`).concat(["assessments/ride", BASE].map((of) => `passed ${of}`)));
      for (const one of ["experienced units/tyres/lessons/air", "experienced units/brakes/lessons/lever", "initialized assessments/ride"]) assert.ok(statements.map(told).includes(one), one);
    }
    await context.close();
  });
}

it("xapi: a unit with a record of its own opens after those that it names", async () => {
  const name = "in-order";
  const context = await browser.newContext();
  const { content } = await other.ask("/__host/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ course: "bicycle-check", unit: "tyres", target: "xapi", options: { learner: name } }) });
  const page = await context.newPage();
  const address = new URL(content);
  await page.goto(`${address.origin}/content/bicycle-check/xapi/index.html${address.search}`);
  await page.waitForFunction(() => !location.search);
  await page.locator('a[href$="brakes.html"]').click();
  await page.locator("[data-awaits]:visible").waitFor();
  await page.locator("[data-awaited]:visible a").click();
  await page.waitForURL(/tyres/);
  await finish(await Learner.meet(page.mainFrame()), true);
  await page.locator(".sidebar-course a").click();
  await page.locator('a[href$="brakes.html"]').click();
  const brakes = await Learner.meet(page.mainFrame());
  assert.equal(await page.locator("[data-awaits]:visible").count(), 0);
  await brakes.readAll("overview");
  await brakes.saved();
  await context.close();
});
