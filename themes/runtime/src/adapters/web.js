// In: projections. Out: a record in the browser's own database, one a unit. Nothing of it rejects: where the browser refuses, nothing is recorded and that is said.

import { openDatabase, transact } from "../client/database.js";

/**
 * The tracker of a package that runs on its own.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker({ data, window, clock }) {
  /** @type {IDBDatabase | null} */
  let database = null;
  /** @param {import("../tracker.js").Projection} projection @returns {Promise<import("../tracker.js").Saved>} */
  const put = async ({ frame, location }) => {
    if (!database) return { saved: false, reason: "closed" };
    try {
      await transact(database, "units", "readwrite", (store) => store.put({ frame, location }, data.scope));
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
        const stored = await transact(opened, "units", "readonly", (store) => store.get(data.scope));
        database = opened;
        return { frame: String(stored?.frame || ""), facts: { ...facts, location: String(stored?.location || ""), recording: true } };
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
