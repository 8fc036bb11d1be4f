import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveLaunch, takeParameters } from "../src/client/launch.js";
import { LAUNCH, facts, reporting, windowAt } from "./xapi-unit.js";

const PAGE = "https://lms.example.org/c/units/u.html";
const ENDPOINT = "https://lrs.example.org/xapi/";

/** @param {any} parameters @param {object} [lrs] @param {object} [more] facts */
const launched = (parameters, lrs, more) => resolveLaunch(parameters, reporting(lrs), { ...facts, ...more });

test("the launch is taken out of the address, the rest stays", () => {
  const window = windowAt(PAGE + LAUNCH, null);
  assert.deepEqual(takeParameters(window), { endpoint: ENDPOINT, auth: "Basic YWJj", actor: null });
  assert.deepEqual(window.shown, [`${PAGE}?keep=1#/p1`]);
});

test("an address without a launch is left alone", () => {
  const window = windowAt(`${PAGE}?keep=1`, null);
  takeParameters(window);
  assert.deepEqual(window.shown, []);
});

test("a plus in a credential that became a space is a plus again", () => {
  assert.equal(launched({ endpoint: ENDPOINT, auth: "Basic ab c=" })?.auth, "Basic ab+c=");
  assert.equal(launched({ endpoint: ENDPOINT, auth: "Bearer ab+c" })?.auth, "Bearer ab+c");
});

for (const [endpoint, origins, allowed] of /** @type {[string, string[], boolean][]} */ ([
  [ENDPOINT, ["https://lrs.example.org"], true],
  ["https://evil.example.org/xapi", ["https://lrs.example.org"], false],
  ["https://lrs.example.org.evil.example", ["https://lrs.example.org"], false],
  ["https://user:word@lrs.example.org/xapi", ["https://lrs.example.org"], false],
  ["http://lrs.example.org/xapi", ["http://lrs.example.org"], false],
  ["http://localhost:8100/xapi", ["http://localhost:8100"], true],
  ["http://127.0.0.1:8100/xapi", ["http://127.0.0.1:8100"], true],
  ["http://[::1]:8100/xapi", ["http://[::1]:8100"], true],
  ["http://localhost:8101/xapi", ["http://localhost:8100"], false],
  ["javascript:alert(1)", ["null"], false],
  ["/xapi", ["https://lms.example.org"], false],
])) {
  test(`endpoint ${endpoint} of ${origins} is ${allowed ? "" : "not "}allowed`, () => {
    assert.equal(launched({ endpoint }, { origins }) !== null, allowed);
  });
}

test("endpoint and credential may come from the LMS's launch data", () => {
  const launchData = JSON.stringify({ lrs: { endpoint: ENDPOINT, auth: "Basic bG1z" } });
  assert.equal(launched({}, {}, { launchData })?.auth, "Basic bG1z");
  assert.equal(launched({}, { from: ["launch"] }, { launchData }), null);
  assert.equal(launched({ endpoint: ENDPOINT }, { from: ["lms"] }), null);
  assert.equal(launched({}, {}, { launchData: "not json" }), null);
});

test("the actor is the launch's, with exactly one identifier", () => {
  assert.deepEqual(launched({ endpoint: ENDPOINT, actor: { mbox: "mailto:a@example.org", openid: "x", name: "Anna" } })?.actor, { objectType: "Agent", mbox: "mailto:a@example.org" });
});

test("an actor as Tin Can 0.9 wrote it is understood", () => {
  const actor = { name: ["Anna"], account: [{ accountServiceHomePage: "https://lms.example.org", accountName: "7" }] };
  assert.deepEqual(launched({ endpoint: ENDPOINT, actor }, { include_name: true })?.actor, { objectType: "Agent", account: { homePage: "https://lms.example.org", name: "7" }, name: "Anna" });
});

test("else the actor is the LMS's learner, at the configured home page or the API's origin", () => {
  assert.deepEqual(launched({ endpoint: ENDPOINT }, { home_page: "https://school.example.org" })?.actor, { objectType: "Agent", account: { homePage: "https://school.example.org", name: "anna" } });
  assert.deepEqual(launched({ endpoint: ENDPOINT })?.actor, { objectType: "Agent", account: { homePage: "https://lms.example.org/", name: "anna" } });
});

test("the name is sent only where the course says so", () => {
  assert.equal(launched({ endpoint: ENDPOINT })?.actor.name, undefined);
  assert.equal(launched({ endpoint: ENDPOINT }, { include_name: true })?.actor.name, "Smith, Anna");
});

for (const id of ["", " ", "0", "guest", "Anonymous", "null"]) {
  test(`nobody is called ${JSON.stringify(id)}`, () => assert.equal(launched({ endpoint: ENDPOINT }, {}, { learner: { id, name: "" } }), null));
}

test("without a learner and an actor there are no statements", () => assert.equal(launched({ endpoint: ENDPOINT }, {}, { learner: null }), null));

test("the registration is the launch's, else the same for learner and unit everywhere", () => {
  const given = "c7b0b1de-3a5e-4b57-9d0c-0f2f0c5d7f10";
  assert.equal(launched({ endpoint: ENDPOINT, registration: given })?.registration, given);
  const own = launched({ endpoint: ENDPOINT, registration: "7" })?.registration;
  assert.match(String(own), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(launched({ endpoint: ENDPOINT })?.registration, own);
  assert.notEqual(launched({ endpoint: ENDPOINT }, {}, { learner: { id: "ben", name: "" } })?.registration, own);
});
