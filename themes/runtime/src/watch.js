// In: a clock, and when the page is hidden. Out: how long the learner was there, at all and at each item. Cannot fail.

/** Time hidden above this does not count as spent. */
const IDLE = 300000;

/** @param {import("./tracker.js").Clock} clock */
export function createWatch(clock) {
  const start = clock.elapsed();
  let last = start;
  let idle = 0;
  /** @type {number | null} */
  let hiddenAt = null;
  /** @type {Record<string, number>} */
  const spent = {};
  const away = () => (hiddenAt === null ? 0 : Math.max(0, clock.elapsed() - hiddenAt - IDLE));
  const total = () => Math.max(0, clock.elapsed() - start - idle - away());
  return {
    total,
    /** @param {boolean} hidden */
    hide(hidden) {
      if (!hidden) idle += away();
      hiddenAt = hidden ? clock.elapsed() : null;
    },
    /** The time since the last lap goes to an item. @param {string} [name] */
    lap(name) {
      if (name) spent[name] = (spent[name] || 0) + total() - last + start;
      last = start + total();
    },
    /** @param {string} name */
    take(name) {
      const ms = spent[name] || 0;
      delete spent[name];
      return Math.round(ms);
    },
  };
}
