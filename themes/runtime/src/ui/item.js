// In: an item, its answer, the order of its parts. Out: its controls, and what may be said of its answer.
import { all, copy, mark, one, put, reveal } from "./hooks.js";

/** @import { Ui } from "./index.js" */
/** @import { Entry, SheetView } from "./sheets.js" */
/** @import { Sheet } from "../data.js" */
/** @import { SheetState } from "../session.js" */
/** @import { Mark } from "../table.js" */

/** Whether no attempt is left after the one held: till then the right answer stays hidden. @param {Sheet} sheet @param {SheetState} held */
const isLast = ({ attempts }, { paper }) => attempts !== null && !!paper && paper.attempt >= attempts;

/** Whether feedback on an answer may be given. @param {Sheet} sheet @param {SheetState} held @param {boolean} checked */
export function isTold(sheet, held, checked) {
  const submitted = !!held.paper?.submitted;
  return { "after-each": checked, "after-submit": submitted, "after-last-attempt": submitted && (held.passed || isLast(sheet, held)), never: false }[sheet.feedback];
}

/** @param {Ui} ui @param {SheetView} view @param {Entry} entry @param {SheetState} held @param {number[]} parts */
export function drawItem(ui, { sheet, lacking }, { item, type, fieldset }, held, parts) {
  const { player, t } = ui;
  const { response = null, checked = false, tries = 0 } = held.answers[item.slot] ?? {};
  const open = !player.readOnly && !checked && !held.paper?.submitted;
  const result = isTold(sheet, held, checked) ? type.mark(item, response ?? []) : null;
  const amiss = !!result && !result.right;
  const each = sheet.feedback === "after-each";

  order(fieldset, parts);
  if (!ui.typed) type.show(fieldset, item, response);
  for (const input of fieldset.querySelectorAll("input")) {
    if (input.type === "text") input.readOnly = !open;
    else input.disabled = !open;
  }
  const state = result ? (result.right ? "right" : result.points ? "partial" : "wrong") : "";
  mark(fieldset, state);
  reveal(one(fieldset, "check"), open && each);
  reveal(one(fieldset, "retry"), amiss && each && sheet.attempts === null && !player.readOnly);
  reveal(one(fieldset, "hint-open"), open);
  if (!open) one(fieldset, "hint")?.removeAttribute("data-shown");
  reveal(one(fieldset, "again"), amiss);

  const n = item.points / 1000;
  const points = result ? t("points-of", { points: result.points / 1000, n }) : t("points", { n });
  put(one(fieldset, "points"), tries && !result?.right ? `${points}, ${t("tries", { n: tries })}` : points);
  drawParts(ui, fieldset, result, isLast(sheet, held));
  tell(ui, fieldset, result, state, open && lacking.includes(item.slot), isLast(sheet, held));
}

/** Puts the rows of options into the order drawn; a gap stays in its sentence. @param {HTMLElement} fieldset @param {number[]} parts */
function order(fieldset, parts) {
  const rows = all(fieldset, "part").filter((row) => !row.matches("input"));
  const drawn = parts.flatMap((slot) => rows.filter((row) => row.dataset.part === `${slot}`));
  if (drawn.some((row, index) => row !== rows[index])) rows[0].parentElement?.append(...drawn);
}

/** Says at each row or gap whether it was right. @param {Ui} ui @param {HTMLElement} fieldset @param {Mark | null} result @param {boolean} key */
function drawParts({ t }, fieldset, result, key) {
  for (const part of all(fieldset, "part")) {
    const slot = part.dataset.part || 0;
    const row = part.closest("[data-row]") ?? part;
    const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
    const right = result?.parts[slot];
    const chosen = input.type === "text" ? input.value.trim() : input.checked;
    const state = !result ? "" : chosen ? (right ? "right" : "wrong") : right && key ? "missed" : "";
    const answers = key && !right && result?.answers?.[slot];
    const words = state ? [t({ right: "your-answer-right", wrong: "your-answer-wrong", missed: "right-answer" }[state])] : [];
    if (answers) words.push(t("right-answers", { n: answers.length, answers: answers.join(", ") }));
    mark(row, state);
    put(one(row, "result"), words.join(". "));
  }
}

/**
 * Heading and text of the feedback, or what is missing.
 * @param {Ui} ui
 * @param {HTMLElement} fieldset
 * @param {Mark | null} result
 * @param {string} state
 * @param {boolean} lacking
 * @param {boolean} key
 */
function tell({ t }, fieldset, result, state, lacking, key) {
  const place = one(fieldset, "feedback");
  const kind = fieldset.querySelector("input")?.type;
  const outcome = { right: "correct", wrong: "incorrect", partial: "partial" }[state];
  const names = outcome && result ? [outcome, ...new Set(result.feedback)] : [];
  // Said again, it would be announced again.
  const said = lacking ? "lacking" : names.join();
  if (!place || (place.dataset.said ?? "") === said) return;
  place.dataset.said = said;
  place.textContent = lacking ? t(kind === "radio" ? "choose-first" : kind === "checkbox" ? "choose-several-first" : "type-first") : "";
  for (const name of names) (one(place, "feedback-more") ?? place).append(copy(one(fieldset, `feedback-for="${name}"`)));
  if (state === "wrong" && key) put(one(place, "feedback-title"), t("wrong-final"));
}
