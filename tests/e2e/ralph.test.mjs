// A real Learning Record Store keeps every statement of a played course; while it is down, nothing is lost.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course, ROOT } from "./course.mjs";
import { forward } from "./forward.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";

const AUTH = `Basic ${Buffer.from("tests:only-here").toString("base64")}`;
const folder = mkdtempSync(join(tmpdir(), "coursec-ralph-"));
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {import("node:child_process").ChildProcess} */ let ralph;
/** @type {Awaited<ReturnType<typeof forward>>} */ let lrs;
/** @type {Preview} */ let preview;
const course = new Course("examples/minimal");

/** A port that is free now. @returns {Promise<number>} */
const free = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** All statements that Ralph keeps. @returns {Promise<any[]>} */
async function kept() {
  const answer = await fetch(`${lrs.url}statements?limit=100&ascending=true`, { headers: { authorization: AUTH, "x-experience-api-version": "1.0.3" } });
  return (await answer.json()).statements;
}

/** The last segment of a statement's verb. @param {any} statement */
const verb = (statement) => statement.verb.id.split("/").pop();

before(async () => {
  const port = await free();
  ralph = spawn(join(ROOT, ".venv/bin/python"), [join(ROOT, "tests/e2e/run_ralph.py"), String(port), folder, "tests", "only-here"], { stdio: "ignore" });
  lrs = await forward(port, "/xAPI");
  const end = Date.now() + 60_000;
  for (;;) {
    const up = await fetch(`${lrs.url}statements`, { headers: { authorization: AUTH, "x-experience-api-version": "1.0.3" } }).then((answer) => answer.ok, () => false);
    if (up) break;
    if (Date.now() > end) throw new Error("Ralph did not start");
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const origin = new URL(lrs.url).origin;
  course.edit("course.yaml", (text) => `${text}\nxapi:\n  lrs: {from: [launch, lms], allowed_origins: ["${origin}"]}\n  actor: {home_page: "https://lms.example.org"}\n`);
  browser = await launch();
  preview = await Preview.start(course.folder, ...["scorm12", "web", "xapi"].flatMap((target) => ["--target", target]));
  await preview.ask("/__host/launch", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ launch_data: JSON.stringify({ lrs: { endpoint: lrs.url, auth: AUTH } }) }),
  });
});
after(async () => {
  preview?.stop();
  ralph?.kill();
  lrs?.close();
  await browser?.close();
  course.remove();
  rmSync(folder, { recursive: true, force: true });
});

it("keeps every statement, also of the time when it was down", async () => {
  const visit = await Visit.launch(browser, preview, "ralph-1");
  const { learner } = visit;
  await learner.readAll("overview");
  lrs.down = true;
  await learner.readAll("lesson");
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.feedback === "after-each") await learner.practise(sheet, true);
    else await learner.sit(sheet, true);
  }
  for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
  await learner.saved();
  assert.equal(await learner.notice(), "", "the learner notices nothing");
  lrs.down = false;
  await visit.until(async () => (await kept()).some((statement) => verb(statement) === "passed"), "what was queued", 70_000);
  await visit.exit();
  await visit.until(async () => (await kept()).some((statement) => verb(statement) === "terminated" || verb(statement) === "suspended"), "the last statement", 30_000);
  const statements = await kept();
  const verbs = statements.map(verb);
  const own = statements.filter(({ object }) => object.id.endsWith("/units/hand-washing")).map(verb);
  for (const once of ["initialized", "scored", "completed", "passed"]) assert.equal(own.filter((word) => word === once).length, 1, once);
  assert.equal(verbs.filter((word) => word === "answered").length, Object.values(learner.data.sheets).flatMap((sheet) => sheet.items).length);
  assert.ok(verbs.includes("experienced"));
  assert.equal(new Set(statements.map((statement) => statement.id)).size, statements.length);
  for (const statement of statements) assert.deepEqual(statement.actor.account, { homePage: "https://lms.example.org", name: "ralph-1" });
  await visit.close();
});

for (const target of ["web", "xapi"]) {
  it(`keeps every statement of ${target}, launched by its address`, async () => {
    const name = `ralph-${target}`;
    const page = await (await browser.newContext()).newPage();
    /** @type {Set<string>} */
    const sent = new Set();
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().startsWith(`${lrs.url}statements`)) for (const { id } of request.postDataJSON()) sent.add(id);
    });
    const actor = JSON.stringify({ objectType: "Agent", account: { homePage: "https://lms.example.org", name } });
    await page.goto(`${preview.url}/content/clean-hands/${target}/units/hand-washing.html?${new URLSearchParams({ endpoint: lrs.url, auth: AUTH, actor })}`);
    const learner = await Learner.meet(page.mainFrame());
    await learner.readAll("overview");
    await learner.readAll("lesson");
    for (const sheet of Object.values(learner.data.sheets)) {
      if (sheet.feedback === "after-each") await learner.practise(sheet, true);
      else await learner.sit(sheet, true);
    }
    const theirs = async () => (await kept()).filter((statement) => statement.actor.account.name === name);
    const end = Date.now() + 30_000;
    while (!(await theirs()).some((statement) => verb(statement) === "passed") && Date.now() < end) await page.waitForTimeout(200);
    // Without a state resource the record of an xAPI package cannot be saved, so the session is ended with the window.
    await page.goto("about:blank");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const statements = await theirs();
    assert.deepEqual([...sent].filter((id) => !statements.some((statement) => statement.id === id)), [], "what was sent and is not kept");
    for (const word of ["initialized", "experienced", "answered", "scored", "passed", "terminated"]) assert.ok(statements.map(verb).includes(word), word);
    await page.context().close();
  });
}
