// In: the home document of a course that is one SCO, or the document of a unit. Out: one session over all of them: a unit is fetched and takes the place of what is
// shown, under its own address. Where that cannot be (a disk, no JavaScript), links are links.

import { complete } from "./answers.js";
import { STATED } from "./client/stated.js";
import { emptyRecord, readRecord, readUnits, whole, writeRecord } from "./course/record.js";
import { watchPage } from "./life.js";
import { createPlayer } from "./player.js";
import { isFinished } from "./session.js";
import { table } from "./table.js";
import { focusPage, put, set, all } from "./ui/hooks.js";
import { startInterface } from "./ui/index.js";
import { findingOf } from "./ui/standing.js";
import { createWords } from "./ui/words.js";

/** @typedef {import("./course/record.js").Unit} Unit */
/** @typedef {import("./tracker.js").Projection} Projection */
/** @typedef {import("./player.js").Player} Player */

const clock = { now: Date.now, elapsed: () => performance.now(), later: (/** @type {() => void} */ act, /** @type {number} */ ms) => setTimeout(act, ms), cancel: (/** @type {any} */ timer) => clearTimeout(timer) };
const random = () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
/** How long it is said why a link led nowhere, ms. */
const SAID = 8000;

/** An address without what stands behind # and ?. @param {string} address */
const documentOf = (address) => address.replace(/[?#].*/, "");

/** What the script registered, and where the package begins. @type {{adapter: any, parts: any[], xapi: any, units: Unit[], objectives: any, root: string, items: any}} */
let kit;
/** What the adapter is told of: all items that were met, by unit and slot. @type {any} */
let shared;
/** @type {import("./tracker.js").Tracker} */
let real;
/** @type {Promise<import("./tracker.js").Facts>} */
let opened;
let record = emptyRecord();
/** @type {import("./codec.js").Verdict} */
let verdict = "empty";
/** @type {Record<number, import("./session.js").State | null>} */
const states = {};
/** What is stored of each unit, as far as this page knows. @type {Record<number, string>} */
let stored = {};
/** @type {number[]} slots of units that could not be given back whole */
let lost = [];
/** @type {Map<import("./tracker.js").Interaction, any>} what no save has confirmed yet, as it is told for the course */
const pending = new Map();
/** Time in documents that were left, ms. */
let spent = 0;
/** @type {Projection | null} what was written last */
let latest = null;
/** Whether that is not confirmed. */
let unconfirmed = false;
/** What the course had come to when it was asked last. */
let known = { completion: record.completion, success: record.success };
let moving = false;
/** How many documents were left: what belongs to one of them draws no more. */
let left = 0;
/** @type {Player} */
let now;
/** Where the document that is shown stands. */
let shown = "";
/** @type {any} */
let timer;

/** @param {{rules: any, release: number}} data */
const sum = ({ rules }) => whole(record, states, kit.units, rules);

/** What the course has come to since it was asked last, for those who state it. */
function earned() {
  const { completion, success } = record;
  const since = [
    ...(completion === "completed" && known.completion !== completion ? [STATED.completed] : []),
    ...(success === "passed" && known.success !== success ? [STATED.passed] : []),
  ];
  known = { completion, success };
  return since;
}

/** Writes the course with what a unit has come to. @param {Unit} unit @param {any} data @param {Projection} projection @param {boolean} last @returns {Promise<import("./tracker.js").Saved>} */
function write(unit, data, projection, last) {
  // Where nothing is new, what others have stored stays.
  const same = record.frames[unit.slot] === projection.frame && record.at === unit.slot;
  record.frames[unit.slot] = projection.frame;
  record.at = unit.slot;
  states[unit.slot] = now.state;
  for (const made of projection.interactions) if (!pending.has(made)) pending.set(made, { ...made, item: `${unit.slot}/${made.item}`, sheet: `${unit.slot}_${made.sheet}` });
  const { state, data: all, outcome } = sum(data);
  Object.assign(record, { completion: outcome.completion, success: outcome.success, counter: record.counter + +!same });
  Object.assign(shared, { pages: all.pages, sheets: all.sheets, layouts: all.layouts });
  const told = [...pending];
  /** @type {Projection} */
  const projected = {
    ...projection,
    ...outcome,
    state,
    frame: writeRecord(record, data.release),
    location: `${unit.file}#${projection.location}`,
    counter: record.counter,
    interactions: told.map(([, made]) => made),
    sessionTime: spent + projection.sessionTime,
    finished: isFinished(state, all),
  };
  if (moving) spent = projected.sessionTime;
  latest = projected;
  unconfirmed = true;
  const frames = { ...record.frames };
  const live = !moving && !last;
  return (last ? real.end(projected) : real.save(projected)).then((saved) => {
    if (saved.saved) for (const [made] of told) pending.delete(made);
    if (saved.saved && latest === projected) unconfirmed = false;
    if (saved.saved) stored = frames;
    if (!saved.other) return saved;
    const { facts, frame } = saved.other;
    const own = takeOver(frame, live ? unit : undefined);
    if (own !== undefined) return { ...saved, other: { facts, frame: own } };
    return last ? { ...saved, other: undefined } : write(unit, data, projection, false);
  });
}

/** Takes over what somebody else has stored of the course. Of a unit, what went further counts, but for the one that is shown: what is stored of that, where it is new. @param {string} text @param {Unit} [shown] @returns {string | undefined} */
function takeOver(text, shown) {
  const read = readRecord(text);
  if (read.verdict === "newer") return "C2";
  const { record: there } = read;
  const units = readUnits(there, kit.units);
  record.counter = Math.max(record.counter, there.counter);
  /** @type {string | undefined} */
  let own;
  for (const { slot } of kit.units) {
    const frame = there.frames[slot];
    const { state } = units[slot];
    if (!state || frame === stored[slot]) continue;
    stored[slot] = frame;
    if (slot === shown?.slot) own = frame;
    else if (state.counter >= (states[slot]?.counter ?? 0)) {
      record.frames[slot] = frame;
      states[slot] = state;
    }
  }
  return own;
}

/** What records for the document that is shown. @param {Unit | undefined} unit undefined is the home @param {any} data @returns {import("./tracker.js").Tracker} */
const trackerOf = (unit, data) => ({
  async load() {
    const facts = await opened;
    const frame = verdict === "newer" ? "C2" : unit ? (record.frames[unit.slot] ?? "") : "";
    if (facts.launch) facts.launch.others = earned;
    return { frame, facts: { ...facts, location: undefined } };
  },
  save: async (projection) => (unit ? write(unit, data, projection, false) : { saved: true }),
  async end(projection) {
    if (unit && projection) return write(unit, data, projection, !moving);
    if (projection && moving) spent += projection.sessionTime;
    return moving ? { saved: true } : real.end(latest && projection && { ...latest, sessionTime: spent + projection.sessionTime });
  },
});

/** Those that have to be complete before a unit opens, and are not. Who has begun it goes on with it. @param {Unit} unit */
const awaited = ({ slot, after }) => (record.frames[slot] || now?.facts.mode === "browse" ? [] : kit.units.filter((one) => after.includes(one.slot) && states[one.slot]?.completion !== "completed"));

/** @param {string} text */
function say(text) {
  clearTimeout(timer);
  set("shut", { hidden: true, textContent: "" });
  timer = setTimeout(() => {
    set("shut", { hidden: false, textContent: text });
    timer = setTimeout(() => set("shut", { hidden: true }), SAID);
  }, 100);
}
/** The unit whose document stands there; null is the home, undefined no document of the course. @param {string} address */
const unitAt = (address) => (documentOf(address) === `${kit.root}index.html` ? null : kit.units.find(({ file }) => kit.root + file === documentOf(address)));

/** Puts another document of the course in place of the one that is shown. @param {string} address @param {boolean} [back] whether the browser has gone there already */
async function go(address, back) {
  const unit = unitAt(address);
  const t = createWords(shared);
  const closed = unit ? awaited(unit) : [];
  if (closed.length) return stay(t("unit-closed", { title: unit?.title, next: closed[0].title }), back);
  // Nothing can be fetched from a disk.
  if (location.protocol === "file:") return location.assign(address);
  set("live", { textContent: t("loading") });
  let text;
  try {
    const answer = await fetch(documentOf(address));
    if (!answer.ok) throw new Error(`${answer.status}`);
    text = await answer.text();
  } catch {
    return stay(t("unreached"), back);
  }
  const next = new DOMParser().parseFromString(text, "text/html");
  moving = true;
  now.leave();
  moving = false;
  left++;
  if (!back) history.pushState(null, "", address);
  shown = documentOf(address);
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  scrollTo(0, 0);
  // What stands in fragments of its own begins anew too.
  dispatchEvent(new Event("DOMContentLoaded"));
}
/** Says why it goes nowhere. @param {string} text @param {boolean} [back] */
function stay(text, back) {
  if (back) history.pushState(null, "", shown);
  say(text);
}

/** @param {import("./data.js").Page} page */
const isResults = ({ kind }) => kind === "results";

/** Where a page of a unit is, or the unit. @param {Unit} unit @param {(page: import("./data.js").Page) => boolean} is */
function addressOf(unit, is) {
  const page = unit.pages.find(is);
  return `${kit.root}${unit.file}${page ? `#${page.address}` : ""}`;
}

/** What assessments of a unit that count have come to, in words; nothing before one was handed in. @param {Unit} unit @param {import("./ui/words.js").Words} t */
const resultsOf = (unit, t) =>
  Object.values(unit.sheets)
    .flatMap((sheet) => {
      const held = states[unit.slot]?.sheets[sheet.slot];
      const score = held?.[sheet.report];
      return sheet.counts && held && score ? t("standing", { finding: t(held.passed ? "passed" : findingOf(sheet, held)), share: t("points-of", { points: score.points / 1000, n: score.max / 1000 }) }) : [];
    })
    .join(" ");

/** The home, and all links to units, brought up to the record. @param {any} data @returns {import("./ui/index.js").Part} */
const courseOf = (data) => ({
  draw() {
    const t = createWords(data);
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) {
      const unit = unitAt(link.href);
      if (unit) put(link, { "aria-disabled": awaited(unit).length > 0 && "true" });
    }
    const rows = all("unit");
    if (!rows.length) return;
    for (const row of rows) {
      const unit = /** @type {Unit} */ (kit.units.find(({ slot }) => slot === Number(row.dataset.unit)));
      const state = states[unit.slot];
      const pages = unit.pages.filter(({ kind }) => kind !== "results");
      const done = pages.filter(({ slot }) => state?.read.includes(slot)).length;
      put(row, { "data-state": state?.completion === "completed" ? "done" : record.frames[unit.slot] ? "started" : "" });
      set("unit-progress", { textContent: state ? t("pages-done", { done, total: pages.length, n: pages.length }) : "" }, row);
      const said = resultsOf(unit, t);
      set("unit-results", { hidden: !said }, row);
      set("unit-results-link", { href: said && addressOf(unit, isResults) }, row);
      set("unit-results-text", { textContent: said }, row);
    }
    const at = kit.units.find(({ slot }) => slot === record.at);
    const course = sum(data);
    // Who has finished has nothing to go on with, but results to look at: those of the last unit that has such.
    const judged = isFinished(course.state, course.data) ? kit.units.filter((unit) => resultsOf(unit, t)).at(-1) : undefined;
    const unit = judged ?? at;
    const page = unit?.pages.find(judged ? isResults : (/** @type {import("./data.js").Page} */ { slot }) => slot === states[/** @type {Unit} */ (unit).slot]?.page) ?? unit?.pages[0];
    set("bookmark", { hidden: !unit, "data-state": judged ? "results" : "resume" });
    if (unit && page) {
      set("bookmark-link", { href: addressOf(unit, (one) => one === page) });
      set("bookmark-title", { textContent: judged ? unit.title : `${unit.title} – ${page.title}` });
    }
  },
});

async function play() {
  const data = JSON.parse(document.querySelector("script[data-player]")?.textContent ?? "null");
  const unit = unitAt(shown) ?? undefined;
  const first = !shared;
  // Whatever document comes first: what is recorded is the course's.
  shared ??= { ...data, scope: data.course.id, iri: data.course.iri, objectives: kit.objectives, items: Object.fromEntries(kit.units.flatMap(({ slot, items = {} }) => Object.values(items).map((item) => [`${slot}/${item.slot}`, item]))) };
  Object.assign(shared.messages, data.messages);
  for (const slot in data.items) shared.items[`${unit?.slot}/${slot}`] = data.items[slot];
  if (first) {
    real = kit.adapter.createTracker({ data: shared, items: kit.items, window, clock });
    opened = real.load().then(({ frame, facts }) => {
      ({ record, verdict } = readRecord(frame));
      const read = readUnits(record, kit.units);
      if (Object.values(read).some(({ verdict }) => verdict === "newer")) verdict = "newer";
      for (const one of kit.units) {
        states[one.slot] = read[one.slot].state;
        if (record.frames[one.slot] && !states[one.slot]) delete record.frames[one.slot];
      }
      known = { completion: record.completion, success: record.success };
      lost = kit.units.filter(({ slot }) => !/empty|whole/.test(read[slot].verdict)).map(({ slot }) => slot);
      for (const slot in record.frames) if (!kit.units.some((one) => one.slot === +slot)) delete record.frames[slot];
      stored = { ...record.frames };
      return facts;
    });
  }
  const { state, data: all } = sum(data);
  // A course that is finished opens for review, not a unit of one that is not.
  if (!isFinished(state, all)) data.rules = { ...data.rules, after_completion: "normal" };
  const needs = { data, items: kit.items, window, clock, random };
  const reporter = data.lrs && unit ? (kit.xapi.xapi?.createReporter(needs) ?? null) : null;
  now = await createPlayer({ ...needs, tracker: trackerOf(unit, data), reporter });
  const { subscribe } = now;
  const place = left;
  now.subscribe = (listener) => subscribe((player) => place === left && listener(player));
  if (unit && awaited(unit).length) return void go(`${kit.root}index.html`);
  if (!unit && (lost.length || !/empty|whole/.test(verdict))) Object.assign(now, { lost, verdict });
  startInterface({ data, player: now, items: kit.items }, [...kit.parts, () => courseOf(data)]);
  if (unconfirmed) void now.save();
  if (first) return;
  focusPage();
  set("live", { textContent: document.title });
}

/** Hears links, the browser's buttons and the page going, once for all documents. */
function listen() {
  watchPage({ hide: (hidden) => now?.hide(hidden), leave: () => now?.leave() }, window);
  addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("a[href]"));
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || location.protocol === "file:") return;
    if (documentOf(link.href) === shown || unitAt(link.href) === undefined) return;
    event.preventDefault();
    void go(link.href);
  });
  addEventListener("popstate", () => documentOf(location.href) !== shown && void go(location.href, true));
  // Another document is on its way: what is shown stays as it is.
  addEventListener("hashchange", (event) => documentOf(location.href) !== shown && event.stopImmediatePropagation(), true);
}

/** Where a document begins: the first of a session, or one that was put in place of another. */
function begin() {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[src]"));
  const { adapters, parts, xapi, units, objectives } = /** @type {any} */ (table);
  const [adapter] = Object.values(adapters);
  if (!script || !adapter || !document.querySelector("script[data-player]")) return;
  if (!kit) {
    kit = { adapter, parts, xapi, units, objectives, root: new URL("..", script.src).href, items: Object.fromEntries(Object.entries(table.items).map(([name, type]) => [name, complete(type)])) };
    shown = documentOf(location.href);
    listen();
  }
  void play().catch(console.error);
}

/** Starts when every fragment of the script, which is deferred, has registered; and again with each document that is put in place of another. */
export const start = () => addEventListener("DOMContentLoaded", begin);
