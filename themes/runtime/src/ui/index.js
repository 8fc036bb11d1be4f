// In: the data, a player that has loaded, the item types. Out: a page that answers to the learner. Never throws: a part that fails is reported to the console
// and leaves the others working.
import { contents } from "./contents.js";
import { navigation } from "./navigation.js";
import { notices } from "./notices.js";
import { progress } from "./progress.js";
import { results } from "./results.js";
import { saving } from "./saving.js";
import { sheets } from "./sheets.js";
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

/** Each gives what draws it, if it is drawn from the state. @type {((ui: Ui) => (() => void) | void)[]} */
const PARTS = [sheets, results, progress, saving, notices, contents, navigation];

/** @template T @param {() => T} act @returns {T | undefined} */
function safely(act) {
  try {
    return act();
  } catch (error) {
    console.error(error);
  }
}

/** @param {Pick<Ui, "data" | "player" | "items">} needs */
export function startInterface({ data, player, items }) {
  /** @type {(() => void)[]} */
  let draws = [];
  /** @type {Ui} */
  const ui = {
    data,
    player,
    items,
    t: createWords(data),
    page: data.pages[0].slot,
    draw: () => draws.forEach(safely),
    typed: null,
    flush() {
      const save = ui.typed;
      ui.typed = null;
      save?.();
    },
  };
  draws = PARTS.flatMap((part) => safely(() => part(ui)) ?? []);
  player.subscribe(ui.draw);
  ui.draw();
  // While the event comes down: the core's own listeners, which save, hear it after.
  addEventListener("pagehide", ui.flush, true);
  addEventListener("visibilitychange", ui.flush, true);
}
