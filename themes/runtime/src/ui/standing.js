// In: a sheet and what is held of it. Out: how it stands, and what may be told of it; some of it in words.
import { attemptsLeft, passes } from "../session.js";

/** @import { Ui } from "./index.js" */
/** @import { Sheet } from "../data.js" */
/** @import { SheetState } from "../session.js" */

/** Whether the attempt that is held is the last: till then the right answer stays hidden. @param {Sheet} sheet @param {SheetState} held */
export const isLast = ({ attempts }, { paper }) => /** @type {number} */ (paper?.attempt) >= (attempts ?? Infinity);

/** Whether feedback on an answer may be given. @param {Sheet} sheet @param {SheetState} held @param {boolean} checked */
export function isTold(sheet, held, checked) {
  const submitted = held.paper?.submitted;
  return { "after-each": checked, "after-submit": submitted || checked, "after-last-attempt": submitted && (held.passed || isLast(sheet, held)), never: false }[sheet.feedback];
}

/** How many attempts are left, in words. @param {Ui} ui @param {Sheet} sheet @param {SheetState} [held] */
export function attemptsWords({ t }, sheet, held) {
  const n = attemptsLeft(sheet, held);
  return t(n === Infinity ? "attempts-unlimited" : n > 0 ? "attempts-left" : "no-attempts-left", { n });
}

/** The finding, by the key of its words. @param {Sheet} sheet @param {SheetState} held */
export function findingOf(sheet, held) {
  const { passed, last } = held;
  if (passed) return passes(/** @type {import("../session.js").Score} */ (last), sheet.pass) ? "passed" : "passed-once";
  return attemptsLeft(sheet, held) > 0 ? "not-passed" : "failed";
}
