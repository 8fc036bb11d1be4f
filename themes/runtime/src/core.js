// In: the document and the fragments around this one. Out: a running session. Where anything fails, the plain document stays.

import { table } from "./table.js";
import "./ui/words.js";
import { createPlayer } from "./player.js";
import { complete } from "./answers.js";
import { watchPage } from "./life.js";
import { startInterface } from "./ui/index.js";

/** Loads what shows what is recorded, which stands beside this document's own script. */
const loadDebug = () => new Promise((onload) => {
  const { src } = /** @type {HTMLScriptElement} */ (document.querySelector("script[src]"));
  document.head.append(Object.assign(document.createElement("script"), { src: src.replace("course.js", "debug.js"), onload, onerror: onload }));
});

async function run() {
  const text = document.querySelector("script[data-player]")?.textContent;
  if (!text) return;
  // In the address of this window, or of the one around it.
  if (/[?&]debug=1/.test(location.search + document.referrer)) await loadDebug();
  const { adapters, parts, xapi } = table;
  const [adapter] = Object.values(adapters);
  /** @type {import("./data.js").Data} */
  const data = JSON.parse(text);
  const items = /** @type {Record<string, import("./table.js").ItemType>} */ (table.items);
  for (const name in items) items[name] = complete(table.items[name]);
  /** @type {import("./tracker.js").ReporterNeeds} */
  const needs = {
    data,
    items,
    window,
    clock: { now: Date.now, elapsed: () => performance.now(), later: (act, ms) => setTimeout(act, ms), cancel: (timer) => clearTimeout(timer) },
    random: Math.random,
  };
  const player = await createPlayer({ ...needs, tracker: adapter.createTracker(needs), reporter: xapi.xapi?.createReporter(needs) });
  watchPage(player, window);
  startInterface({ data, player, items }, parts);
}

/** Starts when every fragment of the script, which is deferred, has registered. */
export const start = () => addEventListener("DOMContentLoaded", () => void run().catch(console.error));
