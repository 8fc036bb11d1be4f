// In: a sheet on the page, what is held of it. Out: the sheet as it stands: what it offers, its items in their order, what it says.
import { attemptsLeft } from "../session.js";
import { laws } from "../table.js";
import { all, arrange, one, put, reveal, say } from "./hooks.js";
import { drawItem } from "./item.js";
import { attemptsWords, findingOf } from "./standing.js";

/** @param {import("./index.js").Ui} ui @param {HTMLElement} form */
export function drawSheet(ui, form) {
  const { data, player, t } = ui;
  const sheet = data.sheets[/** @type {any} */ (form.dataset.sheet)];
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
  const n = laws.wrongItems?.(sheet, held, data, player.mark).length;
  reveal(
    {
      "sheet-intro": !open && !(direct && paper),
      "sheet-items": paper,
      submit: open && !each && !readOnly,
      start: !readOnly && attemptsLeft(sheet, held) > 0,
      attempts: held?.attempts,
    },
    form,
  );
  say({ submit: t(lacks ? "submit-anyway" : "submit"), "start-word": t(n ? "start-wrong" : "start", { n }), attempts: attemptsWords(ui, sheet, held) }, form);
  if (!paper) return;
  // Of what texts show, each form has one.
  const asked = player.drawn(slot).filter(({ item }) => one(`item="${item}"`, form));
  const total = asked.length;
  arrange(
    asked.map(({ item, parts }, index) => {
      const fieldset = one(`item="${item}"`, form);
      drawItem(ui, sheet, held, fieldset, data.items[item], parts);
      if (total > 1) say({ number: t("question-of", { page: index + 1, total }) }, fieldset);
      return fieldset;
    }),
  );
  // They come first now. None of them is hidden in between: what is hidden loses the focus, though it be shown again at once.
  all("item", form).forEach((fieldset, index) => put(fieldset, { hidden: index >= total }));
  const said =
    last && !open
      ? `${t("submitted")} ${t("points-of", { points: last.points / 1000, n: last.max / 1000 })}.${counts ? ` ${t(findingOf(sheet, held))}.` : ""}`
      : lacks && !each
        ? t("unanswered", { n: lacks })
        : t("answered", { answered: asked.filter(({ item }) => held.answers[item]?.response).length, n: total });
  say({ "sheet-status": said }, form);
}
