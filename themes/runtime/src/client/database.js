// In: a name, stores, an act on one of them. Out: what it gave, once its transaction was complete. Rejects where the browser refuses or does not answer.

/** How long the browser may take to open a database: some never answer. */
const PATIENCE = 5000;

/**
 * @param {{indexedDB: IDBFactory}} window where reading `indexedDB` alone may throw
 * @param {import("../tracker.js").Clock} clock
 * @param {string} name
 * @param {string[]} stores
 * @returns {Promise<IDBDatabase>}
 */
export function openDatabase(window, clock, name, stores) {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(name, 1);
    request.onupgradeneeded = () => stores.forEach((store) => request.result.createObjectStore(store));
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    clock.later(() => reject(new Error("no answer")), PATIENCE);
  });
}

/**
 * @template T
 * @param {IDBDatabase} database
 * @param {string} store
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
export function transact(database, store, mode, act) {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error || new Error("aborted"));
  });
}
