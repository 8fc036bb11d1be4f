// In: the learner's presses and words on the sheets of the page. Out: the events of the session. Every answer is dispatched before
// anything is drawn.
import { bySlot } from "../data.js";
import { all, focus, one } from "./hooks.js";
import { drawSheet } from "./sheet.js";

/** @import { Sheet, Item } from "../data.js" */

/** How long typing may pause before it is saved, in ms. */
const TYPING = 600;

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function playSheets(ui) {
  const { data, items, player } = ui;
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
      focus(fieldset.querySelector("input,select"));
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

  return { draw: () => all("sheet").forEach((form) => drawSheet(ui, form, lackingIn(form))), press };
}
