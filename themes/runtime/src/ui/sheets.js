// In: the learner's presses and words on the sheets of the page. Out: the events of the session; each sheet drawn from the state. Every answer is dispatched before
// anything is drawn.
import { bySlot } from "../data.js";
import { attemptsLeft } from "../session.js";
import { all, arrange, focus, one, set } from "./hooks.js";
import { drawItem } from "./item.js";
import { attemptsWords, findingOf } from "./standing.js";

/** @import { Sheet, Item } from "../data.js" */

/** How long typing may pause before it is saved, in ms. */
const TYPING = 600;

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function playSheets(ui) {
  const { data, items, player, t } = ui;
  /** Items at which it is said that something is missing. @type {Set<Element>} */
  const lacking = new Set();
  /** @type {any} */
  let timer;

  /** Where an element is. @param {Element} element */
  const placeOf = (element) => {
    const form = /** @type {HTMLElement} */ (element.closest("[data-sheet]"));
    const fieldset = /** @type {HTMLElement} */ (element.closest("[data-item]"));
    const sheet = /** @type {Sheet} */ (bySlot(data.sheets, form.dataset.sheet));
    return { form, fieldset, sheet, item: /** @type {Item} */ (bySlot(data.items, fieldset?.dataset.item)) };
  };
  /** What is lacking in a form. @param {Element} form */
  const lackingIn = (form) => [...lacking].filter((fieldset) => form.contains(fieldset));

  /** Dispatches what the controls of an item hold. @param {Element} element in it */
  const give = (element) => {
    const { fieldset, sheet, item } = placeOf(element);
    lacking.delete(fieldset);
    player.dispatch({ type: "answered", sheet: sheet.slot, item: item.slot, response: items[item.type].read(fieldset, item) });
  };
  /** Notes whether an item lacks an answer, or a part of one. @param {Element} element it, or in it */
  const note = (element) => {
    const { fieldset, sheet, item } = placeOf(element);
    const response = player.state.sheets[sheet.slot]?.answers[item.slot]?.response;
    if (!response || response.some((value) => typeof value === "string" && !value.trim())) lacking.add(fieldset);
  };

  /** @type {Required<import("./index.js").Part>["press"]} */
  const press = {
    start(button) {
      const { form, sheet } = placeOf(button);
      lackingIn(form).forEach((fieldset) => lacking.delete(fieldset));
      player.dispatch({ type: "started", sheet: sheet.slot, seed: null });
      focus(one("item", form));
    },
    check(button) {
      const { fieldset, sheet, item } = placeOf(button);
      ui.flush();
      give(button);
      note(button);
      if (lacking.has(fieldset)) return ui.draw();
      player.dispatch({ type: "checked", sheet: sheet.slot, item: item.slot });
      focus(fieldset.querySelector("[data-retry]:not([hidden])") ?? one("feedback", fieldset));
    },
    retry(button) {
      const { fieldset, sheet, item } = placeOf(button);
      player.dispatch({ type: "retried", sheet: sheet.slot, item: item.slot });
      focus(fieldset.querySelector("input"));
    },
    submit(button) {
      const { form, sheet } = placeOf(button);
      ui.flush();
      const asked = lackingIn(form);
      if (asked.length) asked.forEach((fieldset) => lacking.delete(fieldset));
      else player.drawn(sheet.slot).forEach(({ item }) => note(one(`item="${item}"`, form)));
      if (lackingIn(form).length) return ui.draw();
      player.dispatch({ type: "submitted", sheet: sheet.slot });
      focus(one("sheet-status", form));
    },
  };

  /** @param {string} type @param {(target: HTMLInputElement, event: any) => void} act */
  const on = (type, act) => {
    for (const form of all("sheet")) form.addEventListener(type, (event) => act(/** @type {HTMLInputElement} */ (event.target), event));
  };
  on("input", (target) => {
    if (target.type !== "text") return;
    clearTimeout(timer);
    ui.typed = () => give(target);
    timer = setTimeout(ui.flush, TYPING);
  });
  on("change", (target) => {
    ui.flush();
    give(target);
  });
  on("submit", (_, event) => event.preventDefault());
  on("keydown", (target, event) => {
    // Enter in a gap hands nothing in: it checks that one answer, where answers are checked one by one.
    if (event.key !== "Enter" || !target.matches("input")) return;
    event.preventDefault();
    if (placeOf(target).sheet.feedback === "after-each") press.check(target);
  });

  /** @param {HTMLElement} form */
  const drawSheet = (form) => {
    const { sheet } = placeOf(form);
    const { slot, attempts } = sheet;
    const { state, readOnly } = player;
    const held = state.sheets[slot];
    const paper = held?.paper;
    const each = sheet.feedback === "after-each";
    // As many tries as one likes, checked one by one: nothing stands before the questions.
    const direct = each && attempts === null && !readOnly;
    if (direct && !paper && ui.page === sheet.page) return player.dispatch({ type: "started", sheet: slot, seed: null });
    const open = paper && !paper.submitted;
    const lacks = lackingIn(form).length;
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
      drawItem(ui, sheet, held, fieldset, parts, lacking.has(fieldset));
      set("number", { textContent: t("question-of", { page: index + 1, total: n }) }, fieldset);
    });
    const { last } = held;
    const answered = drawn.filter(({ item }) => held.answers[item]?.response).length;
    const asked = lacks && !each ? t("unanswered", { n: lacks }) : t("answered", { answered, n });
    const done = last && [`${t("submitted")} ${t("points-of", { points: last.points / 1000, n: last.max / 1000 })}.`, ...(sheet.counts ? [`${t(findingOf(sheet, held))}.`] : [])];
    set("sheet-status", { textContent: open || !done ? asked : done.join(" ") }, form);
  };
  return { draw: () => all("sheet").forEach(drawSheet), press };
}
