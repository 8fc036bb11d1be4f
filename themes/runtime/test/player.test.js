import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../src/codec.js";
import { createPlayer } from "../src/player.js";
import { createClock, settled } from "./clock.js";
import { items, played, unit } from "./unit.js";

/** @typedef {import("../src/tracker.js").Projection} Projection */

/**
 * A tracker whose answers a test chooses.
 * @param {{frame?: string, facts?: object, save?: () => any}} [given]
 */
function createTracker({ frame = "", facts, save = () => ({ saved: true }) } = {}) {
  /** @type {Projection[]} */
  const saves = [];
  /** @type {(Projection | null)[]} */
  const ends = [];
  /** @type {string[]} */
  const log = [];
  return {
    saves, ends, log,
    load: async () => ({ frame, facts: /** @type {any} */ ({ mode: "normal", learner: { id: "anna", name: "" }, status: "", launchData: "", recording: true, ...facts }) }),
    /** @param {Projection} projection */
    save: async (projection) => (saves.push(projection), log.push("save"), save()),
    /** @param {Projection | null} projection */
    end: async (projection) => (ends.push(projection), log.push("end"), { saved: true }),
  };
}

/** @param {any} [given] @param {object} [more] of the data @param {any} [reporter] */
async function playing(given, more, reporter = null) {
  const tracker = createTracker(given);
  const clock = createClock();
  const data = unit(more);
  const player = await createPlayer({ data, tracker, reporter, items, clock, random: () => 0.5 });
  return { tracker, clock, player, data };
}

test("an answer is one commit, 300 ms after it", async () => {
  const { tracker, clock, player } = await playing();
  player.dispatch({ type: "started", sheet: 0, seed: null });
  await clock.pass(300);
  player.dispatch({ type: "answered", sheet: 0, item: 0, response: [1] });
  player.dispatch({ type: "checked", sheet: 0, item: 0 });
  await clock.pass(299);
  assert.equal(tracker.saves.length, 1);
  await clock.pass(1);
  assert.equal(tracker.saves.length, 2);
  assert.deepEqual(tracker.saves[1].interactions.map(({ item, result, tries }) => ({ item, result, tries })), [{ item: 0, result: "wrong", tries: 1 }]);
  await clock.pass(600000);
  assert.equal(tracker.saves.length, 2);
});

test("where sessions run out, what is saved is saved again until the end", async () => {
  const { tracker, clock, player } = await playing({}, { lms: { ...unit().lms, alive: 600 } });
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(300);
  assert.equal(tracker.saves.length, 1);
  await clock.pass(599999);
  assert.equal(tracker.saves.length, 1);
  await clock.pass(1);
  await clock.pass(600000);
  assert.equal(tracker.saves.length, 3);
  player.leave();
  await clock.pass(1200000);
  assert.deepEqual([tracker.saves.length, tracker.ends.length], [3, 1]);
});

test("changes one after the other wait at most 1.5 s", async () => {
  const { tracker, clock, player } = await playing();
  player.dispatch({ type: "started", sheet: 0, seed: null });
  for (let letter = 1; letter <= 10; letter++) {
    player.dispatch({ type: "answered", sheet: 0, item: 3, response: ["x".repeat(letter)] });
    await clock.pass(200);
  }
  assert.equal(tracker.saves.length, 1);
});

test("it says Saving until the tracker has confirmed, then Saved", async () => {
  /** @type {(saved: {saved: boolean}) => void} */
  let confirm = () => {};
  const { clock, player } = await playing({ save: () => new Promise((done) => (confirm = done)) });
  assert.equal(player.saving, "idle");
  player.dispatch({ type: "read", page: 0 });
  assert.equal(player.saving, "saving");
  await clock.pass(300);
  assert.equal(player.saving, "saving");
  confirm({ saved: true });
  await settled();
  assert.equal(player.saving, "saved");
  assert.equal(player.savedAt, clock.now());
});

test("what came while it was saving is not saved yet", async () => {
  /** @type {(saved: {saved: boolean}) => void} */
  let confirm = () => {};
  const { clock, player } = await playing({ save: () => new Promise((done) => (confirm = done)) });
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(300);
  player.dispatch({ type: "read", page: 1 });
  confirm({ saved: true });
  await settled();
  assert.equal(player.saving, "saving");
});

test("a failed save is tried again after 2, 8 and 30 s, then with the next change or on demand", async () => {
  let works = false;
  const { tracker, clock, player } = await playing({ save: () => ({ saved: works, reason: "commit" }) });
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(300);
  assert.equal(player.saving, "unsaved");
  for (const [wait, saves] of [[1999, 1], [1, 2], [8000, 3], [29999, 4 - 1], [1, 4]]) {
    await clock.pass(wait);
    assert.equal(tracker.saves.length, saves);
  }
  await clock.pass(15000);
  assert.equal(tracker.saves.length, 4);
  player.dispatch({ type: "read", page: 1 });
  await clock.pass(300);
  assert.equal(tracker.saves.length, 5);
  works = true;
  assert.equal(await player.save(), true);
  assert.equal(player.saving, "saved");
});

test("what is unsaved is tried every 60 s", async () => {
  const { tracker, clock, player } = await playing({ save: () => ({ saved: false }) });
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(59000);
  const saves = tracker.saves.length;
  await clock.pass(61000);
  assert.ok(tracker.saves.length > saves);
});

test("interactions are sent until a save was confirmed, then no more", async () => {
  let works = false;
  const { tracker, clock, player } = await playing({ save: () => ({ saved: works }) });
  for (const event of played(0, 1)) player.dispatch(event);
  await clock.pass(300);
  works = true;
  await player.save();
  player.dispatch({ type: "opened", page: 4 });
  await clock.pass(300);
  assert.deepEqual(tracker.saves.map(({ interactions }) => interactions.length), [2, 2, 0]);
  assert.equal(tracker.saves[0].interactions[0], tracker.saves[1].interactions[0]);
});

test("the projection has what the record needs", async () => {
  const { tracker, clock, player, data } = await playing();
  for (const event of played(0, 1)) player.dispatch(event);
  await clock.pass(300);
  const { frame, location, completion, success, score, finished, sessionTime } = tracker.saves[0];
  assert.deepEqual({ location, completion, success, score, finished, sessionTime }, { location: "/p3", completion: "completed", success: "passed", score: { points: 1000, max: 2000 }, finished: true, sessionTime: 300 });
  assert.deepEqual(decode(frame, data).state, player.state);
});

test("the hidden page saves at once, if there is anything to save", async () => {
  const { tracker, player } = await playing();
  player.hide(true);
  assert.equal(tracker.saves.length, 0);
  player.hide(false);
  player.dispatch({ type: "read", page: 0 });
  player.hide(true);
  assert.equal(tracker.saves.length, 1);
});

test("the page that goes ends the session at once, once", async () => {
  const { tracker, player } = await playing();
  player.dispatch({ type: "read", page: 0 });
  player.leave();
  player.leave();
  assert.deepEqual(tracker.log, ["end"]);
  assert.equal(tracker.ends[0]?.location, "/p0");
});

test("save and exit saves, then ends; afterwards nothing changes", async () => {
  const { tracker, player, clock } = await playing();
  player.dispatch({ type: "read", page: 0 });
  assert.equal(await player.exit(), true);
  assert.deepEqual(tracker.log, ["save", "end"]);
  assert.equal(player.ended, true);
  const { state } = player;
  player.dispatch({ type: "read", page: 1 });
  player.leave();
  await clock.pass(120000);
  assert.equal(player.state, state);
  assert.deepEqual(tracker.log, ["save", "end"]);
});

test("where saving fails, save and exit does not end the session", async () => {
  const { tracker, player } = await playing({ save: () => ({ saved: false }) });
  player.dispatch({ type: "read", page: 0 });
  assert.equal(await player.exit(), false);
  assert.equal(player.ended, false);
  assert.deepEqual(tracker.log, ["save"]);
});

for (const [name, given] of [["review", { facts: { mode: "review" } }], ["browse", { facts: { mode: "browse" } }], ["nothing can be stored", { facts: { recording: false } }]]) {
  test(`${name}: nothing is written, to the end`, async () => {
    const { tracker, player, clock } = await playing(given);
    for (const event of played(0, 0)) player.dispatch(event);
    await clock.pass(120000);
    assert.equal(player.saving, "off");
    await player.exit();
    assert.deepEqual([tracker.saves, tracker.ends], [[], [null]]);
  });
}

test("in review mode pages turn and answers stay", async () => {
  const { player } = await playing({ facts: { mode: "review" } });
  for (const event of played(0, 0)) player.dispatch(event);
  assert.equal(player.state.page, 3);
  assert.deepEqual(player.state.sheets, {});
  assert.equal(player.readOnly, true);
});

test("a finished unit opens for review where the course says so", async () => {
  const { tracker, clock, player } = await playing();
  for (const event of played(0, 0)) player.dispatch(event);
  await clock.pass(300);
  const { frame } = tracker.saves[0];
  assert.equal((await playing({ frame })).player.readOnly, false);
  const review = await playing({ frame }, { rules: { pages: 1000, assessments: "passed", after_completion: "review", on_new_content: "keep" } });
  assert.equal(review.player.readOnly, true);
  review.player.dispatch({ type: "opened", page: 0 });
  await review.clock.pass(300);
  assert.equal(review.tracker.saves.length, 1);
});

test("the state of a newer release is never overwritten", async () => {
  const { tracker, player, clock } = await playing({ frame: "C2.AAAA" });
  assert.deepEqual([player.verdict, player.saving], ["newer", "off"]);
  for (const event of played(0, 0)) player.dispatch(event);
  await clock.pass(1000);
  player.leave();
  assert.deepEqual([tracker.saves, tracker.ends], [[], [null]]);
});

/** A tracker that is long in loading, as where an LMS gives its API late. @param {string} frame @param {object} [more] of the data */
async function waiting(frame, more) {
  const clock = createClock();
  const data = unit(more);
  const tracker = createTracker({ frame });
  const { load } = tracker;
  tracker.load = () => new Promise((/** @type {(loaded: any) => void} */ done) => clock.later(() => void load().then(done), 5000));
  const creating = createPlayer({ data, tracker, reporter: null, items, clock, random: () => 0.5 });
  await clock.pass(300);
  return { clock, tracker, data, player: await creating };
}

test("while the API is looked for, answers work, and are kept when it comes", async () => {
  const { clock, tracker, data, player } = await waiting("");
  player.dispatch({ type: "opened", page: 3 });
  player.dispatch({ type: "started", sheet: 1, seed: null });
  player.dispatch({ type: "answered", sheet: 1, item: 1, response: [2] });
  assert.deepEqual([player.saving, player.state.sheets[1].answers[1].response], ["off", [2]]);
  await clock.pass(2000);
  assert.equal(tracker.saves.length, 0);
  await clock.pass(3000);
  assert.deepEqual(player.state.sheets[1].answers[1].response, [2]);
  assert.equal(tracker.saves.length, 1);
  assert.deepEqual(decode(tracker.saves[0].frame, data).state, player.state);
});

test("while the API is looked for, save and exit does not end the session", async () => {
  const { clock, tracker, player } = await waiting("");
  player.dispatch({ type: "read", page: 0 });
  assert.deepEqual([await player.exit(), player.ended], [false, false]);
  await clock.pass(5000);
  assert.equal(await player.exit(), true);
  assert.deepEqual(tracker.log, ["save", "end"]);
});

test("what was done before it was known what is stored is done on what is stored", async () => {
  const before = await playing();
  for (const event of played(1, 1).slice(0, -1)) before.player.dispatch(event);
  await before.clock.pass(300);
  const { clock, player } = await waiting(before.tracker.saves[0].frame);
  player.dispatch({ type: "opened", page: 3 });
  player.dispatch({ type: "started", sheet: 1, seed: null });
  player.dispatch({ type: "answered", sheet: 1, item: 2, response: [3] });
  await clock.pass(5000);
  const { read, sheets } = player.state;
  assert.deepEqual([read, sheets[1].answers[1].response, sheets[1].answers[2].response], [[0, 1, 2, 3], [1], [3]]);
});

test("where the state does not come back, the bookmark does", async () => {
  const { player } = await playing({ frame: "C1.rubbish", facts: { location: "/p2" } });
  assert.deepEqual([player.verdict, player.state.page], ["damaged", 2]);
});

test("a learner that is not known has a seed of their own", async () => {
  assert.equal((await playing({ facts: { learner: null } })).player.state.seed, 2 ** 31);
  assert.equal((await playing()).player.state.seed, null);
});

test("time hidden counts for five minutes at most", async () => {
  const { tracker, clock, player } = await playing();
  await clock.pass(10000);
  player.hide(true);
  await clock.pass(3600000);
  player.hide(false);
  await clock.pass(10000);
  player.leave();
  assert.equal(tracker.ends[0]?.sessionTime, 320000);
});

test("latency is the time at an item", async () => {
  const { tracker, clock, player } = await playing();
  player.dispatch({ type: "started", sheet: 1, seed: null });
  await clock.pass(4000);
  player.dispatch({ type: "answered", sheet: 1, item: 1, response: [0] });
  await clock.pass(2500);
  player.dispatch({ type: "answered", sheet: 1, item: 2, response: [0] });
  player.dispatch({ type: "submitted", sheet: 1 });
  await clock.pass(300);
  assert.deepEqual(tracker.saves[tracker.saves.length - 1].interactions.map(({ latency }) => latency), [4000, 2500]);
});

test("shuffled papers are drawn by the learner, the attempt and the sheet", async () => {
  const shuffled = Object.values(unit().sheets).map((sheet) => ({ ...sheet, seed: /** @type {const} */ ("attempt"), shuffle: { items: true, options: true } }));
  const { player } = await playing({}, { sheets: shuffled });
  player.dispatch({ type: "started", sheet: 1, seed: null });
  const first = player.state.sheets[1].paper?.seed;
  player.dispatch({ type: "submitted", sheet: 1 });
  player.dispatch({ type: "started", sheet: 1, seed: null });
  assert.notEqual(player.state.sheets[1].paper?.seed, first);
  assert.deepEqual(player.drawn(1).map(({ item }) => item).sort(), [1, 2]);
  assert.deepEqual(player.drawn(0), []);
});

test("listeners hear of states and of saving, and one that throws harms nobody", async (context) => {
  context.mock.method(console, "error", () => {});
  const { clock, player } = await playing();
  /** @type {string[]} */
  const heard = [];
  player.subscribe(() => {
    throw new Error("theirs");
  });
  player.subscribe(({ saving }) => heard.push(saving));
  player.dispatch({ type: "read", page: 0 });
  await clock.pass(300);
  assert.deepEqual(heard, ["saving", "saving", "saved"]);
});

test("the record comes before the statements, which can fail as they like", async (context) => {
  context.mock.method(console, "error", () => {});
  /** @type {any} */
  let tracker = null;
  /** @param {string} name */
  const failing = (name) => () => {
    tracker?.log.push(name);
    throw new Error("theirs");
  };
  const reporter = { start: failing("start"), report: failing("report") };
  const played = await playing({}, {}, reporter);
  tracker = played.tracker;
  played.player.dispatch({ type: "read", page: 0 });
  await played.clock.pass(300);
  assert.equal(played.player.saving, "saved");
  assert.equal(await played.player.exit(), true);
  assert.deepEqual(tracker.log, ["save", "report", "end", "report"]);
});
