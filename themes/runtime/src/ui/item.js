// In: an item, its answer, and where it stands in its paper. Out: its number, the order of its parts, its controls, and what may be said of its answer.
import { all, attribute, copy, one, put, reveal } from "./hooks.js";

/** @import { Ui } from "./index.js" */
/** @import { SheetView } from "./sheets.js" */
/** @import { Mark } from "../table.js" */

/** What may be told of the answers to a sheet. @param {import("../data.js").Sheet} sheet @param {import("../session.js").SheetState} held */
export function openness(sheet, held) {
  const last = sheet.attempts !== null && (held.paper?.attempt ?? 0) >= sheet.attempts;
  const submitted = !!held.paper?.submitted;
  return {
    /** Feedback on an answer. @param {boolean} checked */
    feedback: (checked) =>
      ({ "after-each": checked, "after-submit": submitted, "after-last-attempt": submitted && (last || held.passed), never: false })[sheet.feedback],
    /** The right answer, which stays hidden while tries remain. */
    key: last,
    /** A single answer may be tried again. */
    again: sheet.feedback === "after-each" && sheet.attempts === null,
  };
}

/**
 * @param {Ui} ui
 * @param {SheetView} view
 * @param {{item: import("../data.js").Item, type: import("../table.js").ItemType, fieldset: HTMLElement}} entry
 * @param {{parts: number[], number: number, total: number}} place
 */
export function drawItem(ui, view, { item, type, fieldset }, { parts, number, total }) {
  const { player, t } = ui;
  const held = player.state.sheets[view.sheet.slot];
  const answer = held.answers[item.slot];
  const response = answer?.response ?? null;
  const may = openness(view.sheet, held);
  const checked = !!answer?.checked;
  const open = !player.readOnly && !checked && !held.paper?.submitted;
  const told = may.feedback(checked);
  const mark = told ? type.mark(item, response ?? []) : null;

  put(one(fieldset, "number"), t("question-of", { page: number, total }));
  put(one(fieldset, "points"), worth(ui, item, mark, answer?.tries ?? 0));
  order(fieldset, parts);
  if (!ui.pending.length) type.show(fieldset, item, response);
  for (const input of fieldset.querySelectorAll("input")) {
    if (input.type === "text") input.readOnly = !open;
    else input.disabled = !open;
  }
  const state = mark && (mark.right ? "right" : mark.points ? "partial" : "wrong");
  attribute(fieldset, "data-state", state ?? undefined);
  drawParts(ui, fieldset, mark, may.key);
  reveal(one(fieldset, "check"), open && view.sheet.feedback === "after-each");
  reveal(one(fieldset, "retry"), !!mark && !mark.right && may.again && checked && !player.readOnly);
  reveal(one(fieldset, "hint-open"), open);
  if (!open) one(fieldset, "hint")?.removeAttribute("data-shown");
  reveal(one(fieldset, "again"), !!mark && !mark.right);
  tell(ui, fieldset, mark, state, view.lacking.has(item.slot) && open, may.key);
}

/** "1 point", "1 of 1 point", "1 point, 1 try so far". @param {Ui} ui @param {import("../data.js").Item} item @param {Mark | null} mark @param {number} tries */
function worth({ t }, item, mark, tries) {
  const n = item.points / 1000;
  const points = mark ? t("points-of", { points: mark.points / 1000, n }) : t("points", { n });
  return tries && !mark?.right ? `${points}, ${t("tries", { n: tries })}` : points;
}

/** Puts the rows of options into the order drawn; a gap stays in its sentence. @param {HTMLElement} fieldset @param {number[]} parts */
function order(fieldset, parts) {
  const rows = parts.flatMap((slot) => one(fieldset, `part="${slot}"`) ?? []).filter((row) => !(row instanceof HTMLInputElement));
  const list = rows[0]?.parentElement;
  const now = all(fieldset, "part").filter((row) => rows.includes(row));
  if (list && rows.some((row, index) => row !== now[index])) list.append(...rows);
}

/** Says at each row or gap whether it was right. @param {Ui} ui @param {HTMLElement} fieldset @param {Mark | null} mark @param {boolean} key */
function drawParts({ t }, fieldset, mark, key) {
  for (const part of all(fieldset, "part")) {
    const row = part.closest("[data-row]") ?? part;
    const input = part instanceof HTMLInputElement ? part : part.querySelector("input");
    const slot = part.dataset.part || 0;
    const right = mark?.parts[slot];
    const chosen = input?.type === "text" ? input.value.trim() : input?.checked;
    const state = right === undefined ? undefined : chosen ? (right ? "right" : "wrong") : right && key ? "missed" : undefined;
    const words = state ? [t({ right: "your-answer-right", wrong: "your-answer-wrong", missed: "right-answer" }[state])] : [];
    const answers = key && right === false && mark?.answers?.[slot];
    if (answers) words.push(t("right-answers", { n: answers.length, answers: answers.join(", ") }));
    attribute(row, "data-state", state);
    put(one(row, "result"), words.join(". "));
  }
}

/** By what came of an answer: the template of its feedback. */
const OUTCOMES = { right: "correct", wrong: "incorrect", partial: "partial" };

/**
 * Heading and text of the feedback, or what is missing.
 * @param {Ui} ui
 * @param {HTMLElement} fieldset
 * @param {Mark | null} mark
 * @param {"right" | "wrong" | "partial" | null} state
 * @param {boolean} lacking
 * @param {boolean} key
 */
function tell({ t }, fieldset, mark, state, lacking, key) {
  const place = one(fieldset, "feedback");
  if (!place) return;
  /** @param {string} name */
  const told = (name) => copy(all(fieldset, "feedback-for").find((template) => template.dataset.feedbackFor === name) ?? null);
  const names = mark && state ? [OUTCOMES[state], ...new Set(mark.feedback), ...(key && !mark.right ? ["key"] : [])] : lacking ? ["lacking"] : [];
  if (place.dataset.said === names.join()) return;
  place.dataset.said = names.join();
  place.replaceChildren();
  if (lacking && !mark) {
    const words = document.createElement("p");
    words.className = "lacking";
    words.textContent = t(lack(fieldset));
    place.append(words);
    return;
  }
  const [outcome, ...more] = names.map(told);
  if (!outcome) return;
  place.append(outcome);
  if (state === "wrong" && key) put(one(place, "feedback-title"), t("wrong-final"));
  (one(place, "feedback-more") ?? place).append(...more);
}

/** What is missing, by the kind of its controls. @param {HTMLElement} fieldset */
function lack(fieldset) {
  const kind = fieldset.querySelector("input")?.type;
  return kind === "radio" ? "choose-first" : kind === "checkbox" ? "choose-several-first" : "type-first";
}
