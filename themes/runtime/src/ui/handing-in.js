// In: a sheet and its paper. Out: what is still missing in it, whether it may be handed in, and the words about it.
import { focus, one, put } from "./hooks.js";

/** @import { Ui } from "./index.js" */
/** @import { SheetView } from "./sheets.js" */

/** Whether a sheet opens with no page before it: as many tries as one likes, checked one by one. @param {Ui} ui @param {import("../data.js").Sheet} sheet */
export const opens = ({ player }, sheet) => sheet.feedback === "after-each" && sheet.attempts === null && !player.readOnly && !player.ended;

/** Whether an item lacks an answer, or a part of one. @param {Ui} ui @param {SheetView} view @param {number} slot */
export function missing({ player }, view, slot) {
  const response = player.state.sheets[view.sheet.slot]?.answers[slot]?.response;
  return !response || response.some((value) => typeof value === "string" && !value.trim());
}

/** Asks at the place where answers are missing; hands in when asked again. @param {Ui} ui @param {SheetView} view */
export function submit(ui, view) {
  const { player } = ui;
  const gaps = player.drawn(view.sheet.slot).filter(({ item }) => missing(ui, view, item));
  if (gaps.length && !view.asked) {
    view.asked = true;
    gaps.forEach(({ item }) => view.lacking.add(item));
    return;
  }
  view.lacking.clear();
  view.asked = false;
  player.dispatch({ type: "submitted", sheet: view.sheet.slot });
  ui.draw();
  const status = one(view.form, "sheet-status");
  focus(status);
  status?.scrollIntoView({ block: "nearest" });
}

/** Says how the sheet stands. @param {Ui} ui @param {SheetView} view @param {number[]} present slots of its items */
export function announce({ player, t }, view, present) {
  const status = one(view.form, "sheet-status");
  const held = player.state.sheets[view.sheet.slot];
  if (!status || !held?.paper) return;
  const answered = present.filter((slot) => held.answers[slot]?.response).length;
  const words = [];
  if (view.asked) words.push(t("unanswered", { n: present.filter((slot) => view.lacking.has(slot)).length }));
  else if (!held.paper.submitted) words.push(t("answered", { answered, n: present.length }));
  else {
    words.push(t("submitted"));
    if (held.last) words.push(`${t("points-of", { points: held.last.points / 1000, n: held.last.max / 1000 })}.`);
    if (view.sheet.counts) words.push(`${t(verdict(view.sheet, held))}.`);
  }
  put(status, words.join(" "));
}

/** How many attempts are left, in words. @param {Ui} ui @param {import("../data.js").Sheet} sheet @param {number} used */
export function attemptsLeft({ t }, sheet, used) {
  if (sheet.attempts === null) return t("attempts-unlimited");
  return used < sheet.attempts ? t("attempts-left", { n: sheet.attempts - used }) : t("no-attempts-left");
}

/** The finding, by the key of its words. @param {import("../data.js").Sheet} sheet @param {import("../session.js").SheetState} held */
export function verdict(sheet, held) {
  if (held.passed) return held.last && held.last.points * 1000 < sheet.pass * held.last.max ? "passed-once" : "passed";
  return sheet.attempts !== null && held.attempts >= sheet.attempts ? "failed" : "not-passed";
}
