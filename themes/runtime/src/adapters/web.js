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
  /** Does with the copy what the browser allows. @template T @param {(copies: Storage) => T} act */
  const copy = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      return null;
    }
  };
  /** @param {import("../tracker.js").Projection} projection @returns {Promise<import("../tracker.js").Saved>} */
  const put = async ({ frame, location, counter, completion }) => {
    if (!database) return { saved: false, reason: "closed" };
    const stored = { frame, location, counter, completion };
    const text = JSON.stringify(stored);
    copy((copies) => copies.setItem(key, text));
    try {
      await transact(database, "units", "readwrite", (store) => store.put(stored, data.scope));
      copy((copies) => copies.getItem(key) === text && copies.removeItem(key));
      return { saved: true };
    } catch (error) {
      return { saved: false, reason: error instanceof Error ? error.name : "refused" };
    }
  };
  return {
    async load() {
      /** @type {import("../tracker.js").Facts} */
      const facts = { mode: "normal", learner: null, status: "", launchData: "", recording: false };
      try {
        const opened = await openDatabase(window, clock, "coursec", ["units"]);
        /** The record that was written last. @param {string} scope @returns {Promise<Partial<Stored>>} */
        const read = async (scope) => {
          const stored = (await transact(opened, "units", "readonly", (store) => store.get(scope))) ?? {};
          const left = copy((copies) => JSON.parse(copies.getItem(`coursec/${scope}`) ?? "{}")) ?? {};
          return (left.counter ?? 0) > (stored.counter ?? 0) ? left : stored;
        };
        const { frame = "", location = "" } = await read(data.scope);
        const awaits = [];
        for (const { slot, scope } of data.after ?? []) {
          // Records of earlier versions do not say whether it is complete: they close nothing.
          const { frame, completion = frame ? "completed" : "" } = await read(scope);
          if (completion !== "completed") awaits.push(slot);
        }
        database = opened;
        return { frame, facts: { ...facts, location, awaits, recording: true } };
      } catch {
        return { frame: "", facts };
      }
    },
    save: put,
    async end(projection) {
      const result = projection ? put(projection) : { saved: true };
      database = null;
      return result;
    },
  };
}
