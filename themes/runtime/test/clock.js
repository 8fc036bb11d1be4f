// A clock that goes only when a test lets it.

/** Lets every promise that can settle, settle. */
export async function settled() {
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
}

export function createClock(start = Date.UTC(2026, 10, 21, 20, 0, 0)) {
  let time = 0;
  let count = 0;
  /** @type {{id: number, at: number, act: () => void}[]} */
  let timers = [];
  return {
    now: () => start + time,
    elapsed: () => time,
    /** @param {() => void} act @param {number} ms */
    later(act, ms) {
      timers.push({ id: ++count, at: time + ms, act });
      return count;
    },
    /** @param {number} id */
    cancel(id) {
      timers = timers.filter((timer) => timer.id !== id);
    },
    /** Goes on, timer by timer. @param {number} ms */
    async pass(ms) {
      const end = time + ms;
      for (;;) {
        await settled();
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        time = next.at;
        next.act();
      }
      time = end;
      await settled();
    },
  };
}
