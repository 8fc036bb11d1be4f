// In: what happens in a session. Out: statements in an LRS, where there is one and somebody whose they are. Never throws, and nobody waits for it.

import { createQueue } from "./client/queue.js";
import { createSender } from "./client/lrs.js";
import { namedUuid } from "./client/uuid.js";
import { resolveLaunch, takeParameters } from "./client/launch.js";
import { createStatements } from "./statements.js";

/** How long the end of a session may take for statements, ms. */
const LAST = 1500;

/**
 * @param {import("./tracker.js").ReporterNeeds} needs
 * @returns {import("./tracker.js").Reporter}
 */
export function createReporter(needs) {
  const { data, window, clock } = needs;
  const parameters = data.lrs?.from.includes("launch") ? takeParameters(window) : {};
  /** What happened before it was known where statements go; nothing is kept where they go nowhere. @type {((to: Line) => void)[] | null} */
  let early = [];
  /** @typedef {{queue: import("./client/queue.js").Queue, sender: ReturnType<typeof createSender>, statements: ReturnType<typeof createStatements>, dialect?: import("./client/launch.js").Dialect}} Line */
  /** @type {Line | null} */
  let line = null;
  /** @param {(to: Line) => any} act */
  const when = (act) => (line ? act(line) : early?.push(act));
  return {
    start(facts, state, resumed) {
      void resolveLaunch(parameters, needs, facts).then((launch) => {
        const waiting = early ?? [];
        early = null;
        if (!launch) return;
        const { dialect, actor, registration } = launch;
        const queue = createQueue(window, clock, namedUuid(`${JSON.stringify(actor)}|${registration}`));
        line = { queue, sender: createSender(queue, launch, needs), statements: createStatements(launch, needs, { ...state, ...dialect?.known }), dialect };
        line.statements.started(resumed).forEach(queue.add);
        for (const act of waiting) act(line);
        void line.sender.send();
      });
    },
    async report(projection, last) {
      when(({ queue, statements, sender }) => {
        statements.changed(projection).forEach(queue.add);
        if (last) statements.ended(projection).forEach(queue.add);
        else void sender.send();
      });
      if (!last || !line) return;
      await Promise.race([line.sender.last(), new Promise((done) => clock.later(/** @type {any} */ (done), LAST))]);
      line.dialect?.left();
    },
  };
}
