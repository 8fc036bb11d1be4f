// In: a paper that was handed in, of a sheet whose next attempt asks only what was not right. Out: what that is; the paper opened for it.

import { paperItems } from "../paper.js";

/** @typedef {import("../data.js").Data} Data */
/** @typedef {import("../data.js").Sheet} Sheet */
/** @typedef {import("../session.js").Marker} Marker */
/** @typedef {import("../session.js").SheetState} SheetState */

/** The items of a paper that was handed in that a new attempt asks again; none where it asks a paper of its own. @param {Sheet} sheet @param {SheetState | undefined} held @param {Data} data @param {Marker} mark */
export const wrongItems = ({ retry, slot }, held, data, mark) =>
  retry === "wrong" && held?.paper?.submitted ? paperItems(held.paper, slot, data).filter((item) => mark(data.items[item], held.answers[item]?.response).right === false) : [];

/** Opens the paper for its wrong items; false where a new attempt has a paper of its own. @param {Sheet} sheet @param {SheetState} held @param {Data} data @param {Marker} mark */
export function askWrong(sheet, held, data, mark) {
  const wrong = wrongItems(sheet, held, data, mark);
  if (!wrong.length) return false;
  Object.assign(/** @type {import("../session.js").Paper} */ (held.paper), { attempt: held.attempts + 1, submitted: false });
  for (const slot in held.answers) {
    const kept = held.answers[slot];
    if (wrong.includes(+slot)) delete held.answers[slot];
    // What nobody marks stays as it is.
    else if (mark(data.items[+slot], kept.response).right) Object.assign(kept, { checked: true, tries: kept.tries || 1 });
  }
  return true;
}
