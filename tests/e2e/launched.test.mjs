// Packages that are launched with an LRS, cmi5 and xapi, in the preview's strict LMS: what a learner earns, leaves half done and comes back to is in the LRS.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course, ROOT } from "./course.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";
import { until } from "./patience.mjs";
import { faultsOf } from "./profile.mjs";
import { own, text, verb } from "./said.mjs";
import { statementValidator } from "../../themes/runtime/test/schema.js";

const course = new Course("examples/two-units");
const out = mkdtempSync(join(tmpdir(), "coursec-profile-"));
const valid = statementValidator();
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Preview} */ let preview;
/** @type {any} */ let profile;

before(async () => {
  course.coursec("statements", "--profile", "--out", out);
  profile = JSON.parse(readFileSync(join(out, "allotment-skills-profile.jsonld"), "utf8"));
  browser = await launch();
  preview = await Preview.start(course.folder, "--target", "cmi5", "--target", "xapi");
});
after(async () => {
  preview?.stop();
  await browser?.close();
  course.remove();
  rmSync(out, { recursive: true, force: true });
});

/** What the cmi5 LMS keeps. @param {Visit} visit */
const record = (visit) => preview.ask(`/__host/cmi5?${new URLSearchParams(visit.key)}`);

/** Ends a session by "Save and exit"; its last statement arrives. @param {Visit} visit */
async function leave(visit) {
  await visit.leave("terminated");
  await visit.close();
}

/** What holds of everything that a learner sent. @param {string} name @param {string} target @param {Visit} visit */
async function sound(name, target, visit) {
  const statements = await preview.statements(name);
  for (const { stored, authority, version, ...statement } of statements) assert.equal(valid({ ...statement, version: "1.0.0" }), null);
  const { faults, followed } = faultsOf(profile, statements);
  assert.deepEqual(faults, []);
  assert.ok(followed > 0, "it follows the profile");
  if (target === "cmi5") assert.deepEqual((await record(visit)).refused, []);
  // What is not there yet, a state or preferences, is asked for all the same.
  assert.deepEqual(visit.faults.filter((fault) => !/404/.test(fault)), []);
  return statements;
}

for (const target of ["cmi5", "xapi"]) {
  it(`${target}: who reads all and passes is complete and has passed, once`, async () => {
    const name = `${target}-passes`;
    const visit = await Visit.launch(browser, preview, name, { target });
    const { learner } = visit;
    for (const page of learner.data.pages.filter(({ kind }) => ["overview", "lesson", "case"].includes(kind))) {
      await learner.read(page.slot);
      await learner.saved();
    }
    for (const id of ["soil-check", "soil-test"]) {
      const sheet = learner.sheet(id);
      await learner.read(/** @type {number} */ (sheet.page));
      await learner.saved();
      if (sheet.feedback === "after-each") await learner.practise(sheet, true);
      else await learner.sit(sheet, true);
      await learner.saved();
    }
    for (const kind of ["practice", "results"]) await learner.readAll(kind);
    await learner.saved();
    await leave(visit);
    const statements = await sound(name, target, visit);
    const said = own(statements);
    const expected = join(ROOT, `tests/e2e/statements/${target}.txt`);
    if (process.env.STATEMENTS === "update") writeFileSync(expected, text(statements));
    assert.equal(text(statements), readFileSync(expected, "utf8"), "STATEMENTS=update writes it anew");
    assert.equal(said[0], "initialized");
    assert.equal(said.at(-1), "terminated");
    for (const once of ["completed", "passed"]) assert.equal(said.filter((word) => word === once).length, 1, once);
    if (target === "cmi5") assert.equal((await record(visit)).satisfied, true);
    const again = await Visit.launch(browser, preview, name, { target });
    assert.equal(await again.learner.frame.locator("[data-exit]:visible").count(), 1);
    await leave(again);
    assert.deepEqual(own(await sound(name, target, again)).filter((word) => word === "completed" || word === "passed").sort(), ["completed", "passed"]);
  });

  it(`${target}: who fails has failed, and is not satisfied`, async () => {
    const name = `${target}-fails`;
    const visit = await Visit.launch(browser, preview, name, { target });
    await visit.learner.sit(visit.learner.sheet("soil-test"), false);
    await visit.learner.saved();
    await leave(visit);
    const said = own(await sound(name, target, visit));
    assert.ok(!said.includes("passed"));
    // cmi5 judges the session, everybody else the unit, which has attempts left.
    assert.equal(said.includes("failed"), target === "cmi5");
    if (target === "cmi5") assert.equal((await record(visit)).satisfied, false);
  });

  it(`${target}: what was left half done is gone on with`, async () => {
    const name = `${target}-resumes`;
    const first = await Visit.launch(browser, preview, name, { target });
    await first.learner.readAll("overview");
    const sheet = first.learner.sheet("soil-test");
    await first.learner.start(sheet);
    const [item] = await first.learner.paper(sheet);
    await first.learner.answer(sheet, item, true);
    await first.learner.saved();
    const chosen = await first.learner.response(sheet, item);
    await leave(first);
    const second = await Visit.launch(browser, preview, name, { target });
    await second.learner.go(/** @type {number} */ (sheet.page));
    assert.deepEqual(await second.learner.response(sheet, item), chosen);
    await leave(second);
    await sound(name, target, second);
  });
}

it("cmi5: review and browse record nothing", async () => {
  for (const mode of ["review", "browse"]) {
    const name = `cmi5-${mode}`;
    await preview.ask("/__host/launch", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ mode }) });
    const visit = await Visit.launch(browser, preview, name, { target: "cmi5" });
    await visit.learner.readAll("lesson");
    await leave(visit);
    assert.deepEqual((await preview.statements(name)).map(verb), ["initialized", "terminated"]);
    assert.deepEqual((await record(visit)).refused, []);
  }
  await preview.ask("/__host/launch", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ mode: "normal" }) });
});

it("cmi5: a page that is loaded again has ended its session, and says so; the next launch goes on", async () => {
  const name = "cmi5-reload";
  const visit = await Visit.launch(browser, preview, name, { target: "cmi5" });
  await visit.learner.readAll("overview");
  await visit.learner.saved();
  await visit.learner.frame.evaluate(() => location.reload());
  await visit.learner.frame.locator('[data-notice-kind="unrecorded"]:visible').waitFor();
  await visit.until(async () => (await record(visit)).sessions.flat().includes("terminated"), "the end of the session");
  const { refused, sessions } = await record(visit);
  assert.deepEqual([refused, sessions], [[], [["initialized", "terminated"]]]);
  await visit.close();
  const next = await Visit.launch(browser, preview, name, { target: "cmi5" });
  const overview = next.learner.data.pages.find(({ kind }) => kind === "overview");
  await next.learner.frame.locator(`[data-contents] a[data-to="${overview?.slot}"][data-state="done"]`).waitFor({ state: "attached" });
  await leave(next);
  await sound(name, "cmi5", next);
});

it("xapi: the page that lists the units hands its launch on", async () => {
  const name = "xapi-home";
  const { content } = await preview.ask("/__host/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ course: "allotment-skills", unit: "know-your-soil", target: "xapi", options: { learner: name } }) });
  const page = await (await browser.newContext()).newPage();
  const address = new URL(content);
  await page.goto(`${address.origin}/content/allotment-skills/xapi/index.html${address.search}`);
  await page.waitForFunction(() => !location.search);
  await page.locator("a.unit-link").first().click();
  await Learner.meet(page.mainFrame());
  await until(async () => (await preview.statements(name)).length, "what it states at its start");
  assert.deepEqual((await preview.statements(name)).map(verb), ["initialized"]);
  await page.context().close();
});
