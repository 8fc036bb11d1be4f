// In: a sheet and a seed. Out: which of its items a paper holds, in which order they and their parts are shown. Cannot fail. It is for courses that draw or shuffle something.

import { fnv } from "../letters.js";

/** @typedef {import("../data.js").Sheet} Sheet */
/** @typedef {import("../data.js").SheetLayout} SheetLayout */

/**
 * The items that a seed draws, in the author's order: of every draw those from one place on in the order that the upper 24 bits give; the lower 8 are the number of the paper.
 * @param {SheetLayout} sheet
 * @param {number | null} seed
 */
export function drawItems([, items, draws = []], seed) {
  const number = seed ?? 0;
  const left = new Set(draws.flatMap(([, pool]) => pool));
  for (const [takes, pool] of draws) {
    const order = ordered(pool, number >>> 8);
    for (let at = 0; at < takes; at++) left.delete(order[((number & 255) * takes + at) % order.length]);
  }
  return items.filter((item) => !left.has(item));
}

/**
 * The seed of a paper; null where nothing of it is drawn or shuffled. Where what was not seen comes first, each attempt goes on in one order where the one before it stopped.
 * @param {Pick<Sheet, "id" | "seed" | "unseen">} sheet
 * @param {number} attempt from 1
 * @param {string} learner their id, or the session's own seed in decimal where they are not known
 */
export function seedOf({ id, seed, unseen }, attempt, learner) {
  if (!seed) return null;
  const base = seed === "fixed" ? 0 : fnv(`${learner}/${id}${seed === "attempt" && !unseen ? `/${attempt}` : ""}`);
  return unseen ? ((base & ~255) | ((attempt - 1) & 255)) >>> 0 : base;
}

/** An event with the seed of the paper that it starts. @param {import("../session.js").Event} event @param {import("../player.js").Player} player @param {import("../data.js").Data} data @returns {import("../session.js").Event} */
export function seeded(event, { state, facts }, data) {
  if (event.type !== "started") return event;
  const { sheet } = event;
  return { ...event, seed: seedOf(data.sheets[sheet], (state.sheets[sheet]?.attempts ?? 0) + 1, facts.learner?.id || `${state.seed}`) };
}

/**
 * Items, or the parts of one, in the order in which they are shown.
 * @param {number[]} slots in the author's order
 * @param {number | null} seed null is the author's order
 * @param {string} [of] the item's slot and a slash
 * @param {number | null} [last] the part that stays last
 */
export function ordered(slots, seed, of = "", last) {
  /** @param {number} slot */
  const rank = (slot) => (slot === last ? Infinity : fnv(`${of}${slot}/${seed}`));
  return seed === null ? slots : [...slots].sort((a, b) => rank(a) - rank(b));
}

/**
 * Items in the order in which they are shown, each with its parts in theirs.
 * @param {number[]} items
 * @param {number | null} seed
 * @param {Sheet} sheet
 * @param {import("../data.js").Data} data
 */
export const shuffled = (items, seed, { shuffle }, data) =>
  ordered(items, shuffle.items ? seed : null).map((item) => {
    const { parts, last } = data.items[item];
    return { item, parts: ordered(parts, shuffle.options ? seed : null, `${item}/`, last) };
  });
