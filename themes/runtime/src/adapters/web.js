// In: projections. Out: a record in the browser's own database, one a unit. Nothing of it rejects: where the browser refuses, nothing is recorded and that is said.
// A page that goes may be gone before its transaction is: until it has completed, a copy is kept that is written at once.

import { openDatabase, transact } from "../client/database.js";

/** @typedef {{frame: string, location: string, counter: number, completion: string}} Stored */

/**
 * The tracker of a package that runs on its own.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker({ data, window, clock }) {
  const key = `coursec/${data.scope}`;
  /** @type {IDBDatabase | null} */
  let database = null;
  /** @type {import("../tracker.js").Facts} */
  let facts = { mode: "normal", recording: false };
  /** The frame that is stored, as far as this page knows; all that it has stored. */
  let seen = "";
  let own = "";
  /** Does with the copy what the browser allows. @template T @param {(copies: Storage) => T} act */
  const copy = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      return null;
    }
  };
  /** @param {IDBDatabase} opened @param {string} scope @returns {Promise<Partial<Stored>>} */
  const get = async (opened, scope) => (await transact(opened, "units", "readonly", (store) => store.get(scope))) ?? {};
  /** @param {import("../tracker.js").Projection} projection @param {boolean} [last] @returns {Promise<import("../tracker.js").Saved>} */
  const put = async ({ frame, location, counter, completion }, last) => {
    const opened = database;
    if (!opened) return { saved: false, reason: "closed" };
    const stored = { frame, location, counter, completion };
    const text = JSON.stringify(stored);
    const forget = () => copy((copies) => copies.getItem(key) === text && copies.removeItem(key));
    // What another page has stored meanwhile stays, where there is nothing to add.
    if (text === own) return { saved: true };
    copy((copies) => copies.setItem(key, text));
    try {
      // Another page may have stored something since; who is going has no time to look.
      const there = last ? seen : (await get(opened, data.scope)).frame;
      if (there && there !== seen && there !== frame) {
        seen = there;
        forget();
        return { saved: false, reason: "newer", other: { frame: there, facts } };
      }
      await transact(opened, "units", "readwrite", (store) => store.put(stored, data.scope));
      seen = frame;
      own = text;
      forget();
      return { saved: true };
    } catch (error) {
      return { saved: false, reason: error instanceof Error ? error.name : "refused" };
    }
  };
  return {
    async load() {
      try {
        const opened = await openDatabase(window, clock, "coursec", ["units"]);
        /** The record that was written last. @param {string} scope @returns {Promise<Partial<Stored>>} */
        const read = async (scope) => {
          const stored = await get(opened, scope);
          const left = copy((copies) => JSON.parse(copies.getItem(`coursec/${scope}`) ?? "{}")) ?? {};
          return (left.counter ?? 0) > (stored.counter ?? 0) ? left : stored;
        };
        const { frame = "", location = "", counter, completion } = await read(data.scope);
        ({ frame: seen = "" } = await get(opened, data.scope));
        if (frame === seen) own = JSON.stringify({ frame, location, counter, completion });
        const awaits = [];
        for (const { slot, scope } of data.after ?? []) {
          // Records of earlier versions do not say whether it is complete: they close nothing.
          const { frame, completion = frame ? "completed" : "" } = await read(scope);
          if (completion !== "completed") awaits.push(slot);
        }
        database = opened;
        facts = { ...facts, location, awaits, recording: true };
        return { frame, facts };
      } catch {
        return { frame: "", facts };
      }
    },
    save: put,
    async end(projection) {
      const result = projection ? put(projection, true) : { saved: true };
      database = null;
      return result;
    },
  };
}
