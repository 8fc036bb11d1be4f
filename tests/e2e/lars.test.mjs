// LaRS, a strict Learning Record Store of xAPI 2.0 alone, takes and keeps every statement of every type of item, whatever package it was.
// It takes minutes to build: tests/run --all does so, or $LARS names it (cargo install xapi-rs --version 0.2.0 --locked). PostgreSQL has to be there too.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launch } from "./browser.mjs";
import { ROOT } from "./course.mjs";
import { until } from "./patience.mjs";
import { everyType } from "./samples.mjs";
import { Reporting, TARGETS, kept, lost, play, startLars } from "./stores.mjs";

/** @param {any} statement */
const verb = (statement) => statement.verb.id.split("/").pop();

describe("LaRS", { skip: process.env.LARS || existsSync(join(ROOT, "target/lars/bin/xapi-rs")) ? false : "tests/run --all has not built it, and $LARS names none" }, () => {
  /** @type {import("playwright-core").Browser} */ let browser;
  /** @type {import("./stores.mjs").Store} */ let lars;
  /** @type {Reporting} */ let reporting;
  const course = everyType();
  before(async () => {
    browser = await launch();
    lars = await startLars();
    reporting = await Reporting.open(lars, course, browser);
  });
  after(async () => {
    reporting?.close();
    lars?.stop();
    await browser?.close();
    course.remove();
  });

  // cmi5 has xAPI 1.0.3, which LaRS does not speak.
  for (const target of TARGETS.filter((target) => target !== "cmi5")) {
    it(`${target}: it takes and keeps every statement`, async () => {
      reporting.sent.clear();
      reporting.versions.clear();
      const learner = await reporting.enter(target, `lars-${target}`);
      await play(learner);
      await learner.readAll("case");
      await learner.saved();
      await learner.frame.locator("[data-exit]:visible").first().click();
      const sent = () => [...reporting.sent.values()];
      await until(() => sent().some((statement) => verb(statement) === "terminated"), "terminated was sent");
      const { registration } = sent()[0].context;
      await until(async () => (await kept(lars, registration)).length >= sent().length, "all that was sent is kept");
      const there = await kept(lars, registration);
      assert.deepEqual([lost(there, sent()), there.length], [[], sent().length]);
      assert.deepEqual([...reporting.versions], ["2.0.0"]);
      const types = new Set(there.filter((statement) => verb(statement) === "answered").map(({ object }) => object.definition.interactionType));
      assert.deepEqual([...types].sort(), ["choice", "fill-in", "likert", "long-fill-in", "matching", "numeric", "performance", "sequencing", "true-false"]);
      await learner.frame.page().context().close();
    });
  }
});
