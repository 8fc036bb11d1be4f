// In: the learner's presses and words on the sheets of the page. Out: the events of the session. Every answer is dispatched before
// anything is drawn.
import { all, focus, one, put, set } from "./hooks.js";
import { drawSheet } from "./sheet.js";

/** How long typing may pause before it is saved, in ms. */
const TYPING = 600;

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function playSheets(ui) {
  const { data, items, player } = ui;
  /** @type {any} */
  let timer;

  /** Where an element is, and what dispatches an event of a type there. @param {Element} element */
  function placeOf(element) {
    const form = /** @type {HTMLElement} */ (element.closest("[data-sheet]"));
    const fieldset = /** @type {HTMLElement} */ (element.closest("[data-item]"));
    const sheet = Number(form.dataset.sheet);
    const item = Number(fieldset?.dataset.item);
    /** @param {any} type @param {object} [more] */
    const tell = (type, more) => player.dispatch({ type, sheet, item, ...more });
    return { form, fieldset, sheet, item, tell };
  }

  /** Dispatches what the controls of an item hold. @param {Element} element in it */
  function give(element) {
    const { fieldset, item, tell } = placeOf(element);
    const asked = data.items[item];
    put(fieldset, { "data-lacking": false });
    tell("answered", { response: items[asked.type].read(fieldset, asked) });
  }
  /** Notes whether an item lacks an answer, or a part of one. @param {Element} element it, or in it */
  function isLacking(element) {
    const { fieldset, item, sheet } = placeOf(element);
    const { response } = player.state.sheets[sheet].answers[item] ?? {};
    const lacking = !response || response.some((/** @type {any} */ value) => value?.trim?.() === "");
    put(fieldset, { "data-lacking": lacking });
    return lacking;
  }

  /** @type {Required<import("./index.js").Part>["press"]} */
  const press = {
    start(button) {
      const { form, tell } = placeOf(button);
      set("lacking", { "data-lacking": false }, form);
      tell("started", { seed: null });
      focus(one("item]:not([data-state", form));
    },
    check(button) {
      const { fieldset, tell } = placeOf(button);
      ui.flush();
      give(button);
      if (isLacking(button)) return ui.draw();
      tell("checked");
      focus(one("compare", fieldset) ?? one("retry]:not([hidden", fieldset) ?? one("feedback", fieldset));
    },
    retry(button) {
      const { fieldset, tell } = placeOf(button);
      tell("retried");
      focus(fieldset.querySelector("input,select,textarea,[data-move]"));
    },
    submit(button) {
      const { form, sheet, tell } = placeOf(button);
      ui.flush();
      const asked = one("lacking", form);
      if (!asked && player.drawn(sheet).filter(({ item }) => isLacking(one(`item="${item}"`, form))).length) return ui.draw();
      set("lacking", { "data-lacking": false }, form);
      tell("submitted");
      focus(one("sheet-status", form));
    },
  };

  /** @param {string} type @param {(target: HTMLInputElement, event: any) => void} act */
  const on = (type, act) => all("sheet").forEach((form) => form.addEventListener(type, (event) => act(/** @type {HTMLInputElement} */ (event.target), event)));
  on("input", (target) => {
    if (!/^text/.test(target.type)) return;
    clearTimeout(timer);
    ui.typed = () => give(target);
    timer = setTimeout(ui.flush, TYPING);
  });
  on("change", (target) => {
    ui.flush();
    give(target);
  });
  on("keydown", (target, event) => {
    // Enter in a gap hands nothing in: it checks that one answer, where answers are checked one by one.
    if (event.key !== "Enter" || !target.matches("input")) return;
    event.preventDefault();
    const check = one("check", placeOf(target).fieldset);
    if (!check.hidden) check.click();
  });

  return { draw: () => all("sheet").forEach((form) => drawSheet(ui, form)), press };
}
