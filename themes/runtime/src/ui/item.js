// In: an item, its answer, the order of its parts. Out: its controls, and what may be said of its answer.
import { bySlot } from "../data.js";
import { all, append, arrange, one, put, set } from "./hooks.js";
import { isLast, isTold } from "./standing.js";

/** @import { Item, Sheet } from "../data.js" */
/** @import { SheetState } from "../session.js" */

/**
 * @param {import("./index.js").Ui} ui
 * @param {Sheet} sheet
 * @param {SheetState} held
 * @param {HTMLElement} fieldset
 * @param {number[]} parts
 * @param {boolean} lacking
 */
export function drawItem({ data, items, player, t, typed }, sheet, held, fieldset, parts, lacking) {
  const { readOnly } = player;
  const item = /** @type {Item} */ (bySlot(data.items, fieldset.dataset.item));
  const { mark, show } = items[item.type];
  const { response = null, checked = false, tries = 0 } = held.answers[item.slot] ?? {};
  const open = !readOnly && !checked && !held.paper?.submitted;
  const result = isTold(sheet, held, checked) ? mark(item, response ?? []) : null;
  /** @type {"" | "right" | "partial" | "wrong"} */
  const state = !result ? "" : result.right ? "right" : result.points ? "partial" : "wrong";
  const amiss = state && state !== "right";
  const each = sheet.feedback === "after-each";
  const key = isLast(sheet, held);

  if (!typed) show(fieldset, item, response);
  const controls = /** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("input,select"));
  for (const input of controls) input[input.type === "text" ? "readOnly" : "disabled"] = !open;
  put(fieldset, { "data-state": state });
  set("check", { hidden: !open || !each }, fieldset);
  set("retry", { hidden: !amiss || !each || readOnly || sheet.attempts !== null }, fieldset);
  set("hint", { hidden: !open }, fieldset);
  set("again", { hidden: !amiss }, fieldset);
  const n = item.points / 1000;
  const points = result ? t("points-of", { points: result.points / 1000, n }) : t("points", { n });
  set("points", { textContent: tries && state !== "right" ? `${points}, ${t("tries", { n: tries })}` : points }, fieldset);

  // A gap stays in its sentence.
  arrange(parts.flatMap((slot) => all(`part="${slot}"`, fieldset).filter((row) => !row.matches("input"))));
  for (const part of all("part", fieldset)) {
    const slot = part.dataset.part ?? 0;
    const row = /** @type {HTMLElement} */ (part.closest("[data-row]") ?? part);
    const input = /** @type {HTMLInputElement} */ (row.querySelector("input,select"));
    const right = result?.parts[slot];
    // Of a checkbox or radio, it is what is checked; of a select or text, its value.
    const chosen = input.type < "s" ? input.checked : input.value.trim();
    const shown = !result ? "" : chosen ? (right ? "right" : "wrong") : right && key ? "missed" : "";
    const answer = key && !right && result?.answers?.[slot];
    const words = shown ? [t({ right: "your-answer-right", wrong: "your-answer-wrong", missed: "right-answer" }[shown])] : [];
    if (answer) words.push(t("right-answer-is", { answer }));
    put(row, { "data-state": shown });
    set("result", { textContent: words.join(". ") }, row);
  }

  const place = one("feedback", fieldset);
  const names = state && result ? [{ right: "correct", wrong: "incorrect", partial: "partial" }[state], ...new Set(result.feedback)] : [];
  const kind = controls[0].type;
  const said = lacking ? t(kind === "radio" ? "choose-first" : kind === "checkbox" ? "choose-several-first" : "type-first") : names.join();
  // Said again, it would be announced again.
  if (place.dataset.said === said) return;
  place.dataset.said = said;
  place.textContent = lacking ? said : "";
  for (const name of lacking ? [] : names) append(one("feedback-more", place) ?? place, one(`feedback-for="${name}"`, fieldset));
  if (state === "wrong" && key) set("feedback-title", { textContent: t("wrong-final") }, place);
}
