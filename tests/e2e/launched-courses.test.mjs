// The real courses, once as each package that is launched with an LRS: read whole and passed, and every statement follows the course's profile.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course, ROOT } from "./course.mjs";
import { Preview } from "./host.mjs";
import { faultsOf } from "./profile.mjs";
import { statementValidator } from "../../themes/runtime/test/schema.js";

const valid = statementValidator();
const courses = readdirSync(join(ROOT, "course-src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name: id } of courses) {
  it(`${id}: what is passed is stated, as cmi5 and as xAPI`, async () => {
    const course = new Course(`course-src/${id}`);
    const out = mkdtempSync(join(tmpdir(), "coursec-profile-"));
    course.coursec("statements", "--profile", "--out", out);
    const profile = JSON.parse(readFileSync(join(out, `${id}-profile.jsonld`), "utf8"));
    const browser = await launch();
    const preview = await Preview.start(course.folder, "--target", "cmi5", "--target", "xapi");
    try {
      for (const target of ["cmi5", "xapi"]) {
        const name = `${target}-1`;
        const visit = await Visit.launch(browser, preview, name, { target });
        const { learner } = visit;
        for (const kind of ["overview", "lesson"]) await learner.readAll(kind);
        for (const sheet of Object.values(learner.data.sheets)) {
          if (sheet.page === null) continue;
          if (sheet.purpose === "summative") await learner.sit(sheet, true);
          else if (sheet.feedback === "after-each") await learner.practise(sheet, true);
          else await learner.sit(sheet, true);
        }
        for (const kind of ["case", "assessment", "practice", "results"]) await learner.readAll(kind);
        await learner.saved();
        const statements = await visit.leave("completed", "passed", "terminated");
        for (const { stored, authority, version, ...statement } of statements) assert.equal(valid({ ...statement, version: "1.0.0" }), null);
        assert.deepEqual(faultsOf(profile, statements).faults, []);
        const said = statements.filter(({ object }) => /\/__host\/au\/|\/units\/[^/]+$/.test(object.id)).map(({ verb }) => verb.id.split("/").pop());
        for (const once of ["completed", "passed", "terminated"]) assert.equal(said.filter((word) => word === once).length, 1, `${target}: ${once}`);
        if (target === "cmi5") {
          const { refused, satisfied } = await preview.ask(`/__host/cmi5?${new URLSearchParams(visit.key)}`);
          assert.deepEqual([refused, satisfied], [[], true]);
        }
        assert.deepEqual(visit.faults.filter((fault) => !/404/.test(fault)), []);
        await visit.close();
      }
    } finally {
      preview?.stop();
      await browser?.close();
      course.remove();
      rmSync(out, { recursive: true, force: true });
    }
  });
}
