// In: the data, a player that has begun, the item types. Out: a page that answers to the learner. Never throws: a part that fails is reported to the console
// and leaves the others working.
import { safely } from "../player.js";
import { closeContents } from "./contents.js";
import { navigate } from "./navigation.js";
import { showProgress } from "./progress.js";
import { playSheets } from "./sheets.js";
import { showStatus } from "./status.js";
import { createWords } from "./words.js";

/**
 * What the parts of the interface share.
 * @typedef {object} Ui
 * @property {import("../data.js").Data} data
 * @property {import("../player.js").Player} player
 * @property {Record<string, import("../table.js").ItemType>} items by the name of the type
 * @property {import("./words.js").Words} t
 * @property {number} page slot of the one shown
 * @property {() => void} draw brings the page up to the state
 * @property {(() => void) | null} typed dispatches what is being typed
 * @property {() => void} flush does so now
 */

/** @typedef {{draw?: () => void, press?: Record<string, (pressed: HTMLElement) => void>}} Part what draws it from the state; what its buttons and links do, by their hooks */

/** @type {((ui: Ui) => Part)[]} */
const PARTS = [playSheets, showProgress, showStatus, closeContents];

/** @param {Pick<Ui, "data" | "player" | "items">} needs @param {((ui: Ui) => Part)[]} more parts that only some courses have */
export function startInterface({ data, player, items }, more) {
  /** @type {Part[]} */
  const parts = [];
  /** @type {Ui} */
  const ui = {
    data,
    player,
    items,
    t: createWords(data),
    page: data.pages[0].slot,
    draw: () => parts.forEach(({ draw }) => draw && safely(draw)),
    typed: null,
    flush() {
      const save = ui.typed;
      ui.typed = null;
      save?.();
    },
  };
  // The last: it shows a page.
  for (const part of [...PARTS, ...more, navigate]) parts.push(safely(() => part(ui)) ?? {});
  player.subscribe(ui.draw);
  ui.draw();
  document.body.addEventListener("click", ({ target }) => {
    for (const { press } of parts) {
      for (const hook in press) {
        const pressed = /** @type {HTMLElement} */ (target).closest(`[data-${hook}]`);
        if (pressed) safely(() => press[hook](/** @type {HTMLElement} */ (pressed)));
      }
    }
  });
  // While the event comes down: the core's own listeners, which save, hear it after.
  addEventListener("pagehide", ui.flush, true);
  addEventListener("visibilitychange", ui.flush, true);
}
