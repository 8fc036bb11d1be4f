// In: the run-time's table, before a session begins. Out: adapters that write down what they do, and a panel that shows it. A course loads this only where its address
// ends in `?debug=1`.
import { createLog } from "./log.js";
import { openPanel } from "./panel.js";
import { recorded } from "./record.js";

/** @typedef {import("../tracker.js").Tracker} Tracker */

const log = createLog();
const { coursec: table } = /** @type {{coursec: import("../table.js").Table}} */ (/** @type {unknown} */ (globalThis));

/** A tracker that says what each saving came to. @param {Tracker} tracker @returns {Tracker} */
function told(tracker) {
  /** @param {"save" | "end"} name */
  const timed = (name) => async (/** @type {any} */ projection) => {
    const start = performance.now();
    const before = log.calls.at(-1);
    const result = await tracker[name](projection);
    // Not every adapter says why; its calls do.
    const refused = log.calls.slice(before ? log.calls.indexOf(before) + 1 : 0).find(({ line }) => line.error)?.line.error;
    log.saved({ ...(refused && { reason: `error ${refused}` }), ...result, ms: Math.round(performance.now() - start) });
    return result;
  };
  return { ...tracker, save: timed("save"), end: timed("end") };
}

const [name] = Object.keys(table.adapters);
const { createTracker } = table.adapters[name];
const seen = recorded(window, log);
table.adapters[name] = { createTracker: (needs) => told(createTracker({ ...needs, window: seen })) };
for (const reporter of Object.values(table.xapi)) {
  const { createReporter } = reporter;
  reporter.createReporter = (needs) => createReporter({ ...needs, window: seen });
}
table.parts.push((ui) => openPanel(ui, log, name, table.debug ?? {}));
