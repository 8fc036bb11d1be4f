// What LMSs take and refuse: the acceptance matrix of B.12, a row for each value. Moodle's and ADL's columns are what was seen of Moodle 4.1.10, which no registry
// has, and what ADL's validators say; scorm-again and our strict hosts are asked here. What a strict host takes, all of them take: so a course
// that is refused nothing there is refused nothing in any of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as again12 from "scorm-again/scorm12";
import * as again2004 from "scorm-again/scorm2004";
import { createApi as strict12 } from "../host/strict12.js";
import { openSession as open12 } from "../host/session12.js";
import { createApi as strict2004 } from "../host/strict2004.js";
import { openSession as open2004 } from "../host/session2004.js";

/** @typedef {{call: (name: string, ...values: string[]) => string, error: () => string}} Host */

// Its types say that what these modules export is their default.
const { Scorm12API } = /** @type {any} */ (again12);
const { Scorm2004API } = /** @type {any} */ (again2004);

const quiet = { autocommit: false, logLevel: 5 };
const settings = { student_id: "l", student_name: "L", mode: /** @type {const} */ ("normal"), credit: /** @type {const} */ ("credit"), launch_data: "", mastery_score: "", activity: null };
const store = () => ({ answer: /** @type {const} */ ("true"), error: "0" });

/** The hosts of a standard, each with a session that runs. @type {Record<"12" | "2004", () => Record<"strict" | "again", Host>>} */
const HOSTS = {
  12: () => ({ strict: hostOf(strict12({ model: open12(null, true, settings), store }), "LMS"), again: hostOf(new Scorm12API(quiet), "LMS") }),
  2004: () => ({ strict: hostOf(strict2004({ model: open2004(null, true, settings), store }), ""), again: hostOf(new Scorm2004API(quiet), "") }),
};

/** @param {any} api @param {string} prefix of its calls @returns {Host} */
function hostOf(api, prefix) {
  const call = (/** @type {string} */ name, /** @type {string[]} */ ...values) => String(api[`${prefix}${name}`](...values));
  assert.equal(call("Initialize", ""), "true");
  return { call, error: () => String(api[`${prefix}GetLastError`]()) };
}

/** The error of the last of these. @param {Host} host @param {string[][]} sets */
function told(host, sets) {
  for (const [element, value] of sets) host.call("SetValue", element, value);
  return host.error();
}

/**
 * Rows: what is set last, after `before`; the error in Moodle, scorm-again and ADL's own LMS, where it is known.
 * @typedef {[element: string, value: string, moodle: string | null, again: string | null, adl: string | null]} Row
 */
const q = "cmi.interactions.0";
/** @param {string} type */
const item = (type) => [[`${q}.id`, "q"], [`${q}.type`, type]];
const pattern = `${q}.correct_responses.0.pattern`;
const response = `${q}.learner_response`;

/** @type {[string[][], Row[]][]} */
const ROWS_2004 = [
  [item("numeric"), [
    [pattern, "4[:]6", "0", "0", "0"], [pattern, "5[:]5", "0", "0", "0"], [pattern, "-99999[:]4", "0", "0", "0"], [pattern, "4[:]99999", "0", "0", "0"],
    [pattern, "5", "0", "0", "406"], [pattern, "[:]4", "406", "0", "0"], [pattern, "4[:]", "406", "0", "0"],
  ]],
  [item("choice"), [
    [pattern, "opt_1", "0", "0", "0"], [pattern, "a[,]b", "0", "0", "0"], [response, "opt.1", "0", "0", "0"],
    [response, "opt-1", "406", "0", "0"], [response, "a b", "406", null, "406"], [response, "é", "406", null, null], [response, "urn:x:1", "406", null, "0"],
    [pattern, "a[,]a", "406", "406", "406"], [response, "", "406", "406", null],
  ]],
  [item("matching"), [[response, "", "406", "406", null], [response, "a[.]b", "0", "0", "0"]]],
  [item("likert"), [[response, "", "406", "406", null], [response, "agree", "0", "0", "0"], [pattern, "agree", "0", "0", "0"]]],
  [item("fill-in"), [
    [response, "one\ntwo", "406", "406", null], [response, "one two", "0", "0", "0"], [response, "{lang=en}one", "0", "0", "0"],
    [pattern, "{case_matters=false}{order_matters=true}{lang=en}abc", "0", "0", "0"], [pattern, "{lang=qqq}abc", "406", null, null],
  ]],
  [item("long-fill-in"), [
    [response, "one\ntwo", "406", "406", null], [response, "{lang=en}one two", "0", "0", "0"], [pattern, "{lang=en}one", "0", "0", "0"],
    [pattern, "{case_matters=false}one", "0", "406", "0"],
  ]],
  [item("sequencing"), [[pattern, "a[,]b", "0", "0", "0"], [pattern, "{order_matters=true}a[,]b", "0", "406", null]]],
  [item("performance"), [
    [pattern, "s1[.]a", "0", "0", "0"], [pattern, "{order_matters=true}s1[.]a", "0", "0", "0"], [pattern, "s1[.]1[:]3", "406", "0", "0"], [response, "s1[.]a", "0", "0", "0"],
  ]],
  [item("other"), [[pattern, "", "0", "406", null]]],
  [item("choice"), [
    [`${q}.timestamp`, "2026-11-21T20:00:00", "0", "0", "0"], [`${q}.timestamp`, "2026-11-21T20:00:00.00Z", "0", "0", "0"],
    [`${q}.timestamp`, "2026-11-21T20:00:00Z", "406", "406", "406"], [`${q}.timestamp`, "2026-11-21T20:00:00+01:00", "406", "406", "406"],
    [`${q}.timestamp`, "2026-11-21T20:00:00.123Z", "406", "0", "406"],
    [`${q}.latency`, "PT3.4S", "0", "0", "0"], [`${q}.latency`, "PT3.456S", "406", "406", "406"], [`${q}.latency`, "P1W", "406", "0", "406"], [`${q}.latency`, "PT", "406", "0", "406"],
    [`${q}.result`, "incorrect", "0", "0", "0"], [`${q}.result`, "wrong", "406", "406", "406"],
    [`${q}.description`, "x".repeat(250), "0", "0", "0"], [`${q}.description`, "x".repeat(252), "406", null, null], [`${q}.description`, "a\nb", "406", "406", null],
  ]],
  [[], [
    ["cmi.score.scaled", "0.8333333", "0", "0", "0"], ["cmi.score.scaled", ".8", "406", "406", null], ["cmi.score.scaled", "1e-7", "406", null, null],
    ["cmi.score.scaled", "1.1", "407", "407", "407"], ["cmi.score.raw", "99999", "0", "0", "0"], ["cmi.score.raw", "100000", "406", "0", "0"],
    ["cmi.suspend_data", "x".repeat(64000), "0", "0", "0"], ["cmi.suspend_data", "x".repeat(64001), "406", "406", null],
    ["cmi.location", "x".repeat(1000), "0", "0", "0"], ["cmi.location", "x".repeat(1001), "406", "406", null],
    ["adl.nav.request", "suspendAll", "0", "0", "0"], ["adl.nav.request", "exitAll", "0", "0", "0"], ["adl.nav.request", "_none_", "406", "0", null],
    ["cmi.interactions.1.id", "q", "351", "351", "351"],
  ]],
  [[["cmi.objectives.0.id", "LO1"]], [["cmi.objectives.0.id", "LO2", "351", "351", "351"], ["cmi.objectives.1.id", "LO1", "351", "351", "351"]]],
];

const pattern12 = pattern;
const response12 = `${q}.student_response`;
/** ADL's conformance suite is what the bounds of 1.2 come from. @type {[string[][], Row[]][]} */
const ROWS_12 = [
  [[], [
    ["cmi.core.score.raw", "100", "0", "0", "0"], ["cmi.core.score.raw", "100.5", "405", "405", "405"], ["cmi.core.score.raw", "-1", "405", "405", "405"],
    ["cmi.core.lesson_status", "not attempted", "405", "405", "405"], ["cmi.core.lesson_status", "completed", "0", "0", "0"],
    ["cmi.suspend_data", "x".repeat(4096), "0", "0", "0"], ["cmi.suspend_data", "x".repeat(4097), "405", "0", "405"],
    ["cmi.core.lesson_location", "x".repeat(255), "0", "0", "0"], ["cmi.core.lesson_location", "x".repeat(256), "405", "405", "405"],
    ["cmi.core.exit", "normal", "405", "0", "405"], ["cmi.core.exit", "", "0", "0", "0"], ["cmi.core.exit", "suspend", "0", "0", "0"],
    ["cmi.core.session_time", "0000:12:05.07", "0", "0", "0"], ["cmi.core.session_time", "1:2:3", "405", null, "405"],
    ["cmi.interactions.0.id", "a b", "405", "0", "405"], ["cmi.interactions.0.id", "é", "405", "405", "405"], ["cmi.objectives.1.id", "LO", "201", null, "201"],
  ]],
  [item("choice"), [
    [pattern12, "a,c", "0", "0", "0"], [response12, "a,c", "0", "0", "0"], [response12, "{a,c}", "0", "0", "0"],
    [`${q}.result`, "wrong", "0", "0", "0"], [`${q}.result`, "incorrect", "405", "0", "405"],
    [`${q}.weighting`, "100", "0", "0", "0"], [`${q}.weighting`, "101", "405", "405", null],
  ]],
  [item("fill-in"), [[response12, "x".repeat(255), "0", "0", "0"], [response12, "x".repeat(256), "405", "0", "405"]]],
  [item("matching"), [[pattern12, "1.a,2.b", "0", "0", "0"]]],
  [[[`${q}.id`, "q"]], [[`${q}.type`, "long-fill-in", "405", "405", "405"], [`${q}.type`, "other", "405", "405", "405"]]],
];

for (const [standard, rows] of /** @type {const} */ ([["2004", ROWS_2004], ["12", ROWS_12]])) {
  test(`SCORM ${standard}: a strict host takes what every LMS of the matrix takes, and nothing else`, () => {
    for (const [before, last] of rows) {
      for (const [element, value, moodle, again, adl] of last) {
        const { strict } = HOSTS[standard]();
        const sets = [...before, [element, value]];
        const wanted = [moodle, again, adl].find((code) => code !== null && code !== "0") ?? "0";
        assert.equal(told(strict, sets), wanted, JSON.stringify(sets).slice(0, 200));
      }
    }
  });

  test(`SCORM ${standard}: scorm-again answers as the matrix says`, () => {
    for (const [before, last] of rows) {
      for (const [element, value, , again] of last) {
        if (again === null) continue;
        const sets = [...before, [element, value]];
        assert.equal(told(HOSTS[standard]().again, sets), again, JSON.stringify(sets).slice(0, 200));
      }
    }
  });
}

/** What stands in tests/e2e/calls for what no two plays share. @param {string} element @param {string} value */
const filled = (element, value) => {
  if (value === "<state>") return "C1.aBDXMEdbabaaaaaaaPXSBm";
  if (value !== "<time>") return JSON.parse(value);
  if (element.endsWith(".timestamp")) return "2026-11-21T20:00:07.12Z";
  if (element.endsWith(".time")) return "20:00:07";
  return element.startsWith("cmi.core") ? "0000:00:07.12" : /^cmi\.interactions/.test(element) ? "PT7.12S" : "PT1M7.12S";
};

for (const [standard, name] of /** @type {const} */ ([["12", "scorm12"], ["12", "scorm12-items"], ["2004", "scorm2004-4"], ["2004", "scorm2004-4-items"]])) {
  test(`every value of tests/e2e/calls/${name}.txt is taken by every host`, () => {
    const text = readFileSync(new URL(`../../../tests/e2e/calls/${name}.txt`, import.meta.url), "utf8");
    let count = 0;
    for (const learner of text.split(/^# /m)) {
      const hosts = Object.entries(HOSTS[standard]());
      // Objectives of the manifest are there, as they were read.
      for (const [, element, id] of learner.matchAll(/^GetValue (cmi\.objectives\.\d+\.id) -> "(.+)"$/gm)) hosts.forEach(([, { call }]) => call("SetValue", element, id));
      for (const [, element, value] of learner.matchAll(/^(?:LMS)?SetValue (\S+) (.+)$/gm)) {
        const latency12 = standard === "12" && element.endsWith(".latency");
        const said = latency12 ? "0000:00:07.12" : filled(element, value);
        for (const [host, { call, error }] of hosts) {
          call("SetValue", element, said);
          assert.equal(error(), "0", `${host}: ${element} ${said}`);
        }
        count += 1;
      }
    }
    assert.ok(count > 50, `${count} values`);
  });
}

test("SCORM 2004: what Moodle makes of the end of a session does no harm", () => {
  const text = readFileSync(new URL("../../../tests/e2e/calls/scorm2004-4.txt", import.meta.url), "utf8");
  const [, passes] = text.split(/^# /m);
  // It never says success by itself, and says completion by the progress where there is a threshold.
  assert.match(passes, /^SetValue cmi\.success_status "passed"$/m);
  assert.ok(passes.indexOf('SetValue cmi.progress_measure "1"') < passes.indexOf('SetValue cmi.completion_status "completed"'));
  assert.doesNotMatch(text, /"_none_"|cmi\.exit "(normal|logout|time-out)"/);
});
