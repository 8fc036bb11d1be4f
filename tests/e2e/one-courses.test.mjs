// The real courses as one, each with `structure: course-per-sco` and one target: read whole, left, gone on with, passed, opened again; found from the home by search and by results.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { home, states, visit } from "./one.mjs";

/** @type {import("playwright-core").Browser} */ let browser;
before(async () => void (browser = await launch()));
after(() => browser.close());

/** What a learner does in a course from its first page to its results. @param {string} id @param {string} file of its unit @param {string} target @param {string} word that a lesson has */
async function play(id, file, target, word) {
  const course = new Course(`course-src/${id}`);
  course.edit("course.yaml", (text) => text.replace("structure: unit-per-sco", "structure: course-per-sco"));
  const preview = await Preview.start(course.folder, "--target", target);
  const context = await browser.newContext();
  try {
    const first = await Visit.launch(browser, preview, "one", { target, context });
    assert.equal(await first.learner.frame.locator("[data-bookmark]:visible, [data-unit-results]:visible").count(), 0, "nothing was done yet");
    const begun = await visit(first.learner.frame, file);
    for (const kind of ["overview", "lesson"]) await begun.readAll(kind);
    await begun.saved();
    await first.page.close();

    const second = await Visit.launch(browser, preview, "one", { target, context });
    const { frame } = second.learner;
    assert.deepEqual(await states(frame), ["started"]);
    await frame.locator("[data-search-open]:visible").click();
    await frame.locator("[data-search-field]").fill(word);
    await frame.locator("[data-search-results] a").first().click();
    await frame.waitForURL(new RegExp(`${file}#/`));
    await frame.locator("[data-current] [data-end]").scrollIntoViewIfNeeded();
    await home(frame);
    assert.equal(await frame.evaluate(() => scrollY), 0, "a document begins at its top, wherever the one before was left");
    const unit = await visit(frame, file);
    for (const sheet of Object.values(unit.data.sheets)) {
      if (sheet.page === null) continue;
      if (sheet.feedback === "after-each") await unit.practise(sheet, true);
      else await unit.sit(sheet, true);
    }
    for (const kind of ["case", "assessment", "practice", "results"]) await unit.readAll(kind);
    await unit.saved();
    await home(frame);
    assert.deepEqual(await states(frame), ["done"]);
    assert.match(await frame.locator("[data-unit-results]:visible").innerText(), /^Results: You have passed: (\d+) of \1 points\.$/);
    assert.match(await frame.locator("[data-bookmark]:visible").innerText(), /^See your results:/);
    await frame.locator("a[data-unit-results-link]").click();
    await frame.waitForURL(new RegExp(`${file}#/results`));
    await frame.locator("[data-exit]:visible").first().click();
    await frame.locator("[data-leaving]:visible", { hasText: /^Saved/ }).waitFor();
    assert.deepEqual([...first.faults, ...second.faults].filter((fault) => !/404/.test(fault)), []);
    if (target === "scorm12") {
      const { model } = await second.record();
      assert.deepEqual(["lesson_status", "score.raw"].map((name) => model?.[`cmi.core.${name}`]), ["passed", "100"]);
      assert.deepEqual(await second.rejected(), []);
      return;
    }
    const statements = await preview.statements("one");
    const of = `https://learn.example.org/${id}`;
    const earned = statements.filter(({ verb, object }) => object.id === of && /\/(completed|passed)$/.test(verb.id)).map(({ verb }) => verb.id.split("/").pop());
    assert.deepEqual(earned.sort(), ["completed", "passed"]);
    await second.page.close();
    const third = await Visit.launch(browser, preview, "one", { target, context });
    assert.deepEqual(await states(third.learner.frame), ["done"]);
    const again = await visit(third.learner.frame, file);
    assert.match(await again.notice(), /finished/);
  } finally {
    await context.close();
    preview.stop();
    course.remove();
  }
}

describe("the real courses as one", { concurrency: true }, () => {
  it("contact-centre-operations-l3 as SCORM 1.2", () => play("contact-centre-operations-l3", "online-customer-services.html", "scorm12", "browsing"));
  it("customer-service-l2 as xapi", () => play("customer-service-l2", "real-time-online-customer-service.html", "xapi", "closed questions"));
});
