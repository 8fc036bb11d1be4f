// In: a queue of statements. Out: the queue emptied into an LRS, in order. Never throws; what cannot be sent now waits, what is refused is put aside.

import { ask, negotiate } from "./request.js";

const BATCH = 20;
const BATCH_BYTES = 48 * 1024;
/** Back-off, ms, doubled up to the most. */
const WAIT = 1000;
const WAIT_MOST = 60000;

/** An answer that never came. */
const NOTHING = { status: 0, headers: { get: () => null } };

/** @typedef {import("./queue.js").Entry} Entry */

/** The first entries that fit into one request. @param {Entry[]} entries @param {number} most */
function batch(entries, most) {
  let bytes = 2;
  const fits = entries.slice(0, most).findIndex(({ statement }, at) => (bytes += new TextEncoder().encode(JSON.stringify(statement)).length + 1) > BATCH_BYTES && at > 0);
  return entries.slice(0, fits < 0 ? most : fits);
}

/** How long an answer asks to wait, ms. @param {string | null} header @param {number} now */
function asked(header, now) {
  if (!header) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return ms > 0 ? ms : 0;
}

/**
 * @param {import("./queue.js").Queue} queue
 * @param {import("./launch.js").Launch} launch
 * @param {import("../tracker.js").ReporterNeeds} needs
 * @returns {{send: () => Promise<void>, last: () => Promise<void>}}
 */
export function createSender(queue, launch, needs) {
  const { clock, random } = needs;
  const { dialect } = launch;
  let most = BATCH;
  let failures = 0;
  let stopped = false;
  /** Whether a credential that is not taken was asked for anew. */
  let renewed = false;
  /** @type {Entry[]} */
  let flying = [];
  /** @type {any} */
  let timer = null;

  /** @param {Entry[]} entries @param {{status: number, wait: number}} answer */
  const settle = (entries, { status, wait }) => {
    const one = entries.length === 1;
    const taken = (status >= 200 && status < 300) || (status === 409 && one);
    // An LMS with rules of its own answers 403 to what breaks them.
    const bad = [400, 409, 413].includes(status) || (!!dialect && status === 403);
    if (taken || (bad && one)) {
      queue.drop(entries, !taken);
      entries.forEach(({ statement }) => dialect?.sent(statement));
      failures = 0;
      renewed = false;
      most = Math.min(BATCH, most * 2);
    } else if (bad) {
      most = Math.ceil(entries.length / 2);
    } else if ((status === 401 || status === 403) && (renewed || !launch.renew)) {
      stopped = true;
    } else {
      if (status === 401) {
        renewed = true;
        launch.endpoint = "";
      }
      const cap = Math.min(WAIT_MOST, WAIT * 2 ** failures++);
      timer = clock.later(() => void again(), Math.max(wait, random() * cap));
    }
  };
  /** @param {Entry[]} entries @param {boolean} leaving */
  const fly = async (entries, leaving) => {
    flying = [...flying, ...entries];
    if (!leaving) {
      if (!launch.endpoint) await launch.renew?.();
      if (launch.endpoint && !dialect) await negotiate(launch, needs);
    }
    const { status, headers } = !launch.endpoint || (!leaving && !launch.version && !dialect) ? NOTHING : await ask(launch, needs, "statements", { method: "POST", body: entries.map((entry) => entry.statement), keepalive: leaving });
    flying = flying.filter((entry) => !entries.includes(entry));
    settle(entries, { status, wait: asked(headers.get("Retry-After"), clock.now()) });
  };
  const again = () => {
    timer = null;
    return self.send();
  };
  const self = {
    /** Sends what waits, unless it is being sent or a failure asks to wait. */
    async send() {
      await queue.ready;
      while (!stopped && !timer && !flying.length && queue.entries.length) {
        await fly(batch(queue.entries, most), false);
      }
    },
    /** Sends one request that may outlive the page. */
    async last() {
      // An LMS takes nothing after the end of a session: its last statement goes with all that wait.
      const entries = batch(queue.entries.filter((entry) => !flying.includes(entry)), dialect ? Infinity : BATCH);
      if (stopped || !entries.length) return;
      await fly(entries, true);
      clock.cancel(timer);
    },
  };
  return self;
}
