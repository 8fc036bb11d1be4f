// A real Learning Record Store keeps every statement of a played course, whatever package it was; while it is down, nothing is lost.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { PATIENCE, until } from "./patience.mjs";
import { faultsOf } from "./profile.mjs";
import { HOME, Reporting, TARGETS, kept, lost, play, startRalph } from "./stores.mjs";
import { statementValidator } from "../../themes/runtime/test/schema.js";

const valid = statementValidator();
const out = mkdtempSync(join(tmpdir(), "coursec-profile-"));
/** @type {any} */ let profile;
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {import("./stores.mjs").Store} */ let ralph;
/** @type {Reporting} */ let reporting;
const course = new Course("examples/minimal");

before(async () => {
  browser = await launch();
  ralph = await startRalph();
  reporting = await Reporting.open(ralph, course, browser);
  course.coursec("statements", "--profile", "--out", out);
  profile = JSON.parse(readFileSync(join(out, readdirSync(out).find((name) => name.endsWith("-profile.jsonld")) ?? ""), "utf8"));
});
after(async () => {
  reporting?.close();
  ralph?.stop();
  await browser?.close();
  course.remove();
  rmSync(out, { recursive: true, force: true });
});

/** @param {any} statement */
const verb = (statement) => statement.verb.id.split("/").pop();

/** What a learner's pages sent, in order. */
const sent = () => [...reporting.sent.values()];

for (const target of TARGETS) {
  it(`${target}: it keeps every statement`, async () => {
    reporting.sent.clear();
    const learner = await reporting.enter(target, `ralph-${target}`);
    const page = learner.frame.page();
    await play(learner);
    for (const word of ["passed", "completed"]) await until(() => sent().some((statement) => verb(statement) === word), word);
    const { registration } = sent()[0].context;
    if (target === "xapi") {
      // Without a state resource the record of an xAPI package cannot be saved, so its session is ended with the window.
      await page.goto("about:blank");
    } else {
      await learner.saved();
      await learner.frame.locator("[data-exit]:visible").first().click();
    }
    await until(async () => (await kept(ralph, registration)).some((statement) => verb(statement) === "terminated"), "terminated");
    // What a page sends as it goes its browser does not tell.
    await until(async () => {
      const { length } = await kept(ralph, registration);
      return target === "xapi" ? length >= reporting.sent.size : length === reporting.sent.size;
    }, "it keeps what was sent, and no more");
    const there = await kept(ralph, registration);
    assert.deepEqual(lost(there, sent()), []);
    // Of every package: valid, by a template of the course's profile each, and all by one of its patterns.
    for (const statement of sent()) assert.equal(valid({ ...statement, version: "1.0.0" }), null);
    const { faults, followed } = faultsOf(profile, sent());
    assert.deepEqual([faults, followed > there.length - 6], [[], true]);
    assert.deepEqual([...reporting.versions], ["1.0.3"]);
    for (const word of ["initialized", "experienced", "answered", "scored", "passed", "completed", "terminated"]) assert.ok(there.map(verb).includes(word), word);
    if (target.startsWith("scorm")) for (const { actor } of there) assert.equal(actor.account.homePage, HOME);
    await page.context().close();
  });
}

it("what was said while it was down arrives", async () => {
  const learner = await reporting.enter("scorm12", "ralph-down");
  const { door } = reporting;
  reporting.sent.clear();
  await learner.readAll("overview");
  door.down = true;
  await play(learner);
  await learner.saved();
  assert.equal(await learner.notice(), "", "the learner notices nothing");
  door.down = false;
  await until(() => sent().some((statement) => verb(statement) === "passed"), "it was tried");
  const { registration } = sent()[0].context;
  await until(async () => (await kept(ralph, registration)).some((statement) => verb(statement) === "passed"), "what was queued", 2 * PATIENCE);
  await learner.frame.locator("[data-exit]:visible").first().click();
  await until(async () => (await kept(ralph, registration)).some((statement) => verb(statement) === "terminated"), "the last statement");
  await until(async () => (await kept(ralph, registration)).length >= reporting.sent.size, "all that was sent");
  const statements = await kept(ralph, registration);
  const own = statements.filter(({ object }) => object.id.endsWith("/units/hand-washing")).map(verb);
  for (const once of ["initialized", "scored", "completed", "passed"]) assert.equal(own.filter((word) => word === once).length, 1, once);
  assert.equal(statements.filter((one) => verb(one) === "answered").length, Object.values(learner.data.sheets).flatMap((sheet) => sheet.items).length);
  assert.equal(new Set(statements.map((statement) => statement.id)).size, statements.length);
  for (const statement of statements) assert.deepEqual(statement.actor.account, { homePage: HOME, name: "ralph-down" });
  await learner.frame.page().context().close();
});
