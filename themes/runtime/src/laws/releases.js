// In: what is stored by the layout of another release. Out: the same without what this build does not have, or has with another meaning; papers with the key of now. Never
// throws. It is for courses that a release changed.

import { paperItems, shapesOf, sheetOf } from "../paper.js";
import { rate, reached } from "../session.js";
import { ascending, fits } from "../shape.js";

/** @typedef {import("../data.js").Data} Data */
/** @typedef {import("../data.js").Layout} Layout */
/** @typedef {import("../session.js").Marker} Marker */
/** @typedef {import("../session.js").State} State */

/** Those items of a sheet that are in another layout too, and mean the same there. @param {number[]} items @param {Layout} layout @param {Layout} own @param {number} sheet */
export function carried(items, layout, own, sheet) {
  /** @param {Layout} layout @param {number} item */
  const meaningOf = ({ items }, item) => items.find(([slot]) => slot === item)?.[1];
  return items.filter((item) => sheetOf(own, sheet)[1].includes(item) && meaningOf(own, item) === meaningOf(layout, item));
}

/**
 * Takes out of a state what this build does not have, or has with another meaning.
 * @param {State} state
 * @param {Layout} layout that it was read by
 * @param {Data} data
 * @param {Set<number>} lost
 */
export function adopt(state, layout, data, lost) {
  const { layouts, pages } = data;
  const [own] = layouts;
  const slots = ascending(pages.map(({ slot }) => slot));
  if (!slots.includes(state.page)) state.page = slots.filter((slot) => slot < state.page).pop() ?? pages[0].slot;
  state.read = state.read.filter((slot) => slots.includes(slot));
  for (const [slot] of layout.sheets) {
    const sheet = state.sheets[slot];
    if (!own.sheets.some(([known]) => known === slot)) {
      delete state.sheets[slot];
      lost.delete(slot);
    } else if (sheet?.paper && !layouts.some(({ hash }) => hash === sheet.paper?.layout)) {
      Object.assign(sheet, { paper: null, answers: {} });
      lost.add(slot);
    }
    const asked = paperItems(sheet?.paper, slot, data);
    for (const item in sheet?.answers) {
      const { response } = sheet.answers[item];
      if (!asked.includes(+item) || (response && !fits(shapesOf(own, +item), response))) delete sheet.answers[item];
    }
  }
}

/**
 * Marks papers anew that hold a question whose key was corrected: a score only gets better. On an open paper, what was checked once and is not right now may
 * have been right before: it is open again, once.
 * @param {State} state @param {Data} data @param {Marker} mark
 */
export function regrade({ sheets }, data, mark) {
  for (const sheet of Object.values(data.sheets)) {
    const held = sheets[sheet.slot];
    const { last, paper } = held ?? {};
    const items = paperItems(paper, sheet.slot, data);
    const corrected = items.filter((slot) => data.items[slot].regrade);
    if (!paper?.submitted) {
      for (const slot of corrected) {
        const { checked, response, tries } = held.answers[slot] ?? {};
        if (checked && tries < 2 && !mark(data.items[slot], response).right) held.answers[slot].checked = false;
      }
    } else if (last && corrected.length) {
      const points = Math.min(reached(held, items, data, mark), last.max);
      if (points > last.points) rate(held, sheet, { points, max: last.max });
    }
  }
}
