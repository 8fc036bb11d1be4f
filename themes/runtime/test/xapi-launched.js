// A unit of a package that is launched as Tin Can packages are: the page, its player and its window.

import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { createTracker } from "../src/adapters/xapi.js";
import { createPlayer } from "../src/player.js";
import { createReporter } from "../src/xapi.js";
import { createClock } from "./clock.js";
import { ACTOR, REGISTRATION, tabAt } from "./lms5.js";
import { items } from "./unit.js";
import { reporting } from "./xapi-unit.js";

/** @type {any} */ (globalThis).IDBKeyRange = IDBKeyRange;

export const IRI = "https://courses.example.org/c/units/u";

/** @param {Record<string, string>} [more] */
export const address = (more) =>
  `https://content.example.org/c/units/u.html?${new URLSearchParams({ endpoint: "https://lms.example.org/lrs", auth: "Basic YWJj", actor: JSON.stringify(ACTOR), registration: REGISTRATION, ...more })}#/p1`;

let sessions = 0;

/** A player that has asked an LRS or LMS what is stored. @param {(needs: import("../src/tracker.js").TrackerNeeds) => import("../src/tracker.js").Tracker} create @param {{data: any, window: any, clock: ReturnType<typeof createClock>}} given @param {number} seed of its random numbers */
export async function opened(create, { data, window, clock }, seed) {
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const needs = { data, items, window, clock, random };
  const reporter = createReporter(needs);
  const made = createPlayer({ ...needs, tracker: create(needs), reporter });
  await clock.pass(300);
  return made;
}

/** @param {ReturnType<typeof import("./lms5.js").createLms>} lrs @param {{href?: string, window?: any, others?: any, after?: any, iri?: string}} [given] */
export async function launched(lrs, given = {}) {
  const clock = createClock(Date.UTC(2026, 10, 21, 20) + sessions * 3600000);
  const data = reporting({ from: [], origins: [] });
  data.iri = given.iri ?? IRI;
  data.course.iri = "https://courses.example.org/c";
  if (given.after) data.after = given.after;
  if (given.others) Object.assign(/** @type {object} */ (data.statements), { others: given.others });
  const window = given.window ?? tabAt(given.href ?? address(), lrs.fetch, { indexedDB: new IDBFactory() });
  window.fetch = lrs.fetch;
  return { clock, window, player: await opened(createTracker, { data, window, clock }, ++sessions) };
}
