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
  /** @type {{queue: import("./client/queue.js").Queue, sender: ReturnType<typeof createSender>, statements: ReturnType<typeof createStatements>, dialect?: import("./client/launch.js").Dialect} | null} */
  let line = null;
  return {
    start(facts, state, resumed) {
      const launch = resolveLaunch(parameters, data, facts);
      const { dialect } = launch ?? {};
      if (!launch) return;
      const owner = namedUuid([launch.endpoint, JSON.stringify(launch.actor), launch.registration].join("|"));
      const queue = createQueue(window, clock, owner);
      line = { queue, sender: createSender(queue, launch, needs), statements: createStatements(launch, needs, { ...state, ...dialect?.known }), dialect };
      line.statements.started(resumed).forEach(queue.add);
      void line.sender.send();
    },
    async report(projection, state, last) {
      if (!line) return;
      line.statements.changed(projection, state).forEach(line.queue.add);
      if (!last) return void line.sender.send();
      line.statements.ended(projection).forEach(line.queue.add);
      await Promise.race([line.sender.last(), new Promise((done) => clock.later(() => done(null), LAST))]);
      line.dialect?.left();
    },
  };
}
