// A release never loses what an LRS keeps of a learner: half-way in the second attempt of 1.0.0, on in 1.1.0, as cmi5 and as xAPI.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { kill, launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";

const UNIT = "units/know-your-soil.yaml";
/** @type {import("playwright-core").Browser} */ let browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** Verbs of what was stated of an object whose address ends so. @param {any[]} statements @param {RegExp} object */
const said = (statements, object) => statements.filter((one) => object.test(one.object.id)).map(({ verb }) => verb.id.split("/").pop());

/** Records a release. @param {Course} course @param {string} target */
function release(course, target) {
  for (const how of [[], ["--release"]]) course.coursec("build", "--target", target, "--out", course.dist, ...how);
}

/** The next release: an item on top, items, options and lessons in another order, all retitled, an id renamed, an item deleted. @param {Course} course */
function edit(course) {
  course.edit("course.yaml", (text) =>
    `${text.replace("version: 1.0.0", "version: 1.1.0").replace("title: First year on an allotment", "title: The first year on a plot")}\nmoved:\n  - {from: know-your-soil/t-mulch, to: know-your-soil/t-cover}\n`,
  );
  course.edit(UNIT, (text) =>
    text
      .replace("title: Know your soil", "title: The soil you have")
      .replace("items: [q-sticky, q-clay, q-heap, q-ph]", "items: [t-new, q-ph, q-heap, q-sticky]")
      .replace("items: [t-strip, t-mulch, t-compost, t-neutral]", "items: [t-new, t-neutral, t-compost, t-cover, t-strip]")
      .replace("  - id: t-mulch\n", "  - id: t-cover\n")
      .replace(/  - id: q-clay\n[\s\S]*?(?=  - id: q-heap\n)/, "")
      .replace("\nitems:\n", "\nitems:\n  - id: t-new\n    type: true-false\n    prompt: A new question, on top.\n    assesses: [LO1, '1.1']\n    answer: true\n")
      .replace(/(      - id: water\n.*\n.*\n)(      - id: weeds\n.*\n.*\n)/, "$2$1")
      .replace(/(  - id: what-soil-is-it\n[\s\S]*?)(  - id: feed-the-soil\n[\s\S]*?)(?=assessments:\n)/, "$2$1"),
  );
}

for (const target of ["cmi5", "xapi"]) {
  it(`${target}: every surviving answer, mark, bookmark and attempt is there in the next release`, async () => {
    const course = new Course("examples/two-units");
    release(course, target);
    const preview = await Preview.start(course.folder, "--target", target);
    try {
      const first = await Visit.launch(browser, preview, "anna", { target });
      const old = first.learner;
      await old.readAll("overview");
      await old.read(old.page("what-soil-is-it").slot);
      const check = old.sheet("soil-check");
      await old.practise(check, true);
      const test = old.sheet("soil-test");
      await old.sit(test, false);
      await old.saved();
      await old.start(test);
      const answered = ["t-strip", "t-mulch", "t-neutral"].map((id) => /** @type {any} */ (Object.values(old.data.items).find((item) => item.id === id)));
      for (const item of answered) await old.answer(test, item, true);
      await old.saved();
      const before = await Promise.all(answered.map((item) => old.response(test, item)));
      await first.until(async () => said(await preview.statements("anna"), /assessments\/soil-test$/).includes("scored"), "the first attempt");
      await kill(first.page);

      edit(course);
      release(course, target);
      await first.until(async () => JSON.stringify(await preview.site()).includes("The soil you have"), "the preview has the new release");
      const second = await Visit.launch(browser, preview, "anna", { target });
      const { learner } = second;
      await learner.resume();
      assert.equal(await learner.current(), test.page, "the bookmark");
      const now = learner.sheet("soil-test");
      assert.equal(now.slot, test.slot);
      const shown = (await learner.paper(now)).map(({ slot }) => slot);
      assert.deepEqual([...shown].sort(), [...test.items].sort(), "the open paper stays the paper that was drawn");
      for (const [n, { slot }] of answered.entries()) assert.deepEqual((await learner.response(now, learner.item(slot))).sort(), before[n].sort());
      const marked = learner.sheet("soil-check");
      await learner.go(/** @type {number} */ (marked.page));
      assert.equal(await learner.frame.locator(`[data-sheet="${marked.slot}"] [data-item][data-state="right"]`).count(), 3, "marks of all items that are left");
      assert.equal(await learner.frame.locator(`[data-contents] a[data-to="${learner.page("what-soil-is-it").slot}"][data-state="done"]`).count(), 1, "a page that was read");

      await learner.go(/** @type {number} */ (now.page));
      for (const slot of shown) if (!answered.some((item) => item.slot === slot)) await learner.answer(now, learner.item(slot), true);
      await learner.submit(now);
      await learner.read(learner.page("feed-the-soil").slot);
      for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
      await learner.saved();
      const statements = await second.leave("completed", "passed", "terminated");
      assert.deepEqual(said(statements, /items\/t-(mulch|cover)$/), ["answered", "answered"], "one item, whatever its id");
      assert.equal(new Set(statements.filter(({ object }) => /items\/t-(mulch|cover)$/.test(object.id)).map(({ object }) => object.id)).size, 1);
      const unit = target === "cmi5" ? /\/__host\/au\// : /units\/know-your-soil$/;
      assert.equal(said(statements, unit).filter((word) => word === "passed").length, 1);
      assert.equal(statements.find((one) => unit.test(one.object.id) && one.verb.id.endsWith("/passed")).result.score.scaled, 1, "the paper that was drawn counts, less nothing");
      assert.equal(new Set(statements.map(({ context }) => context.registration)).size, 1);
      if (target === "cmi5") assert.deepEqual((await preview.ask(`/__host/cmi5?${new URLSearchParams(second.key)}`)).refused, []);
      assert.deepEqual(second.faults.filter((fault) => !/404/.test(fault)), []);
      await second.close();
    } finally {
      preview?.stop();
      course.remove();
    }
  });
}
