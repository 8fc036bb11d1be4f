// In: a clock, and when the page is hidden. Out: how long the learner was there, at all and at each item. Cannot fail.

/** Time hidden above this does not count as spent. */
const IDLE = 300000;

/** @param {import("./tracker.js").Clock} clock */
export function createWatch({ elapsed }) {
  const begun = elapsed();
  let last = 0;
  let idle = 0;
  let hiddenAt = Infinity;
  /** @type {Record<string, number>} */
  const spent = {};
  const away = () => Math.max(0, elapsed() - hiddenAt - IDLE);
  const total = () => elapsed() - begun - idle - away();
  return {
    total,
    /** @param {boolean} hidden */
    hide(hidden) {
      idle += away();
      hiddenAt = hidden ? elapsed() : Infinity;
    },
    /** The time since the last lap goes to what has that name. @param {string} name */
    lap(name) {
      spent[name] = (spent[name] ?? 0) + total() - last;
      last = total();
    },
    /** @param {string} name */
    take(name) {
      const ms = spent[name] ?? 0;
      delete spent[name];
      return Math.round(ms);
    },
  };
}
