// In: an item, its answer, the order of its parts. Out: its controls, and what may be said of its answer.
import { all, append, arrange, one, put, reveal, say, set } from "./hooks.js";
import { isLast, isTold } from "./standing.js";

/**
 * @param {import("./index.js").Ui} ui
 * @param {import("../data.js").Sheet} sheet
 * @param {import("../session.js").SheetState} held
 * @param {HTMLElement} fieldset
 * @param {import("../data.js").Item} item
 * @param {number[]} parts
 */
export function drawItem({ items, player, t, typed }, sheet, held, fieldset, item, parts) {
  const { readOnly } = player;
  const { mark, show } = items[item.type];
  const { response = null, checked = false, tries = 0 } = held.answers[item.slot] ?? {};
  const open = !readOnly && !checked && !held.paper?.submitted;
  const result = isTold(sheet, held, checked) && mark(item, response);
  const state = !result ? "" : result.right === null ? "noted" : !response ? "empty" : result.right ? "right" : result.points ? "partial" : "wrong";
  const noted = state === "noted";
  const each = sheet.feedback === "after-each";
  const key = isLast(sheet, held);

  put(fieldset, { "data-state": state, "data-closed": !open });
  reveal({ retry: result && !result.right && each && !readOnly && sheet.attempts === null, compare: noted }, fieldset);
  set("compare", { disabled: readOnly }, fieldset);
  const n = item.points / 1000;
  const points = result ? t("points-of", { points: result.points / 1000, n }) : t("points", { n });
  say({ points: tries && state !== "right" ? `${points}, ${t("tries", { n: tries })}` : points }, fieldset);

  if (!typed) arrange((show(fieldset, item, response) || parts).flatMap((slot) => all(`option="${slot}"`, fieldset)));
  for (const row of all("part", fieldset)) {
    const slot = /** @type {any} */ (row.dataset.part);
    const input = /** @type {HTMLInputElement | null} */ (row.querySelector("input,select,textarea"));
    const right = result && result.parts[slot];
    // Of a checkbox or radio, it is what is checked; of a select or text, its value. A step of an order is always chosen.
    const chosen = !input || (input.type < "s" ? input.checked : input.value.trim());
    const answer = result && key && !right && result.answers?.[slot];
    if (input) input[/^text/.test(input.type) ? "readOnly" : "disabled"] = !open;
    put(row, { "data-state": result && !noted && (chosen ? (right ? "right" : "wrong") : right && key && "missed") });
    say({ answer: answer ? t("right-answer-is", { answer }) : "" }, row);
  }

  const place = one("feedback", fieldset);
  const names = result ? [key && state === "wrong" ? "final" : state, ...new Set(result.feedback)] : [];
  // Said again, it would be announced again.
  if (place.dataset.said === `${names}`) return;
  place.dataset.said = `${names}`;
  place.textContent = "";
  for (const name of names) append(one("feedback-more", place) ?? place, one(`feedback-for="${name}"`, fieldset));
}
