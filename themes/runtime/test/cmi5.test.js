import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { createTracker } from "../src/adapters/cmi5.js";
import { createClock } from "./clock.js";
import { ACTIVITY, ACTOR, REGISTRATION, createLms, launchAddress, tabAt } from "./lms5.js";
import { statementValidator } from "./schema.js";
import { played } from "./unit.js";
import { opened } from "./xapi-launched.js";
import { reporting } from "./xapi-unit.js";

/** @type {any} */ (globalThis).IDBKeyRange = IDBKeyRange;

const CONTEXT = "https://w3id.org/xapi/cmi5/context/";

/** @param {ReturnType<typeof createLms>} lms @param {{address?: string, window?: any, data?: (data: any) => void}} [given] */
async function launched(lms, given = {}) {
  const clock = createClock();
  const data = reporting({ from: [], origins: [] });
  data.iri = "https://courses.example.org/c/units/u";
  given.data?.(data);
  const window = given.window ?? tabAt(given.address ?? launchAddress(), lms.fetch, { indexedDB: new IDBFactory() });
  window.fetch = lms.fetch;
  return { clock, window, player: await opened(createTracker, { data, window, clock }, 1) };
}

/** @param {any} statement */
const verb = (statement) => statement.verb.id.split("/").pop();
/** Whether it is said of the unit itself, not of what is in it. @param {any} statement */
const isOwn = (statement) => statement.object.id === ACTIVITY;
/** @param {ReturnType<typeof createLms>} lms */
const verbs = (lms) => lms.sent().map(verb);
/** @param {ReturnType<typeof createLms>} lms */
const own = (lms) => lms.sent().filter(isOwn).map(verb);
/** @param {any} statement */
const categories = (statement) => (statement.context.contextActivities.category ?? []).map((/** @type {any} */ { id }) => id);
/** @param {ReturnType<typeof createLms>} lms */
const paths = (lms) => lms.requests.map(({ method, path, query }) => `${method} ${path}${query.stateId ? ` ${query.stateId}` : ""}`);

/** A whole session that passes. @param {ReturnType<typeof createLms>} lms @param {object} [given] */
async function passing(lms, given) {
  const session = await launched(lms, given);
  for (const event of played(0, 0)) session.player.dispatch(event);
  await session.clock.pass(2000);
  await session.player.exit();
  await session.clock.pass(2000);
  return session;
}

test("a launch takes its token, launch data, preferences and state, then says initialized", async () => {
  const lms = createLms();
  await launched(lms);
  assert.deepEqual(paths(lms), ["POST /fetch", "GET /lrs/activities/state LMS.LaunchData", "GET /lrs/agents/profile", "GET /lrs/activities/state coursec", "POST /lrs/statements"]);
  assert.deepEqual(verbs(lms), ["initialized"]);
});

test("the token is the credential of every request, as it was given", async () => {
  const lms = createLms();
  await passing(lms);
  const [fetched, ...others] = lms.requests;
  assert.equal(fetched.headers.Authorization, undefined);
  for (const { headers } of others) assert.equal(headers.Authorization, "Basic dG9rZW4=");
  for (const { headers } of others) assert.equal(headers["X-Experience-API-Version"], "1.0.3");
});

test("actor, registration and activity are the launch's everywhere", async () => {
  const lms = createLms();
  await passing(lms);
  for (const { query } of lms.requests.filter(({ path }) => path === "/lrs/activities/state")) {
    assert.deepEqual([JSON.parse(query.agent), query.registration, query.activityId], [ACTOR, REGISTRATION, ACTIVITY]);
  }
  for (const statement of lms.sent()) assert.deepEqual([statement.actor, statement.context.registration], [ACTOR, REGISTRATION]);
});

test("a session that passes: initialized first, terminated last, each defined verb once", async () => {
  const lms = createLms();
  await passing(lms);
  const said = verbs(lms);
  assert.equal(said[0], "initialized");
  assert.equal(said.at(-1), "terminated");
  for (const once of ["initialized", "completed", "passed", "terminated"]) assert.equal(own(lms).filter((word) => word === once).length, 1, once);
  assert.ok(!said.includes("failed"));
});

test("what is said of the unit has the launch's activity, categories, template and durations", async () => {
  const lms = createLms();
  await passing(lms);
  for (const statement of lms.sent()) {
    const name = verb(statement);
    const defined = isOwn(statement);
    assert.equal(defined, ["initialized", "completed", "passed", "terminated"].includes(name) && !statement.object.id.includes("/outcomes/"), name);
    const wanted = defined ? [`${CONTEXT}categories/cmi5`, ...(["completed", "passed"].includes(name) ? [`${CONTEXT}categories/moveon`] : [])] : [];
    assert.deepEqual(categories(statement), defined ? wanted : ["https://courses.example.org/c/profile/v1"], name);
    assert.equal(statement.context.extensions[`${CONTEXT}extensions/sessionid`], "s-1");
    assert.equal(statement.context.contextActivities.grouping[0].id, "https://courses.example.org/c/units/u");
    if (defined && name !== "initialized") assert.match(statement.result.duration, /^PT[\d.]+S$/, name);
    assert.equal("success" in (statement.result ?? {}), ["passed", "answered"].includes(name), name);
    assert.equal("completion" in (statement.result ?? {}), name === "completed", name);
    if (defined) assert.equal(!!statement.result?.score, name === "passed", name);
    assert.match(statement.timestamp, /Z$/);
  }
});

test("every statement is valid by the JSON schema of xAPI, with an id of its own", async () => {
  const lms = createLms();
  await passing(lms);
  const valid = statementValidator();
  for (const statement of lms.sent()) assert.equal(valid(statement), null);
  assert.equal(new Set(lms.sent().map(({ id }) => id)).size, lms.sent().length);
});

test("the mastery score of the launch stands with what it judged, and judges", async () => {
  // The course asks for half of the points: an LMS may ask for more, or for less.
  for (const [masteryScore, first, second, verdict, scaled] of /** @type {[number, number, number, string, number][]} */ ([[0.9, 0, 1, "failed", 0.5], [0.5, 0, 1, "passed", 0.5], [0.9, 0, 0, "passed", 1], [0, 1, 1, "passed", 0], [0.5, 1, 1, "failed", 0]])) {
    const lms = createLms({ settings: { masteryScore } });
    const { player, clock } = await launched(lms);
    for (const event of played(first, second)) player.dispatch(event);
    await clock.pass(2000);
    await player.exit();
    const told = lms.sent().filter((statement) => isOwn(statement) && ["passed", "failed"].includes(verb(statement)));
    const success = verdict === "passed";
    assert.deepEqual(told.map((one) => [verb(one), one.result.success, one.result.score.scaled, one.context.extensions[`${CONTEXT}extensions/masteryscore`]]), [[verdict, success, scaled, masteryScore]]);
    assert.equal(verb(lms.sent().at(-1)), "terminated");
  }
});

test("who tried and did not pass has failed when the session ends", async () => {
  const lms = createLms();
  const { player, clock } = await launched(lms);
  for (const event of played(1, 1)) player.dispatch(event);
  await clock.pass(2000);
  assert.ok(!verbs(lms).includes("failed"), "there is an attempt left");
  await player.exit();
  assert.deepEqual(verbs(lms).slice(-2), ["failed", "terminated"]);
  const [failed] = lms.sent().filter((statement) => isOwn(statement) && verb(statement) === "failed");
  assert.deepEqual([failed.result.success, failed.result.score.scaled], [false, 0]);
});

test("a session without an attempt is neither passed nor failed", async () => {
  const lms = createLms();
  const { player, clock } = await launched(lms);
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(2000);
  await player.exit();
  assert.deepEqual(verbs(lms), ["initialized", "experienced", "progressed", "terminated"]);
});

test("completed and passed once a registration: the next session says neither", async () => {
  const first = createLms();
  await passing(first);
  assert.deepEqual(first.kept.told, ["completed", "passed"]);
  const lms = createLms({ state: first.kept });
  const { player, clock } = await launched(lms, { address: launchAddress({ fetch: "https://lms.example.org/fetch?2" }) });
  assert.equal(player.state.success, "passed");
  await clock.pass(2000);
  await player.exit();
  assert.deepEqual(verbs(lms), ["initialized", "terminated"]);
});

test("what was earned and could not be told is told by the next session", async () => {
  const first = createLms({ answer: ({ path, body }) => (path === "/lrs/statements" && verb(body[0]) !== "initialized" ? 500 : undefined) });
  await passing(first);
  const lms = createLms({ state: first.kept });
  const { player, clock } = await launched(lms, { address: launchAddress({ fetch: "https://lms.example.org/fetch?2" }) });
  await clock.pass(2000);
  await player.exit();
  assert.deepEqual(own(lms), ["initialized", "completed", "passed", "terminated"]);
});

for (const mode of ["Browse", "Review"]) {
  test(`${mode}: initialized and terminated, nothing else`, async () => {
    const first = createLms();
    await passing(first);
    const lms = createLms({ settings: { launchMode: mode, returnURL: "https://lms.example.org/back" }, state: first.kept });
    const { player, clock, window } = await launched(lms);
    assert.equal(player.readOnly, true);
    player.dispatch({ type: "opened", page: 1 });
    await clock.pass(2000);
    await player.exit();
    await clock.pass(2000);
    assert.deepEqual(verbs(lms), ["initialized", "terminated"]);
    assert.ok(!paths(lms).some((path) => path.startsWith("PUT")));
    assert.equal(window.location.went, "https://lms.example.org/back");
  });
}

test("at its end the page goes where the launch says, after terminated", async () => {
  const lms = createLms({ settings: { returnURL: "https://lms.example.org/back" } });
  const { window } = await passing(lms);
  assert.equal(window.location.went, "https://lms.example.org/back");
  assert.equal(verbs(lms).at(-1), "terminated");
  const evil = createLms({ settings: { returnURL: "javascript:alert(1)" } });
  assert.equal((await passing(evil)).window.location.went, "");
});

test("a page that is loaded again goes on with its token, and begins no second session", async () => {
  const lms = createLms();
  const { window, player, clock } = await launched(lms);
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(2000);
  const next = createLms({ state: lms.kept });
  const again = await launched(next, { window });
  assert.ok(!paths(next).includes("POST /fetch"));
  assert.deepEqual(again.player.state.read, [0]);
  assert.deepEqual(verbs(next), []);
});

test("after terminated a page that is loaded again records nothing, and says so", async () => {
  const lms = createLms();
  const { window } = await passing(lms);
  const next = createLms({ state: lms.kept });
  const again = await launched(next, { window });
  assert.deepEqual([again.player.facts.recording, next.requests.length], [false, 0]);
});

for (const [why, given, address] of /** @type {[string, object, string?][]} */ ([
  ["a token that was taken", { token: { "error-code": "1", "error-text": "used" } }],
  ["no launch data", { answer: (/** @type {any} */ { query }) => (query.stateId === "LMS.LaunchData" ? 404 : undefined) }],
  ["an endpoint that is not safe", {}, launchAddress({ endpoint: "http://lms.example.org/lrs/" })],
  ["no launch at all", {}, "https://content.example.org/c/units/u.html"],
  ["initialized refused", { answer: (/** @type {any} */ { path }) => (path === "/lrs/statements" ? 403 : undefined) }],
  ["an LMS that is down", { answer: () => new TypeError("down") }],
  ["a token that is a page for people", { answer: (/** @type {any} */ { path }) => (path === "/fetch" ? [200, "<!doctype html>"] : undefined) }],
  ["launch data that is a page for people", { answer: (/** @type {any} */ { query }) => (query.stateId === "LMS.LaunchData" ? [200, "<!doctype html>"] : undefined) }],
  ["an LMS that says yes to everything", { answer: (/** @type {any} */ { path }) => (path === "/fetch" ? undefined : [200, ""]) }],
  ["an actor that is no JSON", {}, launchAddress({ actor: "{" })],
  ["an actor that is a list", {}, launchAddress({ actor: "[]" })],
])) {
  test(`${why}: the course works and records nothing`, async () => {
    const lms = createLms(given);
    const { player, clock } = await launched(lms, { address });
    await clock.pass(20000);
    assert.equal(player.facts.recording, false);
    for (const event of played(0, 0)) player.dispatch(event);
    assert.equal(player.state.success, "passed");
    await player.exit();
    assert.deepEqual(verbs(lms).filter((word) => word !== "initialized"), []);
  });
}

test("an LMS that fails for a moment as the session begins is asked again", async () => {
  for (const failing of ["LMS.LaunchData", "coursec", "/lrs/statements"]) {
    for (const fault of [503, 429, new TypeError("down")]) {
      let failed = false;
      const lms = createLms({ answer: ({ path, query }) => (!failed && [query.stateId, path].includes(failing) ? ((failed = true), fault) : undefined) });
      const { player, clock } = await launched(lms);
      await clock.pass(10000);
      assert.deepEqual([player.facts.recording, failed], [true, true], `${failing}: ${fault}`);
      assert.equal(paths(lms).filter((path) => path === "POST /fetch").length, 1, "the token is asked for once");
    }
  }
});

test("initialized whose answer is lost is said again, with its id", async () => {
  /** @type {string[]} */
  const ids = [];
  const lms = createLms({ answer: ({ path, body }) => (path === "/lrs/statements" && verb(body[0]) === "initialized" ? (ids.push(body[0].id), ids.length < 2 ? new TypeError("lost") : 409) : undefined) });
  const { player, clock } = await launched(lms);
  await clock.pass(10000);
  assert.equal(player.facts.recording, true);
  assert.deepEqual([ids.length, new Set(ids).size], [2, 1]);
});

test("an LMS that never gives a token is waited for no longer than 30 s", async () => {
  const lms = createLms();
  const fetch = (/** @type {string} */ _url, /** @type {any} */ { signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
  const { player, clock } = await launched(/** @type {any} */ ({ ...lms, fetch }));
  assert.equal(player.facts.recording, true, "it is not known yet");
  await clock.pass(30000);
  assert.equal(player.facts.recording, false);
});

test("the launch's words may come in any order, and its actor whole", async () => {
  const name = "Zoë 100% & Ñ+";
  const actor = { ...ACTOR, name };
  const lms = createLms();
  const reversed = [...new URL(launchAddress({ actor: JSON.stringify(actor) })).searchParams].reverse();
  await launched(lms, { address: `https://content.example.org/u.html?${new URLSearchParams(reversed)}` });
  assert.deepEqual(lms.sent()[0].actor, actor);
});

test("sound is off where the learner prefers that", async () => {
  const lms = createLms({ preferences: { languagePreference: "en", audioPreference: "off" } });
  const media = { muted: false };
  const window = tabAt(launchAddress(), lms.fetch, { indexedDB: new IDBFactory(), media: [media] });
  await launched(lms, { window });
  assert.equal(media.muted, true);
});

test("one statement that an LMS refuses stops no other", async () => {
  const lms = createLms({ answer: ({ path, body }) => (path === "/lrs/statements" && body.some((/** @type {any} */ one) => verb(one) === "scored") ? 403 : undefined) });
  await passing(lms);
  const taken = lms.requests.filter(({ path, body }) => path === "/lrs/statements" && !body.some((/** @type {any} */ one) => verb(one) === "scored")).flatMap(({ body }) => body.map(verb));
  for (const word of ["initialized", "completed", "passed"]) assert.ok(taken.includes(word), word);
});
