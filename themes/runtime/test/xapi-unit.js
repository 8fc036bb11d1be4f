// A unit that reports to an LRS, and the LRS.

import * as mastery from "../src/mastery.js";
import { services } from "../src/services.js";
import { table } from "../src/table.js";
import { unit } from "./unit.js";

// The fragments that say what came of outcomes, and ask services where statements go.
Object.assign(table, { mastery, services });

/** Name, verb, what it is about, what stands above that. @type {[string, string, string, string?][]} */
const KINDS = [
  ["experienced", "experienced", "page", "unit"],
  ["answered", "answered", "item", "sheet"],
  ["handed-in", "scored", "sheet", "unit"],
  ["mastered", "passed", "outcome", "unit"],
  ["missed", "failed", "outcome", "unit"],
  ["course-completed", "completed", "course"],
  ["course-passed", "passed", "course"],
  .../** @type {[string, string, string][]} */ (["initialized", "progressed", "scored", "completed", "passed", "failed", "suspended", "resumed", "terminated"].map((verb) => [verb, verb, "unit"])),
];
const IRI = "https://courses.example.org/c/units/u";

/** @param {object} [lrs] */
export function reporting(lrs) {
  const data = unit();
  const activity = (/** @type {string} */ id, /** @type {string} */ name) => ({ id: IRI + id, definition: { name: { en: name }, type: "http://adlnet.gov/expapi/activities/lesson" } });
  data.lrs = { from: ["launch", "lms"], origins: ["https://lrs.example.org"], home_page: null, include_name: false, free_text: false, ...lrs };
  data.objectives = [{ id: "LO1_0_0", iri: `${IRI}/outcomes/LO1`, title: "One", lessons: [1], asked: [[1, 2]] }];
  data.statements = {
    context: { language: "en", platform: "coursec", contextActivities: { grouping: [{ objectType: "Activity", id: "https://courses.example.org/c" }], category: [{ objectType: "Activity", id: "https://courses.example.org/c/profile/v1" }] } },
    activities: Object.fromEntries([
      ["unit", activity("", "Unit")],
      ["course", { id: "https://courses.example.org/c", definition: { type: "http://adlnet.gov/expapi/activities/course" } }],
      ["outcome:0", activity("/outcomes/LO1", "One")],
      ...data.pages.map(({ slot }) => [`page:${slot}`, activity(`/lessons/p${slot}`, "Page")]),
      ...Object.values(data.sheets).map(({ slot }) => [`sheet:${slot}`, activity(`/assessments/s${slot}`, "Sheet")]),
      ...Object.values(data.items).map(({ slot }) => [`item:${slot}`, { id: `${IRI}/items/q${slot}`, definition: { type: "http://adlnet.gov/expapi/activities/cmi.interaction", interactionType: slot === 3 ? "fill-in" : "choice" } }]),
    ]),
    assesses: { 1: [0], 2: [0] },
    templates: Object.fromEntries(KINDS.map(([name, verb, object, parent]) => [name, /** @type {any} */ ({ verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } }, object, ...(parent ? { parent } : {}) })])),
  };
  return data;
}

/** @type {import("../src/tracker.js").Facts} */
export const facts = { mode: "normal", learner: { id: "anna", name: "Smith, Anna" }, status: "", launchData: "", recording: true, origin: "https://lms.example.org" };

/**
 * An LRS whose answers a test chooses: a status, a `[status, headers]`, or an error to fail with.
 * @param {(statements: any[], request: any) => any} [answer]
 */
export function createLrs(answer = () => 200) {
  /** @type {{url: string, request: any, statements: any[]}[]} */
  const requests = [];
  /** @param {string} url @param {any} request */
  const fetch = async (url, request) => {
    if (url.endsWith("/about")) {
      const said = lrs.about();
      if (said instanceof Error) throw said;
      return said;
    }
    const statements = JSON.parse(request.body);
    requests.push({ url, request, statements });
    const given = await answer(statements, request);
    if (given instanceof Error) throw given;
    const [status, headers = {}] = [given].flat();
    return { status, headers: new Headers(headers), text: async () => (lrs.read++, JSON.stringify(statements.map((/** @type {any} */ { id }) => id))) };
  };
  /** @type {{fetch: any, requests: typeof requests, read: number, about: () => any, sent: () => any[]}} */
  const lrs = {
    fetch,
    requests,
    /** Answers that were read to their end. */
    read: 0,
    about: () => ({ status: 200, text: async () => JSON.stringify({ version: ["1.0.3"] }), headers: new Headers() }),
    sent: () => requests.flatMap(({ statements }) => statements),
  };
  return lrs;
}

/** @param {string} href @param {any} fetch @param {any} [indexedDB] @returns {any} */
export function windowAt(href, fetch, indexedDB) {
  /** @type {any} */
  const window = { location: { href }, fetch, indexedDB, shown: [] };
  window.history = { state: null, replaceState: (/** @type {any} */ _state, /** @type {string} */ _title, /** @type {string} */ to) => window.shown.push(to) };
  return window;
}

export const LAUNCH = `?endpoint=${encodeURIComponent("https://lrs.example.org/xapi/")}&auth=${encodeURIComponent("Basic YWJj")}&keep=1#/p1`;
