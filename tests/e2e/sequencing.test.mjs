// What an LMS that sequences makes of our SCORM 2004 packages, with the manifest as its only source: npm scorm-again plays them, and a roll-up written
// from the book says what the course has come to.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as again from "scorm-again/scorm2004";
import { Course } from "./course.mjs";
import { organizationOf, settingsOf } from "./manifest.mjs";
import { ended, rollUp } from "./rollup.mjs";

/** @typedef {import("./manifest.mjs").Activity} Activity */

// Its types say that what the module exports is its default.
const { Scorm2004API } = /** @type {any} */ (again);

/** An LMS with one learner in a course. */
class Lms {
  /** @param {Activity} course */
  constructor(course) {
    /** @type {string[]} what was refused, by the exceptions of the book */
    this.refused = [];
    this.api = new Scorm2004API({
      autocommit: false,
      logLevel: 5,
      sequencing: {
        activityTree: settingsOf(course),
        eventListeners: { onSequencingError: (/** @type {string} */ exception) => this.refused.push(exception) },
      },
    });
  }

  /** The activity that the learner is in. @returns {string | undefined} */
  at() {
    return this.api.getSequencingState().currentActivity?.id;
  }

  /** Asks for an activity, as the LMS's own buttons do; gives where that leads. @param {string} request @param {string} [target] */
  ask(request, target) {
    this.refused = [];
    this.api.processNavigationRequest(request, target);
    return this.at();
  }

  /** Plays the activity: sets, then ends, and may ask for what comes next; gives where that leads. @param {[string, string][]} sets @param {string} [next] */
  play(sets, next) {
    this.refused = [];
    this.api.reset();
    assert.equal(this.api.Initialize(""), "true");
    for (const [element, value] of sets) {
      assert.equal(this.api.SetValue(element, value), "true", `${element} ${value}: ${this.api.GetLastError()}`);
    }
    if (next) this.api.SetValue("adl.nav.request", next);
    assert.equal(this.api.Terminate(""), "true");
    return this.at();
  }

  /** Sets of an objective: found by its id, or added. @param {string} id @param {string} word @returns {[string, string][]} */
  objective(id, word) {
    this.api.reset();
    this.api.Initialize("");
    const count = Number(this.api.GetValue("cmi.objectives._count"));
    const at = Array.from({ length: count }, (_, place) => this.api.GetValue(`cmi.objectives.${place}.id`)).indexOf(id);
    return at < 0 ? [[`cmi.objectives.${count}.id`, id], [`cmi.objectives.${count}.success_status`, word]] : [[`cmi.objectives.${at}.success_status`, word]];
  }

  /** What an activity has come to: null is not known. @param {string} id */
  stands(id) {
    const { successStatus, completionStatus } = this.api.getActivityTrackingData(id);
    const of = (/** @type {string} */ word, /** @type {string} */ yes, /** @type {string} */ no) => (word === yes ? true : word === no ? false : null);
    return { satisfied: of(successStatus, "passed", "failed"), completed: of(completionStatus, "completed", "incomplete") };
  }
}

for (const target of ["scorm2004-3", "scorm2004-4"]) {
  describe(`a linear course, ${target}`, () => {
    const course = new Course("examples/in-order");
    /** @type {Activity} */
    let tree;
    before(() => void (tree = organizationOf(course.build(target))));
    after(() => course.remove());

    it("opens a unit only when the one before it is complete", () => {
      const [first, second] = tree.children.map(({ id }) => id);
      const lms = new Lms(tree);
      assert.equal(lms.ask("start"), first);
      assert.equal(lms.play([["cmi.completion_status", "incomplete"], ["cmi.exit", "suspend"]], "continue"), first, "continue");
      assert.deepEqual(lms.refused, ["SB.2.2-2"], "the activity is disabled");
      assert.equal(lms.ask("choice", second), first, "a choice");
      lms.ask("exitAll");
      assert.equal(lms.ask("start"), first, "begun anew");
      const done = /** @type {string} */ (tree.children[0].objectives.find(({ maps }) => maps.length > 0)?.id);
      const sets = lms.objective(done, "passed");
      assert.equal(lms.play([["cmi.completion_status", "completed"], ...sets, ["cmi.exit", "suspend"]], "continue"), second);
      assert.deepEqual(lms.refused, []);
    });
  });

  describe(`a course of two units, ${target}`, () => {
    const course = new Course("examples/two-units");
    /** @type {Activity} */
    let tree;
    before(() => void (tree = organizationOf(course.build(target))));
    after(() => course.remove());

    /** What the two units say, each by itself, and what the course comes to. @type {[string, [string, string][][], {satisfied: boolean | null, completed: boolean | null}][]} */
    const PLAYS = [
      ["passing all units satisfies and completes it", [passed("1"), passed("1")], { satisfied: true, completed: true }],
      ["passing one of them does not", [passed("1"), []], { satisfied: null, completed: null }],
      ["failing one of them fails it", [passed("1"), failed("0")], { satisfied: false, completed: true }],
      ["a quit without a word neither satisfies nor completes it", [[], []], { satisfied: null, completed: null }],
      ["what is half done is incomplete, and neither passed nor failed", [passed("1"), [["cmi.completion_status", "incomplete"]]], { satisfied: null, completed: false }],
    ];
    for (const [title, units, wanted] of PLAYS) {
      it(title, () => {
        const statuses = units.map((sets, at) => ended(tree.children[at], said(sets)));
        assert.deepEqual(rollUp(tree, statuses), wanted, "by the book");

        const lms = new Lms(tree);
        for (const [at, sets] of units.entries()) {
          assert.equal(lms.ask(at ? "choice" : "start", at ? tree.children[at].id : undefined), tree.children[at].id);
          lms.play(sets);
        }
        const { satisfied, completed } = lms.stands(tree.id);
        assert.deepEqual({ satisfied: satisfied === true, failed: satisfied === false, completed: completed === true }, { satisfied: wanted.satisfied === true, failed: wanted.satisfied === false, completed: wanted.completed === true }, "in scorm-again");
      });
    }

    it("would be satisfied by a quit without a word if the manifest left that to the LMS", () => {
      const silent = tree.children.map((unit) => ({ ...unit, delivery: { tracked: true, completionByContent: false, objectiveByContent: false } }));
      assert.deepEqual(rollUp(tree, silent.map((unit) => ended(unit, said([])))), { satisfied: true, completed: true });
    });
  });
}

/** @param {string} scaled @returns {[string, string][]} */
function passed(scaled) {
  return [["cmi.score.scaled", scaled], ["cmi.success_status", "passed"], ["cmi.completion_status", "completed"]];
}

/** @param {string} scaled @returns {[string, string][]} */
function failed(scaled) {
  return [["cmi.score.scaled", scaled], ["cmi.success_status", "failed"], ["cmi.completion_status", "completed"]];
}

/** What a unit says of itself. @param {[string, string][]} sets */
function said(sets) {
  const { "cmi.success_status": success, "cmi.completion_status": completion } = /** @type {Record<string, string>} */ (Object.fromEntries(sets));
  return { satisfied: success ? success === "passed" : null, completed: completion ? completion === "completed" : null };
}
