// In: statements. Out: the same, first in, first out, also after the page was closed. Never rejects: where the browser keeps nothing, the queue lives as long as the page.

import { openDatabase, transact } from "./database.js";

const STORES = ["waiting", "refused"];
/** The most that waits; what is then given up first. */
const MOST = 2000;
/** In the order in which it is given up: chatter, then answers, then the rest; never what a learner has earned. */
const CHEAP = [/\/(experienced|progressed|resumed|initialized|suspended)$/, /\/(answered|responded|scored)$/, /\/terminated$/, /./];

/** @typedef {{key: string, statement: any}} Entry */

/**
 * @typedef {object} Queue
 * @property {Entry[]} entries
 * @property {(statement: any) => void} add
 * @property {(done: Entry[], refused?: boolean) => void} drop
 * @property {Promise<void>} ready what earlier pages left is there
 */

/**
 * @param {Window & typeof globalThis} window
 * @param {import("../tracker.js").Clock} clock
 * @param {string} owner actor and registration: nobody else's statements are sent with this credential
 * @returns {Queue}
 */
export function createQueue(window, clock, owner) {
  const database = openDatabase(window, clock, "coursec-statements", STORES);
  /** @param {string} store @param {(store: IDBObjectStore) => IDBRequest<any>} act */
  const keep = (store, act) => database.then((opened) => transact(opened, store, "readwrite", act)).catch(() => {});
  let count = 0;
  /** @type {Queue} */
  const self = {
    entries: [],
    add(statement) {
      const key = [owner, String(clock.now()).padStart(15, "0"), String(count++).padStart(6, "0"), statement.id].join("|");
      self.entries.push({ key, statement });
      void keep("waiting", (store) => store.put(statement, key));
      if (self.entries.length > MOST) self.drop(CHEAP.flatMap((cheap) => self.entries.find((entry) => cheap.test(entry.statement.verb.id)) ?? []).slice(0, 1));
    },
    drop(done, refused = false) {
      self.entries = self.entries.filter((entry) => !done.includes(entry));
      for (const { key, statement } of done) {
        void keep("waiting", (store) => store.delete(key));
        if (refused) void keep("refused", (store) => store.put(statement, key));
      }
    },
    ready: database
      .then(async (opened) => {
        const mine = IDBKeyRange.bound(`${owner}|`, `${owner}|~`);
        const made = new Set(self.entries.map((entry) => entry.key));
        const keys = await transact(opened, "waiting", "readonly", (store) => store.getAllKeys(mine));
        const statements = await transact(opened, "waiting", "readonly", (store) => store.getAll(mine));
        const left = keys.map((key, at) => ({ key: String(key), statement: statements[at] })).filter(({ key }) => !made.has(key));
        self.entries = [...left, ...self.entries];
      })
      .catch(() => {}),
  };
  return self;
}
