// In: a paper, its seed, the data. Out: which items it holds, in which order they and their parts are drawn. Cannot fail: what is not known is left out.

import { laws } from "./table.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Layout} Layout */
/** @typedef {import("./data.js").Item} Item */
/** @typedef {import("./data.js").Sheet} Sheet */
/** @typedef {import("./data.js").SheetLayout} SheetLayout */
/** @typedef {import("./session.js").Paper} Paper */

/** What the papers of a sheet can hold. @param {Layout} layout @param {number} sheet @returns {SheetLayout} */
export const sheetOf = (layout, sheet) => layout.sheets.find(([slot]) => slot === sheet) ?? [sheet, []];

/** @param {Layout} layout @param {number} item */
export const shapesOf = (layout, item) => layout.items.find(([slot]) => slot === item)?.[2] ?? [];

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
  if (!layout) return [];
  const held = sheetOf(layout, sheet);
  const items = laws.drawItems?.(held, paper?.seed ?? null) ?? held[1];
  return laws.carried?.(items, layout, own, sheet) ?? items;
}

/**
 * A paper as it is drawn.
 * @param {Paper | null | undefined} paper
 * @param {Sheet} sheet
 * @param {Data} data
 * @returns {{item: number, parts: number[]}[]}
 */
export function drawn(paper, sheet, data) {
  const items = paperItems(paper, sheet.slot, data);
  return laws.shuffled?.(items, paper?.seed ?? null, sheet, data) ?? items.map((item) => ({ item, parts: data.items[item].parts }));
}
