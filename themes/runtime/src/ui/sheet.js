// In: a sheet on the page, what is held of it. Out: the sheet as it stands: what it offers, its items in their order, what it says.
import { bySlot } from "../data.js";
import { attemptsLeft } from "../session.js";
import { all, arrange, one, set } from "./hooks.js";
import { drawItem } from "./item.js";
import { attemptsWords, findingOf } from "./standing.js";

/** @param {import("./index.js").Ui} ui @param {HTMLElement} form @param {Element[]} lacking items at which it is said that something is missing */
export function drawSheet(ui, form, lacking) {
  const { data, player, t } = ui;
  const sheet = /** @type {import("../data.js").Sheet} */ (bySlot(data.sheets, form.dataset.sheet));
  const { slot, attempts } = sheet;
  const { state, readOnly } = player;
  const held = state.sheets[slot];
  const paper = held?.paper;
  const each = sheet.feedback === "after-each";
  // As many tries as one likes, checked one by one: nothing stands before the questions.
  const direct = each && attempts === null && !readOnly;
  if (direct && !paper && ui.page === sheet.page) return player.dispatch({ type: "started", sheet: slot, seed: null });
  const open = paper && !paper.submitted;
  const lacks = lacking.length;
  set("sheet-intro", { hidden: !!open || (direct && !!paper) }, form);
  set("sheet-items", { hidden: !paper }, form);
  set("submit", { hidden: !open || each || readOnly, textContent: t(lacks ? "submit-anyway" : "submit") }, form);
  set("start", { hidden: readOnly || attemptsLeft(sheet, held) <= 0 }, form);
  set("attempts", { hidden: !held?.attempts, textContent: attemptsWords(ui, sheet, held) }, form);
  if (!paper) return;
  const drawn = player.drawn(slot);
  const n = drawn.length;
  for (const fieldset of all("item", form)) fieldset.hidden = !drawn.some(({ item }) => `${item}` === fieldset.dataset.item);
  arrange(drawn.map(({ item }) => one(`item="${item}"`, form)));
  drawn.forEach(({ item, parts }, index) => {
    const fieldset = one(`item="${item}"`, form);
    drawItem(ui, sheet, held, fieldset, parts, lacking.includes(fieldset));
    set("number", { textContent: t("question-of", { page: index + 1, total: n }) }, fieldset);
  });
  const { last } = held;
  const answered = drawn.filter(({ item }) => held.answers[item]?.response).length;
  const asked = lacks && !each ? t("unanswered", { n: lacks }) : t("answered", { answered, n });
  const done = last && [`${t("submitted")} ${t("points-of", { points: last.points / 1000, n: last.max / 1000 })}.`, ...(sheet.counts ? [`${t(findingOf(sheet, held))}.`] : [])];
  set("sheet-status", { textContent: open || !done ? asked : done.join(" ") }, form);
}
