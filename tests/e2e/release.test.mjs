// A release never loses a learner's progress: half-way in 1.0.0, on in 1.1.0.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { serveAgain } from "./again.mjs";
import { kill, launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

const UNIT = "units/online-customer-services.yaml";

/** Opens the SCO as the LMS does. @param {Awaited<ReturnType<typeof serveAgain>>} lms */
async function open(lms) {
  const page = await (await browser.newContext()).newPage();
  const faults = watch(page);
  await page.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}`);
  const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#sco")).contentFrame());
  await frame.waitForURL(/course/);
  return { page, faults, learner: await Learner.meet(frame) };
}

/** Records a release. @param {Course} course @param {string} target */
function release(course, target) {
  course.build(target);
  return course.build(target, "--release");
}

/** The next release: an item inserted on top, items and options reordered, retitled, an id renamed, an item deleted. @param {Course} course */
function edit(course) {
  course.edit("course.yaml", (text) =>
    text.replace("version: 1.0.0", "version: 1.1.0").replace("title: Contact Centre Operations\n", "title: Contact Centre Operations, revised\n") +
    "\nmoved:\n  - {from: online-customer-services/s-literacy, to: online-customer-services/s-skills}\n",
  );
  course.edit(UNIT, (text) =>
    text
      .replace("title: Support customers using on-line customer services", "title: Help customers with on-line services")
      .replace("items: [q-first-question, q-jargon, q-hand-on, q-lightest-tool, q-wait, q-screen-consent]", "items: [q-new, q-screen-consent, q-hand-on, q-lightest-tool, q-jargon, q-first-question]")
      .replace("items: [s-narrow, s-literacy, s-escalate, s-tool, s-close, s-source", "items: [q-new, s-source, s-close, s-skills, s-tool, s-escalate, s-narrow")
      .replace("  - id: s-literacy\n", "  - id: s-skills\n")
      .replace(/  - id: q-wait\n[\s\S]*?(?=  - id: q-screen-consent\n)/, "")
      .replace("\nitems:\n", "\nitems:\n  - id: q-new\n    type: true-false\n    prompt: A new question, on top.\n    assesses: [LO1, 1.1]\n    answer: true\n")
      .replace(/(      - id: address\n[\s\S]*?correct: true\n)(      - id: strange\n[\s\S]*?feedback: .*\n)/, "$2$1"),
  );
}

/** How the two versions of SCORM say it: the status, and the score in per cent. @type {Record<string, {version: 12 | 2004, status: (cmi: any) => string, score: (cmi: any) => number}>} */
const TARGETS = {
  scorm12: { version: 12, status: ({ core }) => core.lesson_status, score: ({ core }) => Number(core.score.raw) },
  "scorm2004-4": { version: 2004, status: (cmi) => `${cmi.completion_status} ${cmi.success_status}`, score: (cmi) => Number(cmi.score.scaled) * 100 },
};

for (const [target, { version, status, score }] of Object.entries(TARGETS)) it(`${target}: keeps every surviving answer, mark, bookmark and status`, async () => {
  const course = new Course("course-src/contact-centre-operations-l3");
  const lms = await serveAgain(release(course, target), version);
  const first = await open(lms);
  const old = first.learner;
  await old.readAll("overview");
  await old.readAll("lesson");
  const practice = old.sheet("practice-support");
  await old.practise(practice, true);
  const final = old.sheet("final-support");
  await old.sit(final, false);
  await old.saved();
  await old.go(final.page);
  await old.start(final);
  const answered = ["s-narrow", "s-literacy", "s-source"].map((id) => Object.values(old.data.items).find((item) => item.id === id));
  for (const item of answered) await old.answer(final, /** @type {any} */ (item), true);
  await old.saved();
  const before = Object.fromEntries(await Promise.all(answered.map(async (item) => [item?.slot, await old.response(final, /** @type {any} */ (item))])));
  const stood = status(lms.record());
  await kill(first.page);

  edit(course);
  lms.folder = release(course, target);
  const { page, faults, learner } = await open(lms);
  await learner.resume();
  assert.equal(await learner.current(), final.page, "the bookmark");
  const now = learner.sheet("final-support");
  assert.equal(now.slot, final.slot);
  const shown = await learner.frame.locator(`[data-sheet="${now.slot}"] [data-item]:visible`).evaluateAll((items) => items.map((item) => Number(item.getAttribute("data-item"))));
  assert.deepEqual([...shown].sort(), [...final.items].sort(), "the open paper stays the paper that was drawn");
  for (const [slot, response] of Object.entries(before)) assert.deepEqual(await learner.response(now, learner.item(Number(slot))), response);
  const public_ = (/** @type {Learner} */ learner) => Object.values(learner.data.items).find((item) => item.id === "s-literacy")?.interaction;
  assert.equal(public_(learner), public_(old), "what an LMS keys the record on outlives the new id");

  const check = learner.sheet("practice-support");
  await learner.go(check.page);
  const marks = await learner.frame.locator(`[data-sheet="${check.slot}"] [data-item][data-state="right"]`).count();
  assert.equal(marks, practice.items.length - 1, "marks of all items that are left");
  assert.equal(status(lms.record()), stood);

  await learner.go(now.page);
  const rest = shown.filter((slot) => !(slot in before));
  for (const slot of rest) await learner.answer(now, learner.item(slot), true);
  await learner.submit(now);
  await learner.saved();
  assert.equal(score(lms.record()), 100, "the paper that was drawn counts, less nothing");
  // Reading what has no value yet is no mistake: SCORM 2004 RTE 3.1.7.6.
  const calls = await page.evaluate(() => /** @type {any} */ (globalThis).calls.filter((/** @type {any} */ call) => call.error !== "0" && !(call.name === "GetValue" && call.error === "403")));
  assert.deepEqual(calls, []);
  assert.deepEqual(faults, []);
  await page.close();
  lms.close();
  course.remove();
});
