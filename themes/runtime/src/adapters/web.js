// In: projections. Out: a record in the browser's own database, one a unit. Nothing of it rejects: where the browser refuses, nothing is recorded and that is said.
// A page that goes may be gone before its transaction is: until it has completed, a copy is kept that is written at once.

import { openDatabase, transact } from "../client/database.js";

/** @typedef {{frame: string, location: string, counter: number}} Stored */

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
  const put = async ({ frame, location, counter }) => {
    if (!database) return { saved: false, reason: "closed" };
    const stored = { frame, location, counter };
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
        /** @type {Partial<Stored>} */
        const stored = (await transact(opened, "units", "readonly", (store) => store.get(data.scope))) ?? {};
        /** @type {Partial<Stored>} */
        const left = copy((copies) => JSON.parse(copies.getItem(key) ?? "{}")) ?? {};
        const { frame = "", location = "" } = (left.counter ?? 0) > (stored.counter ?? 0) ? left : stored;
        database = opened;
        return { frame, facts: { ...facts, location, recording: true } };
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
