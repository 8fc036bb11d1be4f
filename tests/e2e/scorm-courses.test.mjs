// The real courses, once as each SCORM package in the preview's strict LMS: read whole and passed, and no call is refused.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course, ROOT } from "./course.mjs";
import { Preview } from "./host.mjs";

const courses = readdirSync(join(ROOT, "course-src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** What stands in the record of who has passed. @type {Record<string, Record<string, string>>} */
const PASSED = {
  scorm12: { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "100" },
  "scorm2004-3": { "cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.scaled": "1", "cmi.progress_measure": "1" },
  "scorm2004-4": { "cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.scaled": "1", "cmi.progress_measure": "1" },
};

for (const { name: id } of courses) {
  it(`${id}: what is passed is recorded, and no call is refused`, async () => {
    const course = new Course(`course-src/${id}`);
    const browser = await launch();
    const preview = await Preview.start(course.folder, ...Object.keys(PASSED).flatMap((target) => ["--target", target]));
    try {
      // One beside the other: what takes time is reading.
      await Promise.all(
        Object.entries(PASSED).map(async ([target, stands]) => {
          const visit = await Visit.launch(browser, preview, target, { target });
          const { learner } = visit;
          for (const kind of ["overview", "lesson"]) await learner.readAll(kind);
          for (const sheet of Object.values(learner.data.sheets)) {
            if (sheet.page === null) continue;
            if (sheet.feedback === "after-each") await learner.practise(sheet, true);
            else await learner.sit(sheet, true);
          }
          for (const kind of ["case", "assessment", "practice", "results"]) await learner.readAll(kind);
          await learner.saved();
          await visit.exit();
          const { model } = await visit.record();
          for (const [element, value] of Object.entries(stands)) assert.equal(model?.[element], value, `${target}: ${element}`);
          assert.deepEqual(await visit.rejected(), [], target);
          assert.deepEqual(visit.faults, [], target);
          await visit.close();
        }),
      );
    } finally {
      preview?.stop();
      await browser?.close();
      course.remove();
    }
  });
}
