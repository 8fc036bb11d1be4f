// In: the learner's presses and words on the sheets of the page. Out: the events of the session; each sheet drawn from the state. Every answer is dispatched before
// anything is drawn.
import { all, focus, one, put, reveal } from "./hooks.js";
import { drawItem } from "./item.js";
import { announce, attemptsLeft, missing, opens, submit } from "./handing-in.js";

/** How long typing may pause before it is saved. */
const TYPING = 600;

/**
 * A sheet on the page.
 * @typedef {object} SheetView
 * @property {import("../data.js").Sheet} sheet
 * @property {HTMLElement} form
 * @property {Map<number, {item: import("../data.js").Item, type: import("../table.js").ItemType, fieldset: HTMLElement}>} entries by slot
 * @property {Set<number>} lacking items at which it is said that something is missing
 * @property {string} submit the words of its button
 * @property {boolean} opened by itself, once
 * @property {boolean} asked whether to hand in with gaps
 */

/** @param {import("./index.js").Ui} ui @returns {() => void} */
export function sheets(ui) {
  const views = all(document, "sheet").flatMap((form) => view(ui, form) ?? []);
  views.forEach((each) => listen(ui, each));
  return () => views.forEach((each) => drawSheet(ui, each));
}

/** @param {import("./index.js").Ui} ui @param {HTMLElement} form @returns {SheetView | undefined} */
function view({ data, items }, form) {
  const sheet = data.sheets.find(({ slot }) => form.dataset.sheet === `${slot}`);
  if (!sheet) return;
  const entries = new Map();
  for (const fieldset of all(form, "item")) {
    const item = data.items.find(({ slot }) => fieldset.dataset.item === `${slot}`);
    if (item && items[item.type]) entries.set(item.slot, { item, type: items[item.type], fieldset });
  }
  return { sheet, form, entries, lacking: new Set(), submit: one(form, "submit")?.textContent ?? "", opened: false, asked: false };
}

/** The item that holds an element. @param {SheetView} view @param {Element} element */
const entryOf = (view, element) => view.entries.get(Number(element.closest("[data-item]")?.getAttribute("data-item") ?? NaN));

/** @param {import("./index.js").Ui} ui @param {SheetView} view */
function listen(ui, view) {
  const { form } = view;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  form.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "text") return;
    const save = () => answer(ui, view, target);
    clearTimeout(typing);
    if (!ui.pending.length) ui.pending.push(save);
    else ui.pending.splice(0, Infinity, ...ui.pending.filter((other) => other !== save), save);
    typing = setTimeout(ui.flush, TYPING);
  });
  form.addEventListener("change", ({ target }) => {
    ui.flush();
    if (target instanceof Element) answer(ui, view, target);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault(); // Enter in a gap hands nothing in: it checks that one answer, where answers are checked one by one.
    if (view.sheet.feedback === "after-each") press(ui, view, "check", event.target);
  });
  form.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const hook = Object.keys(PRESSES).find((name) => button.hasAttribute(`data-${name}`));
    if (hook) press(ui, view, hook, button);
  });
}

/** Dispatches what the controls of an item hold, where that is new. @param {import("./index.js").Ui} ui @param {SheetView} view @param {Element} element */
function answer({ player }, view, element) {
  const entry = entryOf(view, element);
  if (!entry) return;
  const { item, type, fieldset } = entry;
  const response = type.read(fieldset, item);
  const held = player.state.sheets[view.sheet.slot]?.answers[item.slot]?.response ?? null;
  if (JSON.stringify(response) === JSON.stringify(held)) return;
  view.asked = false;
  view.lacking.delete(item.slot);
  player.dispatch({ type: "answered", sheet: view.sheet.slot, item: item.slot, response });
}

/** @param {import("./index.js").Ui} ui @param {SheetView} view @param {string} hook @param {Element} element */
function press(ui, view, hook, element) {
  ui.flush();
  PRESSES[hook](ui, view, element);
  ui.draw();
}

/** What each button does. @type {Record<string, (ui: import("./index.js").Ui, view: SheetView, element: Element) => void>} */
const PRESSES = {
  start: ({ player, draw }, view) => {
    view.lacking.clear();
    view.asked = false;
    player.dispatch({ type: "started", sheet: view.sheet.slot, seed: null });
    draw();
    const first = player.drawn(view.sheet.slot)[0];
    const fieldset = first && view.entries.get(first.item)?.fieldset;
    if (!fieldset) return;
    focus(fieldset);
    fieldset.scrollIntoView({ block: "nearest" });
  },
  check: (ui, view, element) => {
    answer(ui, view, element);
    const entry = entryOf(view, element);
    if (!entry) return;
    const { item, fieldset } = entry;
    if (missing(ui, view, item.slot)) {
      view.lacking.add(item.slot);
      return;
    }
    ui.player.dispatch({ type: "checked", sheet: view.sheet.slot, item: item.slot });
    ui.draw();
    // The button is gone, so focus cannot stay on it.
    if (document.activeElement === document.body || element.closest("[hidden]")) {
      const retry = one(fieldset, "retry");
      focus(retry && !retry.hidden ? retry : one(fieldset, "feedback"));
    }
  },
  retry: ({ player, draw }, view, element) => {
    const entry = entryOf(view, element);
    if (!entry) return;
    player.dispatch({ type: "retried", sheet: view.sheet.slot, item: entry.item.slot });
    draw();
    /** @type {HTMLElement | null} */ (entry.fieldset.querySelector("input:checked, input"))?.focus();
  },
  "hint-open": (_ui, view, element) => {
    const hint = one(entryOf(view, element)?.fieldset ?? view.form, "hint");
    element.setAttribute("aria-expanded", `${!!hint?.toggleAttribute("data-shown")}`);
  },
  submit,
};

/** @param {import("./index.js").Ui} ui @param {SheetView} view */
function drawSheet(ui, view) {
  const { player, page, t } = ui;
  const { sheet, form, entries } = view;
  const held = player.state.sheets[sheet.slot];
  const paper = held?.paper ?? null;
  if (opens(ui, sheet) && !paper && page === sheet.page && !view.opened) {
    view.opened = true;
    player.dispatch({ type: "started", sheet: sheet.slot, seed: null });
    return drawSheet(ui, view);
  }
  const drawn = player.drawn(sheet.slot);
  const open = !!paper && !paper.submitted && !player.readOnly;
  // An attempt that was handed in leaves room for the next one.
  reveal(one(form, "sheet-intro"), !paper || (paper.submitted && !opens(ui, sheet)));
  reveal(one(form, "sheet-items"), !!paper);
  reveal(one(form, "submit"), open && sheet.feedback !== "after-each");
  put(one(form, "submit"), view.asked ? t("submit-anyway") : view.submit);
  const used = held?.attempts ?? 0;
  const place = one(form, "attempts");
  reveal(place, used > 0);
  put(place, attemptsLeft(ui, sheet, used));
  for (const button of all(form, "start")) reveal(button, (sheet.attempts === null || used < sheet.attempts) && !player.readOnly);
  const list = one(form, "sheet-items");
  drawn.forEach(({ item, parts }, index) => {
    const entry = entries.get(item);
    if (!entry) return;
    if (list && list.children[index] !== entry.fieldset) list.insertBefore(entry.fieldset, list.children[index] ?? null);
    drawItem(ui, view, entry, { parts, number: index + 1, total: drawn.length });
  });
  const present = drawn.map(({ item }) => item);
  for (const [slot, { fieldset }] of entries) reveal(fieldset, present.includes(slot));
  announce(ui, view, present);
}
