// In: a paper, its seed, the data. Out: which items it holds, in which order they and their parts are drawn. Cannot fail: what is not known is left out.

import { fnv } from "./letters.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Layout} Layout */
/** @typedef {import("./data.js").Item} Item */
/** @typedef {import("./data.js").Sheet} Sheet */
/** @typedef {import("./data.js").SheetLayout} SheetLayout */
/** @typedef {import("./session.js").Paper} Paper */

/** What the papers of a sheet can hold. @param {Layout} layout @param {number} sheet @returns {SheetLayout} */
export const sheetOf = (layout, sheet) => layout.sheets.find(([slot]) => slot === sheet) ?? [sheet, []];

/** What a layout says of an item. @param {Layout} layout @param {number} item */
const entryOf = (layout, item) => layout.items.find(([slot]) => slot === item);

/** @param {Layout} layout @param {number} item */
export const shapesOf = (layout, item) => entryOf(layout, item)?.[2] ?? [];

/** Whether an item means the same in two layouts. @param {Layout} a @param {Layout} b @param {number} item */
export const sameItem = (a, b, item) => !!entryOf(a, item) && entryOf(a, item)?.[1] === entryOf(b, item)?.[1];

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
 * The items of a paper in the author's order, without what was removed or changed its meaning since it was drawn.
 * @param {Paper | null | undefined} paper
 * @param {number} sheet slot
 * @param {Pick<Data, "layouts">} data
 * @param {Layout} [own] the layout that it is brought to
 * @returns {number[]} numbers; none where nobody knows what it was drawn from
 */
export function paperItems(paper, sheet, { layouts }, own = layouts[0]) {
  const layout = layouts.find(({ hash }) => hash === paper?.layout);
  return layout ? drawItems(sheetOf(layout, sheet), paper?.seed ?? null).filter((item) => sheetOf(own, sheet)[1].includes(item) && sameItem(layout, own, item)) : [];
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
 * A paper as it is drawn.
 * @param {Paper | null | undefined} paper
 * @param {Sheet} sheet
 * @param {Data} data
 * @returns {{item: number, parts: number[]}[]}
 */
export function drawn(paper, { slot, shuffle }, data) {
  const seed = paper?.seed ?? null;
  return ordered(paperItems(paper, slot, data), shuffle.items ? seed : null).map((item) => {
    const { parts, last } = data.items[item];
    return { item, parts: ordered(parts, shuffle.options ? seed : null, `${item}/`, last) };
  });
}
