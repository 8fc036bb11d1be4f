// In: that something changed, and an act that saves. Out: when it is called: at once where the page may go, else soon, again after a failure. Never throws.

/** How long changes are gathered, and at most. */
const GATHER = 300;
const GATHER_MOST = 1500;
/** Waits before the attempts after a failed one, and before all others. */
const RETRIES = [2000, 8000, 30000];
const TICK = 60000;

/**
 * @typedef {object} Saver
 * @property {"idle" | "saving" | "saved" | "unsaved"} status
 * @property {number} savedAt ms since 1970 of the last confirmed save, 0 before
 * @property {boolean} dirty something is not confirmed
 * @property {() => void} touch something changed
 * @property {() => Promise<boolean>} now saves at once; true where that was confirmed
 * @property {() => void} stop
 */

/**
 * @param {() => Promise<import("./tracker.js").Saved>} save
 * @param {import("./tracker.js").Clock} clock
 * @param {() => void} changed called after each change of status
 * @returns {Saver}
 */
export function createSaver(save, clock, changed) {
  let version = 0;
  let failures = 0;
  let since = 0;
  /** @type {any} */
  let timer;
  /** @param {number} ms */
  const later = (ms) => {
    clock.cancel(timer);
    timer = clock.later(self.now, ms);
  };
  /** @type {Saver} */
  const self = {
    status: "idle",
    savedAt: 0,
    dirty: false,
    touch() {
      const now = clock.elapsed();
      if (!self.dirty) since = now;
      self.dirty = true;
      version++;
      failures = 0;
      later(Math.max(0, Math.min(GATHER, since + GATHER_MOST - now)));
      if (self.status !== "unsaved") self.status = "saving";
      changed();
    },
    async now() {
      self.stop();
      const saving = version;
      self.status = "saving";
      const result = save();
      changed();
      const { saved } = await result.catch(() => ({ saved: false }));
      const latest = saving === version;
      if (saved) {
        if (latest) self.dirty = false;
        self.savedAt = clock.now();
      } else if (latest) later(RETRIES[failures++] ?? TICK);
      self.status = !saved ? "unsaved" : latest ? "saved" : "saving";
      changed();
      return saved;
    },
    stop: () => clock.cancel(timer),
  };
  return self;
}
