// In: that something changed, and an act that saves. Out: when it is called: at once where the page may go, else soon, again after a failure. Never throws.

/** How long changes are gathered, and at most. */
const GATHER = 300;
const GATHER_MOST = 1500;
/** Waits before the attempts after a failed one; then only a change or the learner tries again. */
const RETRIES = [2000, 8000, 30000];
/** How often what is still unsaved is tried, whatever happened. */
const TICK = 60000;

/**
 * @typedef {object} Saver
 * @property {"idle" | "saving" | "saved" | "unsaved"} status
 * @property {number | null} savedAt
 * @property {string | null} reason
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
  let confirmed = 0;
  let failures = 0;
  let since = 0;
  /** @type {any} */
  let timer = null;
  /** @type {any} */
  let tick = null;

  /** @param {number} ms */
  const later = (ms) => {
    clock.cancel(timer);
    timer = clock.later(() => void self.now(), ms);
  };
  const beat = () => {
    tick = clock.later(() => {
      beat();
      if (self.dirty) void self.now();
    }, TICK);
  };
  /** @type {Saver} */
  const self = {
    status: "idle",
    savedAt: null,
    reason: null,
    get dirty() {
      return version > confirmed;
    },
    touch() {
      if (!self.dirty) since = clock.elapsed();
      version++;
      failures = 0;
      later(Math.max(0, Math.min(GATHER, since + GATHER_MOST - clock.elapsed())));
      if (self.status !== "unsaved") self.status = "saving";
      changed();
    },
    async now() {
      clock.cancel(timer);
      const saving = version;
      self.status = "saving";
      const result = save().catch((error) => ({ saved: false, reason: String(error) }));
      changed();
      const { saved, reason } = await result;
      if (saved) {
        confirmed = Math.max(confirmed, saving);
        failures = 0;
        self.savedAt = clock.now();
      } else if (failures < RETRIES.length && saving === version) {
        later(RETRIES[failures++]);
      }
      self.reason = saved ? null : reason || null;
      self.status = !saved ? "unsaved" : self.dirty ? "saving" : "saved";
      changed();
      return saved;
    },
    stop() {
      clock.cancel(timer);
      clock.cancel(tick);
    },
  };
  beat();
  return self;
}
