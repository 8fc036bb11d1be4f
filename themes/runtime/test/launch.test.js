import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveLaunch, takeParameters } from "../src/client/launch.js";
import { createClock } from "./clock.js";
import { LAUNCH, facts, reporting, windowAt } from "./xapi-unit.js";

const PAGE = "https://lms.example.org/c/units/u.html";
const ENDPOINT = "https://lrs.example.org/xapi/";

/** @param {any} parameters @param {object} [lrs] @param {object} [more] facts @param {any} [fetch] */
const launched = (parameters, lrs, more, fetch) => resolveLaunch(parameters, needs(lrs, fetch), { ...facts, ...more });

/** @param {object} [lrs] @param {any} [fetch] @returns {any} */
const needs = (lrs, fetch) => ({ data: reporting(lrs), items: {}, window: windowAt(PAGE, fetch), clock: createClock(), random: () => 0 });

test("the launch is taken out of the address, the rest stays", async () => {
  const window = windowAt(PAGE + LAUNCH, null);
  assert.deepEqual(takeParameters(window), { endpoint: ENDPOINT, auth: "Basic YWJj", actor: null });
  assert.deepEqual(window.shown, [`${PAGE}?keep=1#/p1`]);
});

test("an address without a launch is left alone", async () => {
  const window = windowAt(`${PAGE}?keep=1`, null);
  takeParameters(window);
  assert.deepEqual(window.shown, []);
});

test("a plus in a credential that became a space is a plus again", async () => {
  assert.equal((await launched({ endpoint: ENDPOINT, auth: "Basic ab c=" }))?.auth, "Basic ab+c=");
  assert.equal((await launched({ endpoint: ENDPOINT, auth: "Bearer ab+c" }))?.auth, "Bearer ab+c");
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
  test(`endpoint ${endpoint} of ${origins} is ${allowed ? "" : "not "}allowed`, async () => {
    assert.equal((await launched({ endpoint }, { origins })) !== null, allowed);
  });
}

test("endpoint and credential may come from the LMS's launch data", async () => {
  const launchData = JSON.stringify({ lrs: { endpoint: ENDPOINT, auth: "Basic bG1z" } });
  assert.equal((await launched({}, {}, { launchData }))?.auth, "Basic bG1z");
  assert.equal((await launched({}, { from: ["launch"] }, { launchData })), null);
  assert.equal((await launched({ endpoint: ENDPOINT }, { from: ["lms"] })), null);
  assert.equal((await launched({}, {}, { launchData: "not json" })), null);
});

test("the actor is the launch's, with exactly one identifier", async () => {
  assert.deepEqual((await launched({ endpoint: ENDPOINT, actor: { mbox: "mailto:a@example.org", openid: "x", name: "Anna" } }))?.actor, { objectType: "Agent", mbox: "mailto:a@example.org" });
});

test("an actor as Tin Can 0.9 wrote it is understood", async () => {
  const actor = { name: ["Anna"], account: [{ accountServiceHomePage: "https://lms.example.org", accountName: "7" }] };
  assert.deepEqual((await launched({ endpoint: ENDPOINT, actor }, { include_name: true }))?.actor, { objectType: "Agent", account: { homePage: "https://lms.example.org", name: "7" }, name: "Anna" });
});

test("else the actor is the LMS's learner, at the configured home page or the API's origin", async () => {
  assert.deepEqual((await launched({ endpoint: ENDPOINT }, { home_page: "https://school.example.org" }))?.actor, { objectType: "Agent", account: { homePage: "https://school.example.org", name: "anna" } });
  assert.deepEqual((await launched({ endpoint: ENDPOINT }))?.actor, { objectType: "Agent", account: { homePage: "https://lms.example.org/", name: "anna" } });
});

test("the name is sent only where the course says so", async () => {
  assert.equal((await launched({ endpoint: ENDPOINT }))?.actor.name, undefined);
  assert.equal((await launched({ endpoint: ENDPOINT }, { include_name: true }))?.actor.name, "Smith, Anna");
});

for (const id of ["", " ", "0", "guest", "Anonymous", "null"]) {
  test(`nobody is called ${JSON.stringify(id)}`, async () => assert.equal((await launched({ endpoint: ENDPOINT }, {}, { learner: { id, name: "" } })), null));
}

test("without a learner and an actor there are no statements", async () => assert.equal((await launched({ endpoint: ENDPOINT }, {}, { learner: null })), null));

test("the registration is the launch's, else the same for learner and unit everywhere", async () => {
  const given = "c7b0b1de-3a5e-4b57-9d0c-0f2f0c5d7f10";
  assert.equal((await launched({ endpoint: ENDPOINT, registration: given }))?.registration, given);
  const own = (await launched({ endpoint: ENDPOINT, registration: "7" }))?.registration;
  assert.match(String(own), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal((await launched({ endpoint: ENDPOINT }))?.registration, own);
  assert.notEqual((await launched({ endpoint: ENDPOINT }, {}, { learner: { id: "ben", name: "" } }))?.registration, own);
});

test("a broker is asked with what the course is and whose it is, and its answer is used", async () => {
  /** @type {any[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ url, /** @type {any} */ request) => (asked.push([url, request]), { ok: true, json: async () => ({ endpoint: ENDPOINT, auth: "Bearer short", actor: { account: { homePage: "https://who.example.org", name: "x7" } } }) });
  const launch = await launched({}, { from: ["broker"], broker: "https://broker.example.org/token" }, {}, fetch);
  assert.deepEqual([launch?.endpoint, launch?.auth, launch?.actor.account], [ENDPOINT, "Bearer short", { homePage: "https://who.example.org", name: "x7" }]);
  const [[url, { method, body, credentials }]] = asked;
  assert.deepEqual([url, method, credentials, JSON.parse(body)], ["https://broker.example.org/token", "POST", "include", { course: null, unit: null, version: "1.0.0", learner: "anna" }]);
});

test("a broker that leads elsewhere than the course allows is not followed, and one that is down is asked again", async () => {
  /** @type {any} */
  let answer = { endpoint: "https://evil.example.org/xapi" };
  const fetch = async () => ({ ok: true, json: async () => answer });
  const launch = await launched({}, { from: ["broker"], broker: "https://broker.example.org/token" }, {}, fetch);
  assert.deepEqual([launch?.endpoint, launch?.actor.account.name], ["", "anna"]);
  answer = { endpoint: ENDPOINT, auth: "Bearer late" };
  await launch?.renew?.();
  assert.deepEqual([launch?.endpoint, launch?.auth], [ENDPOINT, "Bearer late"]);
});

test("the file that an administrator stamps into a package says where statements go", async () => {
  /** @type {string[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ url) => (asked.push(url), { ok: true, json: async () => ({ endpoint: ENDPOINT, home_page: "https://school.example.org" }) });
  const launch = await launched({}, { from: ["stamp"] }, {}, fetch);
  assert.deepEqual([asked, launch?.actor.account.homePage], [["https://lms.example.org/c/assets/lrs.json"], "https://school.example.org"]);
  assert.equal(await launched({}, { from: ["stamp"] }, {}, async () => ({ ok: false })), null);
});

test("sources are asked in the order in which the course names them", async () => {
  const launchData = JSON.stringify({ lrs: { endpoint: ENDPOINT, auth: "Basic bG1z" } });
  assert.equal((await launched({ endpoint: ENDPOINT, auth: "Basic bGF1" }, { from: ["lms", "launch"] }, { launchData }))?.auth, "Basic bG1z");
  assert.equal((await launched({ endpoint: ENDPOINT, auth: "Basic bGF1" }, { from: ["launch", "lms"] }, { launchData }))?.auth, "Basic bGF1");
});
