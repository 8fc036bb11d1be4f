// In: a paper, its seed, the data. Out: which items it holds, in which order they and their parts are drawn. Cannot fail: what is not known is left out.


/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Layout} Layout */
/** @typedef {import("./data.js").Item} Item */
/** @typedef {import("./data.js").Sheet} Sheet */
/** @typedef {import("./session.js").Paper} Paper */

/** Items of a sheet in the author's order. @param {Layout | undefined} layout @param {number} sheet */
export const itemsOf = (layout, sheet) => layout?.sheets.find(([slot]) => slot === sheet)?.[1] ?? [];

/** What a layout says of an item. @param {Layout} layout @param {number} item */
const entryOf = (layout, item) => layout.items.find(([slot]) => slot === item);

/** @param {Layout} layout @param {number} item */
export const shapesOf = (layout, item) => entryOf(layout, item)?.[2] ?? [];

/** Whether an item means the same in two layouts, and its answers have the same shapes. @param {Layout} a @param {Layout} b @param {number} item */
export const sameItem = (a, b, item) => `${entryOf(a, item)}` === `${entryOf(b, item)}`;

/**
 * The items of a paper in the author's order, without what was removed or changed its meaning since it was drawn.
 * @param {Paper | null | undefined} paper
 * @param {number} sheet slot
 * @param {Data} data
 * @returns {number[]} slots
 */
export function paperItems(paper, sheet, data) {
  const own = data.layouts[0];
  const layout = data.layouts.find(({ hash }) => hash === paper?.layout);
  return layout ? itemsOf(layout, sheet).filter((item) => itemsOf(own, sheet).includes(item) && sameItem(layout, own, item)) : [];
}

/** FNV-1a, 32 bits, of a text's UTF-8. @param {string} text @param {number} [hash] of what stands before it */
export function fnv(text, hash = 0x811c9dc5) {
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * The seed of a paper.
 * @param {Pick<Sheet, "id" | "seed">} sheet
 * @param {number} attempt from 1
 * @param {string} learner their id, or the session's own seed in decimal where they are not known
 */
export const seedOf = ({ id, seed }, attempt, learner) => (seed === "fixed" ? 0 : fnv(`${learner}/${id}${seed === "attempt" ? `/${attempt}` : ""}`));

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
