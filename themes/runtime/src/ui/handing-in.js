// In: a sheet and what is held of it. Out: what is still missing in it, and the words about it.
import { one, put } from "./hooks.js";

/** @import { Ui } from "./index.js" */
/** @import { SheetView } from "./sheets.js" */
/** @import { Sheet } from "../data.js" */
/** @import { SheetState } from "../session.js" */

/** Whether an item lacks an answer, or a part of one. @param {Ui} ui @param {SheetView} view @param {number} item slot */
export function missing({ player }, { sheet }, item) {
  const response = player.state.sheets[sheet.slot]?.answers[item]?.response;
  return !response || response.some((value) => typeof value === "string" && !value.trim());
}

/** How many attempts are left, in words. @param {Ui} ui @param {Sheet} sheet @param {number} used */
export function attemptsLeft({ t }, { attempts }, used) {
  return t(attempts === null ? "attempts-unlimited" : used < attempts ? "attempts-left" : "no-attempts-left", { n: (attempts ?? 0) - used });
}

/** The finding, by the key of its words. @param {Sheet} sheet @param {SheetState} held */
export function verdict({ attempts, pass }, { passed, last, attempts: used }) {
  if (passed) return last && last.points * 1000 < pass * last.max ? "passed-once" : "passed";
  return attempts !== null && used >= attempts ? "failed" : "not-passed";
}

/** Says how the sheet stands. @param {Ui} ui @param {SheetView} view @param {SheetState} held @param {{item: number}[]} drawn */
export function announce({ t }, { sheet, form, lacking }, held, drawn) {
  const { last, paper, answers } = held;
  const answered = drawn.filter(({ item }) => answers[item]?.response).length;
  const asked = lacking.length > 0 && sheet.feedback !== "after-each";
  let words = asked ? t("unanswered", { n: lacking.length }) : t("answered", { answered, n: drawn.length });
  if (paper?.submitted && last) {
    words = `${t("submitted")} ${t("points-of", { points: last.points / 1000, n: last.max / 1000 })}.`;
    if (sheet.counts) words += ` ${t(verdict(sheet, held))}.`;
  }
  put(one(form, "sheet-status"), words);
}
