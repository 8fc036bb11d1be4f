// In: a queue of statements. Out: the queue emptied into an LRS, in order. Never throws; what cannot be sent now waits, what is refused is put aside.

import { ask, negotiate } from "./request.js";

const BATCH = 20;
const BATCH_BYTES = 48 * 1024;
/** Back-off, ms, doubled up to the most. */
const WAIT = 1000;
const WAIT_MOST = 60000;
/** A browser's timers go no further, ms: what should come later would come at once. */
const LONGEST = 2 ** 31 - 1;
/** How long the end of a session waits for what is in the air, ms. */
const AIR = 1000;

/** @typedef {import("./queue.js").Entry} Entry */

/** The first entries that fit into one request. @param {Entry[]} entries @param {number} most */
function batch(entries, most) {
  let bytes = 2;
  const fits = entries.slice(0, most).findIndex(({ statement }, at) => (bytes += new TextEncoder().encode(JSON.stringify(statement)).length + 1) > BATCH_BYTES && at > 0);
  return entries.slice(0, fits < 0 ? most : fits);
}

/** How long an answer asks to wait, ms. @param {string | null | undefined} header @param {number} now */
function asked(header, now) {
  const ms = /^\d+$/.test(`${header}`) ? Number(header) * 1000 : Date.parse(`${header}`) - now;
  return Math.min(ms || 0, LONGEST);
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
  /** Everything that was asked to be sent, one after the other. @type {Promise<void>} */
  let line = queue.ready;
  /** @type {any} */
  let timer = null;

  /** @param {Entry[]} entries @param {{status: number, headers?: import("./request.js").Answer["headers"]}} answer */
  const settle = (entries, { status, headers }) => {
    const one = entries.length === 1;
    const taken = /^2/.test(`${status}`) || (status === 409 && one);
    // An LMS with rules of its own answers 403 to what breaks them.
    const bad = [400, 409, 413].includes(status) || (dialect && status === 403);
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
      timer = clock.later(again, Math.max(asked(headers?.get("Retry-After"), clock.now()), random() * cap));
    }
  };
  /** @param {Entry[]} entries @param {boolean} leaving */
  const fly = async (entries, leaving) => {
    flying = [...flying, ...entries];
    if (!leaving) {
      if (!launch.endpoint) await launch.renew?.();
      if (launch.endpoint && !dialect) await negotiate(launch, needs);
    }
    const answer = launch.endpoint && (leaving || launch.version || dialect) && (await ask(launch, needs, "statements", { method: "POST", body: entries.map((entry) => entry.statement), keepalive: leaving }));
    flying = flying.filter((entry) => !entries.includes(entry));
    settle(entries, answer || { status: 0 });
  };
  const again = () => {
    timer = null;
    void self.send();
  };
  const drain = async () => {
    while (!stopped && !timer && !flying.length && queue.entries.length) await fly(batch(queue.entries, most), false);
  };
  const self = {
    /** Sends what waits, unless it is being sent or a failure asks to wait. */
    send: () => (line = line.then(drain)),
    /** Sends one request that may outlive the page; where the page stays, what else waits follows. */
    async last() {
      // An LMS takes nothing after the end of a session: its last statement goes after those in the air, with all that wait.
      if (dialect) await Promise.race([line, new Promise((done) => clock.later(/** @type {any} */ (done), AIR))]);
      const entries = batch(queue.entries.filter((entry) => !flying.includes(entry)), dialect ? Infinity : BATCH);
      if (!stopped && entries.length) await fly(entries, true);
      await self.send();
      clock.cancel(timer);
    },
  };
  return self;
}
