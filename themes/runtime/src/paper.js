// In: a paper, its seed, the data. Out: which items it holds, in which order they and their parts are drawn. Cannot fail: what is not known is left out.

import { bySlot } from "./data.js";

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

/**
 * Murmur3's 32-bit finalizer over a seed and one or two numbers.
 * @param {number} seed
 * @param {number} a
 * @param {number} [b]
 */
export function mix(seed, a, b = -1) {
  let hash = seed ^ Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** FNV-1a, 32 bits, of a text's UTF-8. @param {string} text */
export function fnv(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * The seed of a paper.
 * @param {Pick<Sheet, "id" | "seed">} sheet
 * @param {number} attempt from 1
 * @param {string} learner their id, or the session's own seed in decimal where they are not known
 */
export function seedOf(sheet, attempt, learner) {
  if (sheet.seed === "fixed") return 0;
  const own = fnv(`${learner}/${sheet.id}`);
  return sheet.seed === "learner" ? own : mix(own, attempt);
}

/** @param {number[]} slots @param {(slot: number) => number} key */
const sorted = (slots, key) => [...slots].sort((a, b) => key(a) - key(b) || a - b);

/**
 * Items in the order in which they are shown.
 * @param {number[]} slots in the author's order
 * @param {number | null} seed null is the author's order
 */
export const drawnItems = (slots, seed) => (seed === null ? slots : sorted(slots, (item) => mix(seed, item)));

/**
 * The parts of an item in the order in which they are shown.
 * @param {Pick<Item, "slot" | "parts" | "last">} item
 * @param {number | null} seed null is the author's order
 */
export const drawnParts = ({ slot, parts, last }, seed) => (seed === null ? parts : sorted(parts, (part) => (part === last ? Infinity : mix(seed, slot, part))));

/**
 * A paper as it is drawn.
 * @param {Paper | null | undefined} paper
 * @param {Sheet} sheet
 * @param {Data} data
 * @returns {{item: number, parts: number[]}[]}
 */
export function drawn(paper, { slot, shuffle }, data) {
  const seed = paper?.seed ?? null;
  return drawnItems(paperItems(paper, slot, data), shuffle.items ? seed : null).map((item) => ({
    item,
    parts: drawnParts(/** @type {Item} */ (bySlot(data.items, item)), shuffle.options ? seed : null),
  }));
}
