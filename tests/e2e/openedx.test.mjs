// Open edX's own SCORM block (PyPI openedx-scorm-xblock) takes every SCORM package, plays what it launches, keeps the state and grades.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, watch } from "./browser.mjs";
import { Course, COURSEC, ROOT } from "./course.mjs";
import { Learner } from "./learner.mjs";
import { PATIENCE, until } from "./patience.mjs";
import { free } from "./stores.mjs";

const folder = mkdtempSync(join(tmpdir(), "coursec-openedx-"));
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {import("node:child_process").ChildProcess} */ let server;
let url = "";

/** What Open edX knows of its one learner and package. @returns {Promise<any>} */
const record = async () => (await fetch(`${url}/record`)).json();

/** Uploads a package, as an author does in Studio. @param {string} file @returns {Promise<any>} */
const upload = async (file) => (await fetch(`${url}/import`, { method: "POST", body: readFileSync(file) })).json();

before(async () => {
  const port = await free();
  url = `http://127.0.0.1:${port}`;
  server = spawn(join(ROOT, ".venv/bin/python"), [join(ROOT, "tests/e2e/run_openedx.py"), String(port), join(folder, "storage")], { stdio: ["ignore", "ignore", "inherit"] });
  await until(async () => (await fetch(`${url}/record`)).ok, "Open edX has started", 2 * PATIENCE);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

it("takes every SCORM package of every course", async () => {
  cpSync(join(ROOT, "examples"), join(folder, "examples"), { recursive: true });
  cpSync(join(ROOT, "course-src"), join(folder, "course-src"), { recursive: true });
  /** @param {string} course @param {...string} targets */
  const build = (course, ...targets) =>
    execFileSync(COURSEC, ["build", "-q", course, ...targets.flatMap((target) => ["--target", target]), "--out", join(folder, "dist")], { stdio: ["ignore", "ignore", "pipe"] });
  for (const catalog of ["examples", "course-src"]) {
    for (const name of readdirSync(join(folder, catalog), { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name)) {
      const course = join(folder, catalog, name);
      build(course, "scorm12", "scorm2004-3", "scorm2004-4");
    }
  }
  const packages = readdirSync(join(folder, "dist")).filter((name) => name.endsWith(".zip"));
  assert.ok(packages.length >= 36, packages.join());
  for (const name of packages) {
    const known = await upload(join(folder, "dist", name));
    assert.deepEqual(known.answer, { result: "success", errors: [] }, name);
    assert.equal(known.scorm_version, name.includes("scorm12") ? "SCORM_12" : "SCORM_2004", name);
    // It says that a package reports no completion where none of its files names it.
    assert.deepEqual(known.package_warnings, [], name);
    assert.match(known.navigation, /<li href='\/handler\/assets_proxy\/[a-z0-9./-]+\.html'/, name);
    const page = await fetch(`${url}/handler/assets_proxy/${known.index_page_path}`);
    assert.equal(page.status, 200, `${name}: ${known.index_page_path}`);
    assert.match(await page.text(), /<title>/, name);
  }
});

/** Opens what the block launches. */
async function open() {
  const page = await (await browser.newContext()).newPage();
  const faults = watch(page);
  await page.goto(url);
  const frame = await (await page.waitForSelector("iframe.scorm-embedded")).contentFrame();
  assert.ok(frame);
  return { page, faults, learner: await Learner.meet(frame) };
}

/** Reads all, answers every assessment that counts, and leaves by the course's own button. @param {Learner} learner @param {boolean} right */
async function finish(learner, right) {
  for (const kind of ["overview", "lesson"]) await learner.readAll(kind);
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.feedback === "after-each") await learner.practise(sheet, right);
    else for (let attempt = 0; attempt < (right ? 1 : (sheet.attempts ?? 1)); attempt++) await learner.sit(sheet, right);
  }
  for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
  await learner.saved();
}

/** Leaves, and waits for what is on its way. @param {import("playwright-core").Page} page @param {Learner} learner */
async function leave(page, learner) {
  const ended = page.waitForResponse(/scorm_terminate/);
  await learner.frame.locator("[data-exit]:visible").first().click();
  await ended;
  await page.close();
}

for (const target of ["scorm12", "scorm2004-3", "scorm2004-4"]) {
  for (const lms of ["generic", "open-edx"]) {
    describe(`${target}, made for ${lms}`, () => {
      const course = new Course("examples/minimal");
      after(() => course.remove());
      const file = () => {
        course.build(target, "--lms", lms);
        const { artifacts } = JSON.parse(readFileSync(join(course.dist, "build.json"), "utf8"));
        return join(course.dist, artifacts[0].file);
      };

      it("is completed and worth all when all is right", async () => {
        await upload(file());
        const { page, faults, learner } = await open();
        await finish(learner, true);
        await leave(page, learner);
        const known = await record();
        assert.equal(known.lesson_status, "completed");
        assert.equal(known.success_status, "passed");
        assert.equal(known.grade, 1);
        assert.deepEqual(known.published.filter((/** @type {any} */ [kind]) => kind === "grade").at(-1), ["grade", { value: 1, max_value: 1 }]);
        assert.deepEqual(known.published.filter((/** @type {any} */ [kind]) => kind === "completion").at(-1), ["completion", { completion: 1 }]);
        assert.deepEqual(Object.keys(known.scorm_data).filter((name) => /NaN|undefined/.test(name)), []);
        assert.deepEqual(faults, []);
      });

      it("resumes, and is worth nothing when the assessment failed", async () => {
        await upload(file());
        let { page, learner } = await open();
        await learner.readAll("lesson");
        await learner.saved();
        await leave(page, learner);
        assert.equal((await record()).lesson_status, "incomplete");
        let faults;
        ({ page, faults, learner } = await open());
        const lesson = learner.data.pages.find(({ kind }) => kind === "lesson");
        assert.equal(await learner.frame.locator(`[data-contents] a[data-to="${lesson?.slot}"]`).first().getAttribute("data-state"), "done");
        await finish(learner, false);
        await leave(page, learner);
        const known = await record();
        assert.equal(known.success_status, "failed");
        assert.equal(known.grade, 0);
        assert.deepEqual(faults, []);
      });
    });
  }
}
