// In: the document and the fragments around this one. Out: a running session. Where anything fails, the plain document stays.

import { complete } from "./answers.js";
import { watchPage } from "./life.js";
import { createPlayer } from "./player.js";
import { table } from "./table.js";
import { startInterface } from "./ui/index.js";

async function run() {
  const { adapters, parts, xapi } = table;
  const text = document.querySelector("script[data-player]")?.textContent;
  const [adapter] = Object.values(adapters);
  if (!text || !adapter) return;
  /** @type {import("./data.js").Data} */
  const data = JSON.parse(text);
  const items = Object.fromEntries(Object.entries(table.items).map(([name, type]) => [name, complete(type)]));
  /** @type {import("./tracker.js").ReporterNeeds} */
  const needs = {
    data,
    items,
    window,
    clock: { now: Date.now, elapsed: () => performance.now(), later: (act, ms) => setTimeout(act, ms), cancel: (timer) => clearTimeout(timer) },
    random: () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32,
  };
  const reporter = data.lrs ? (xapi.xapi?.createReporter(needs) ?? null) : null;
  const player = await createPlayer({ ...needs, tracker: adapter.createTracker(needs), reporter });
  watchPage(player, window);
  startInterface({ data, player, items }, parts);
}

/** Starts when every fragment of the script, which is deferred, has registered. */
export const start = () => addEventListener("DOMContentLoaded", () => void run().catch(console.error));
