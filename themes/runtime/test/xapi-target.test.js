import assert from "node:assert/strict";
import { test } from "node:test";
import { ACTOR, REGISTRATION, createLms } from "./lms5.js";
import { played } from "./unit.js";
import { IRI, address, launched } from "./xapi-launched.js";

/** @param {any} statement */
const verb = (statement) => statement.verb.id.split("/").pop();
/** @param {ReturnType<typeof createLms>} lrs */
const puts = (lrs) => lrs.requests.filter(({ method }) => method === "PUT");
/** The other unit. */
const OTHER = "https://courses.example.org/c/units/v";

test("what is saved is there at the next launch, under the launch's actor and registration", async () => {
  const lrs = createLms();
  const { clock, player } = await launched(lrs);
  player.dispatch({ type: "read", page: 1 });
  await clock.pass(2000);
  assert.equal(player.saving, "saved");
  assert.deepEqual(puts(lrs).map(({ query }) => [query.activityId, JSON.parse(query.agent), query.registration]), [[IRI, ACTOR, REGISTRATION]]);
  const next = createLms({ state: lrs.kept });
  assert.deepEqual((await launched(next)).player.state.read, [1]);
});

test("statements go to the launch's endpoint with its credential", async () => {
  const lrs = createLms();
  const { clock, player } = await launched(lrs);
  for (const event of played(0, 0)) player.dispatch(event);
  await clock.pass(2000);
  await player.exit();
  const said = lrs.sent().map(verb);
  assert.deepEqual([said[0], said.at(-1)], ["initialized", "terminated"]);
  for (const once of ["completed", "passed"]) assert.equal(lrs.sent().filter((one) => one.object.id === IRI && verb(one) === once).length, 1);
  for (const { headers } of lrs.requests) assert.equal(headers.Authorization, "Basic YWJj");
  for (const statement of lrs.sent()) assert.deepEqual([statement.actor, statement.context.registration], [ACTOR, REGISTRATION]);
});

test("the launch leaves the address, and stays for the tab", async () => {
  const lrs = createLms();
  const { window } = await launched(lrs);
  assert.equal(window.location.href, "https://content.example.org/c/units/u.html#/p1");
  const next = createLms();
  const { player } = await launched(next, { window });
  assert.equal(player.facts.recording, true);
  assert.deepEqual([...window.localStorage.held.values()].filter((text) => /YWJj/.test(text)), []);
});

test("without a launch the course works and records nothing", async () => {
  for (const href of ["https://content.example.org/u.html", address({ endpoint: "http://lms.example.org/lrs" }), address({ actor: "{}" })]) {
    const lrs = createLms();
    const { player, clock } = await launched(lrs, { href });
    assert.equal(player.facts.recording, false, href);
    for (const event of played(0, 0)) player.dispatch(event);
    await clock.pass(2000);
    assert.deepEqual([player.state.success, lrs.requests.length], ["passed", 0]);
  }
});

test("while the LRS is down the work goes on, and the next session has it", async () => {
  const lrs = createLms({ answer: () => new TypeError("down") });
  const { window, player, clock } = await launched(lrs);
  await clock.pass(6000);
  player.dispatch({ type: "read", page: 1 });
  await clock.pass(2000);
  assert.equal(player.saving, "unsaved");
  const next = createLms();
  const again = await launched(next, { window });
  await again.clock.pass(2000);
  assert.deepEqual(again.player.state.read, [1]);
  assert.ok(next.sent().map(verb).includes("experienced"), "its statements came too");
});

test("what is stored is never replaced unseen: what was done while the LRS was down is done on it", async () => {
  let down = false;
  const lrs = createLms({ answer: () => (down ? new TypeError("down") : undefined) });
  const earlier = await launched(lrs);
  for (const page of [0, 1, 2]) earlier.player.dispatch({ type: "read", page });
  await earlier.clock.pass(2000);
  down = true;
  const { player, clock } = await launched(lrs);
  await clock.pass(6000);
  player.dispatch({ type: "read", page: 3 });
  await clock.pass(2000);
  assert.equal(player.saving, "unsaved");
  const before = puts(lrs).length;
  await clock.pass(30000);
  assert.equal(puts(lrs).length, before, "nothing is replaced before it was read");
  down = false;
  await clock.pass(120000);
  assert.deepEqual([player.saving, player.state.read], ["saved", [0, 1, 2, 3]]);
  assert.deepEqual((await launched(lrs)).player.state.read, [0, 1, 2, 3]);
});

test("an LRS that asks for If-Match gets it", async () => {
  /** @type {string[]} */
  const asked = [];
  let tag = 1;
  const lrs = createLms({
    state: { frame: "", location: "", counter: 0 },
    answer: ({ method, path, headers }) => {
      if (path !== "/lrs/activities/state") return undefined;
      if (method === "GET") return [200, { frame: "", location: "", counter: 0 }, { ETag: `"${tag}"` }];
      asked.push(headers["If-Match"] ?? "none");
      return headers["If-Match"] === `"${tag}"` ? [204, undefined, { ETag: `"${++tag}"` }] : [412];
    },
  });
  const { player, clock } = await launched(lrs);
  for (const page of [0, 1]) {
    player.dispatch({ type: "read", page });
    await clock.pass(2000);
    assert.equal(player.saving, "saved");
  }
  assert.deepEqual(asked, ["none", '"1"', '"2"']);
});

test("an LRS that asks for If-Match and hides its ETag gets what it asks no tag for", async () => {
  /** @type {any} */ let kept = { frame: "", location: "", counter: 0, other: "stays" };
  /** @type {string[]} */ const asked = [];
  const lrs = createLms({
    answer: ({ method, path, body }) => {
      if (path !== "/lrs/activities/state") return undefined;
      if (method === "GET") return [200, kept];
      asked.push(method);
      if (method === "PUT") return [412];
      kept = { ...kept, ...body };
      return [204];
    },
  });
  const { player, clock } = await launched(lrs);
  for (const page of [0, 1]) {
    player.dispatch({ type: "read", page });
    await clock.pass(2000);
    assert.equal(player.saving, "saved");
  }
  assert.deepEqual(asked, ["PUT", "POST", "POST"]);
  assert.equal(kept.other, "stays");
  const { player: next, clock: other } = await launched(lrs);
  assert.deepEqual(next.state.read, [0, 1]);
  // What somebody stored elsewhere is not overwritten by it either.
  next.dispatch({ type: "read", page: 2 });
  await other.pass(2000);
  player.dispatch({ type: "read", page: 3 });
  await clock.pass(2000);
  assert.deepEqual((await launched(lrs)).player.state.read, [0, 1, 2, 3]);
});

for (const [status, reason] of /** @type {const} */ ([[413, "size"], [500, "status 500"], [401, "status 401"]])) {
  test(`a state that is answered with ${status} is not saved: ${reason}`, async () => {
    const lrs = createLms({ answer: ({ method }) => (method === "PUT" ? status : undefined) });
    const { player, clock } = await launched(lrs);
    player.dispatch({ type: "read", page: 1 });
    await clock.pass(2000);
    assert.equal(player.saving, "unsaved");
  });
}

test("the last of several units states the course", async () => {
  for (const [known, stated] of /** @type {[object, string[]][]} */ ([
    [{}, []],
    [{ [OTHER]: { completion: "completed", success: "unknown" } }, ["completed"]],
    [{ [OTHER]: { completion: "completed", success: "passed" } }, ["completed", "passed"]],
  ])) {
    const lrs = createLms({ answer: ({ method, query }) => (query.activityId === "https://courses.example.org/c" ? (method === "GET" ? [200, known] : [204]) : undefined) });
    const { player, clock } = await launched(lrs, { others: { completed: [OTHER], passed: [OTHER] } });
    for (const event of played(0, 0)) player.dispatch(event);
    await clock.pass(2000);
    await player.exit();
    assert.deepEqual(lrs.sent().filter(({ object }) => object.id === "https://courses.example.org/c").map(verb), stated);
    assert.equal(verb(lrs.sent().at(-1)), "terminated");
    const [told] = lrs.requests.filter(({ method, query }) => method === "POST" && query.activityId);
    assert.deepEqual(told.body, { [IRI]: { completion: "completed", success: "passed" } });
  }
});

/** An LRS that keeps what the units of a course tell each other, and a state for each unit. */
function createJoin() {
  /** @type {any} */ const course = {};
  /** @type {Record<string, any>} */ const units = {};
  const join = {
    /** @type {Promise<void> | null} what a POST waits for before it arrives */ delay: null,
    /** Whether the course's document cannot be read. */ deaf: false,
    lrs: createLms({
      answer: async ({ method, query, body, path }) => {
        if (path !== "/lrs/activities/state") return undefined;
        if (query.activityId !== COURSE) {
          if (method === "PUT") units[query.activityId] = body;
          return method === "PUT" ? [204] : units[query.activityId] ? [200, units[query.activityId]] : [404];
        }
        if (method === "POST") {
          await join.delay;
          Object.assign(course, body);
          return [204];
        }
        return join.deaf ? 500 : [200, { ...course }];
      },
    }),
  };
  return join;
}
const COURSE = "https://courses.example.org/c";
const UNITS = [IRI, OTHER];
/** What was said of the course. @param {ReturnType<typeof createLms>} lrs */
const ofCourse = (lrs) => lrs.sent().filter(({ object }) => object.id === COURSE);
/** A session of one of the two units. @param {ReturnType<typeof createJoin>} join @param {number} n */
const session = ({ lrs }, n) => launched(lrs, { iri: UNITS[n], others: { completed: [UNITS[1 - n]], passed: [UNITS[1 - n]] } });
/** @param {Awaited<ReturnType<typeof session>>} session */
async function pass({ player, clock }) {
  for (const event of played(0, 0)) player.dispatch(event);
  await clock.pass(2000);
}

test("two units that are done beside each other state the course, though each was open when the other began", async () => {
  const join = createJoin();
  const both = [await session(join, 0), await session(join, 1)];
  for (const one of both) await pass(one);
  assert.deepEqual(ofCourse(join.lrs), [], "neither knows of the other yet");
  for (const { player } of both) await player.exit();
  const said = ofCourse(join.lrs);
  assert.deepEqual([...new Set(said.map(verb))], ["completed", "passed"]);
  assert.equal(new Set(said.map(({ id }) => id)).size, 2, "said twice it has one id");
});

test("a unit that is opened before the LRS has heard of the last one states the course", async () => {
  const join = createJoin();
  const first = await session(join, 0);
  let arrive = () => {};
  join.delay = new Promise((resolve) => (arrive = resolve));
  for (const event of played(0, 0)) first.player.dispatch(event);
  first.player.leave();
  const second = await session(join, 1);
  arrive();
  await pass(second);
  await second.player.exit();
  assert.deepEqual(ofCourse(join.lrs).map(verb), ["completed", "passed"]);
});

test("a course that nobody was left to state is stated by the next session of a unit that is done, once", async () => {
  const join = createJoin();
  const both = [await session(join, 0), await session(join, 1)];
  join.deaf = true;
  for (const one of both) {
    await pass(one);
    await one.player.exit();
  }
  assert.deepEqual(ofCourse(join.lrs), []);
  join.deaf = false;
  for (const n of [0, 1, 0]) {
    const { player } = await session(join, n);
    await player.exit();
    assert.deepEqual(ofCourse(join.lrs).map(verb), ["completed", "passed"]);
  }
});

test("a unit waits for those that it opens after, by what they told; where the LRS does not say, it is open", async () => {
  const after = [{ slot: 4, scope: "c/v", iri: OTHER }];
  for (const [answer, awaits] of /** @type {[any, number[]][]} */ ([
    [[200, {}], [4]],
    [[404], [4]],
    [[200, { [OTHER]: { completion: "incomplete", success: "unknown" } }], [4]],
    [[200, { [OTHER]: { completion: "completed", success: "unknown" } }], []],
    [500, []],
  ])) {
    const lrs = createLms({ answer: ({ method, query }) => (method === "GET" && query.activityId === "https://courses.example.org/c" ? answer : undefined) });
    const { player } = await launched(lrs, { others: { completed: [OTHER], passed: [] }, after });
    assert.deepEqual(player.facts.awaits, awaits, JSON.stringify(answer));
  }
});
