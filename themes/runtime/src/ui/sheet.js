// In: a sheet on the page, what is held of it. Out: the sheet as it stands: what it offers, its items in their order, what it says.
import { attemptsLeft, wrongItems } from "../session.js";
import { all, arrange, one, set } from "./hooks.js";
import { drawItem } from "./item.js";
import { attemptsWords, findingOf } from "./standing.js";

/** @param {import("./index.js").Ui} ui @param {HTMLElement} form */
export function drawSheet(ui, form) {
  const { data, player, t } = ui;
  const sheet = data.sheets[Number(form.dataset.sheet)];
  const { slot, attempts, counts, feedback } = sheet;
  const { state, readOnly } = player;
  const held = state.sheets[slot];
  const { last, paper } = held ?? {};
  const each = feedback === "after-each";
  // As many tries as one likes, checked one by one: nothing stands before the questions.
  const direct = each && attempts === null && !readOnly;
  if (direct && !paper && form.closest("[data-current]")) return player.dispatch({ type: "started", sheet: slot, seed: null });
  const open = paper && !paper.submitted;
  const lacks = all("lacking", form).length;
  set("sheet-intro", { hidden: !!open || (direct && !!paper) }, form);
  set("sheet-items", { hidden: !paper }, form);
  set("submit", { hidden: !open || each || readOnly, textContent: t(lacks ? "submit-anyway" : "submit") }, form);
  const wrong = wrongItems(sheet, held, data, player.mark).length;
  set("start-word", { textContent: t(wrong ? "start-wrong" : "start", { n: wrong }) }, form);
  set("start", { hidden: readOnly || attemptsLeft(sheet, held) <= 0 }, form);
  set("attempts", { hidden: !held?.attempts, textContent: attemptsWords(ui, sheet, held) }, form);
  if (!paper) return;
  // Of what texts show, each form has one.
  const drawn = player.drawn(slot).filter(({ item }) => one(`item="${item}"`, form));
  const n = drawn.length;
  let answered = 0;
  set("item", { hidden: true }, form);
  arrange(
    drawn.map(({ item, parts }, index) => {
      const fieldset = one(`item="${item}"`, form);
      fieldset.hidden = false;
      drawItem(ui, sheet, held, fieldset, parts);
      if (n > 1) set("number", { textContent: t("question-of", { page: index + 1, total: n }) }, fieldset);
      if (held.answers[item]?.response) answered++;
      return fieldset;
    }),
  );
  const said =
    last && !open
      ? `${t("submitted")} ${t("points-of", { points: last.points / 1000, n: last.max / 1000 })}.${counts ? ` ${t(findingOf(sheet, held))}.` : ""}`
      : lacks && !each
        ? t("unanswered", { n: lacks })
        : t("answered", { answered, n });
  set("sheet-status", { textContent: said }, form);
}
