// In: the window of the content. Out: the SCORM 1.2 API that an LMS has put around it, or null. Never throws: any window on the way may be of another origin.

/** How far a chain of windows is followed, and how often and how long discovery is tried. */
const FAR = 500;
const EVERY = 250;
const LONG = 10000;

/**
 * A property of what may be of another origin.
 * @param {any} owner
 * @param {string} name
 */
function peek(owner, name) {
  try {
    return owner?.[name];
  } catch {
    return undefined;
  }
}

/** @typedef {{api: any, origin: string}} Found the API and the origin of the window that holds it */

/** @param {any} holder @returns {Found | null} */
function held(holder) {
  const api = peek(holder, "API");
  return peek(api, "LMSInitialize") ? { api, origin: peek(peek(holder, "location"), "origin") || "" } : null;
}

/** A window and its parents, the nearest first. @param {any} start @returns {Found | null} */
function upwards(start) {
  for (let scope = start, steps = 0; scope && steps < FAR; steps++) {
    const found = held(scope);
    if (found) return found;
    const parent = peek(scope, "parent");
    if (parent === scope) return null;
    scope = parent;
  }
  return null;
}

/**
 * Looks once: the window itself and its parents, the windows that opened it and their parents, what opened the top, and that one's document.
 * @param {any} window
 * @returns {Found | null}
 */
export function findApi(window) {
  let found = upwards(window);
  for (let opener = peek(window, "opener"), steps = 0; !found && opener && steps < FAR; steps++) {
    found = upwards(opener);
    opener = peek(opener, "opener");
  }
  const above = peek(peek(window, "top"), "opener");
  return found || upwards(above) || held(peek(above, "document"));
}

/**
 * Looks until there is one, for ten seconds: content may load before the API. Nothing is waited for where there is no window around this one.
 * @param {any} window
 * @param {import("../tracker.js").Clock} clock
 * @returns {Promise<Found | null>}
 */
export async function waitForApi(window, clock) {
  const alone = peek(window, "parent") === window && !peek(window, "opener");
  for (let waited = 0; ; waited += EVERY) {
    const found = findApi(window);
    if (found || alone || waited >= LONG) return found;
    await new Promise((done) => clock.later(() => done(null), EVERY));
  }
}
