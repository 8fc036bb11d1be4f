// Courses for the tests, put together from the examples.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Course, ROOT } from "./course.mjs";

/** A course with every type of item, a test, and a case study. */
export function everyType() {
  const course = new Course("examples/every-item-type");
  const [cases] = /^case_studies:\n(?: .*\n|\n)*/m.exec(readFileSync(join(ROOT, "examples/a-case/units/lost-parcel.yaml"), "utf8")) ?? [];
  if (!cases) throw new Error("examples/a-case has no case study");
  course.edit("units/puncture.yaml", (text) => text.replace(/^items:$/m, `${cases}items:`));
  return course;
}
