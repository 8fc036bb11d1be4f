// A unit that reports to an LRS, and the LRS.

import { unit } from "./unit.js";

const VERBS = ["initialized", "experienced", "answered", "scored", "completed", "passed", "failed", "suspended", "resumed", "terminated"];
const IRI = "https://courses.example.org/c/units/u";

/** @param {object} [lrs] */
export function reporting(lrs) {
  const data = unit();
  const activity = (/** @type {string} */ id, /** @type {string} */ name) => ({ id: IRI + id, definition: { name: { en: name }, type: "http://adlnet.gov/expapi/activities/lesson" } });
  data.lrs = { from: ["launch", "lms"], origins: ["https://lrs.example.org"], home_page: null, include_name: false, free_text: false, ...lrs };
  data.statements = {
    context: { language: "en", platform: "coursec", contextActivities: { grouping: [{ objectType: "Activity", id: "https://courses.example.org/c" }] } },
    activities: Object.fromEntries([
      ["unit", activity("", "Unit")],
      ...data.pages.map(({ slot }) => [`page:${slot}`, activity(`/lessons/p${slot}`, "Page")]),
      ...Object.values(data.sheets).map(({ slot }) => [`sheet:${slot}`, activity(`/assessments/s${slot}`, "Sheet")]),
      ...Object.values(data.items).map(({ slot }) => [`item:${slot}`, { id: `${IRI}/items/q${slot}`, definition: { type: "http://adlnet.gov/expapi/activities/cmi.interaction", interactionType: slot === 3 ? "fill-in" : "choice" } }]),
    ]),
    templates: Object.fromEntries(
      VERBS.map((verb) => [verb, { verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } }, object: verb === "answered" ? "item" : verb === "experienced" ? "page" : "unit" }]),
    ),
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
    const statements = JSON.parse(request.body);
    requests.push({ url, request, statements });
    const given = await answer(statements, request);
    if (given instanceof Error) throw given;
    const [status, headers = {}] = [given].flat();
    return { status, headers: new Headers(headers) };
  };
  return { fetch, requests, sent: () => requests.flatMap(({ statements }) => statements) };
}

/** @param {string} href @param {any} fetch @param {any} [indexedDB] @returns {any} */
export function windowAt(href, fetch, indexedDB) {
  /** @type {any} */
  const window = { location: { href }, fetch, indexedDB, shown: [] };
  window.history = { state: null, replaceState: (/** @type {any} */ _state, /** @type {string} */ _title, /** @type {string} */ to) => window.shown.push(to) };
  return window;
}

export const LAUNCH = `?endpoint=${encodeURIComponent("https://lrs.example.org/xapi/")}&auth=${encodeURIComponent("Basic YWJj")}&keep=1#/p1`;
