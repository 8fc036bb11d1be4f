// In: the learner's presses and words on the sheets of the page. Out: the events of the session; each sheet drawn from the state. Every answer is dispatched before
// anything is drawn.
import { announce, attemptsLeft, missing } from "./handing-in.js";
import { all, bySlot, focus, one, put, reveal } from "./hooks.js";
import { drawItem } from "./item.js";

/** @import { Ui } from "./index.js" */
/** @import { Item, Sheet } from "../data.js" */
/** @import { ItemType } from "../table.js" */

/** How long typing may pause before it is saved, in ms. */
const TYPING = 600;

/** @typedef {{item: Item, type: ItemType, fieldset: HTMLElement}} Entry an item on the page */

/**
 * A sheet on the page.
 * @typedef {object} SheetView
 * @property {Sheet} sheet
 * @property {HTMLElement} form
 * @property {Entry[]} entries
 * @property {number[]} lacking items at which it is said that something is missing
 * @property {string} submit the words of its button
 */

/** @param {Ui} ui */
export function sheets(ui) {
  const { data, items } = ui;
  const views = all(document, "sheet").map((form) => {
    const entries = all(form, "item").map((fieldset) => {
      const item = /** @type {Item} */ (bySlot(data.items, fieldset.dataset.item));
      return { item, type: items[item.type], fieldset };
    });
    const sheet = /** @type {Sheet} */ (bySlot(data.sheets, form.dataset.sheet));
    const view = { sheet, form, entries, lacking: [], submit: one(form, "submit")?.textContent ?? "" };
    listen(ui, view);
    return view;
  });
  return () => views.forEach((view) => drawSheet(ui, view));
}

/** @param {Ui} ui @param {SheetView} view */
function listen(ui, view) {
  const { form, sheet } = view;
  /** @type {any} */
  let timer;
  /** @param {string} type @param {(target: HTMLInputElement, event: Event) => void} act */
  const on = (type, act) => form.addEventListener(type, (event) => act(/** @type {HTMLInputElement} */ (event.target), event));
  on("input", (target) => {
    if (target.type !== "text") return;
    clearTimeout(timer);
    ui.typed = () => answer(ui, view, entryOf(view, target));
    timer = setTimeout(ui.flush, TYPING);
  });
  on("change", (target) => {
    ui.flush();
    answer(ui, view, entryOf(view, target));
  });
  on("submit", (_, event) => event.preventDefault());
  on("keydown", (target, event) => {
    // Enter in a gap hands nothing in: it checks that one answer, where answers are checked one by one.
    if (/** @type {KeyboardEvent} */ (event).key !== "Enter" || !target.matches("input")) return;
    event.preventDefault();
    if (sheet.feedback === "after-each") press(ui, view, "check", target);
  });
  on("click", (target) => {
    const button = target.closest("button");
    for (const hook in PRESSES) if (button?.matches(`[data-${hook}]`)) press(ui, view, hook, button);
  });
}

/** The item that holds an element. @param {SheetView} view @param {Element} element */
const entryOf = (view, element) => /** @type {Entry} */ (view.entries.find(({ fieldset }) => fieldset.contains(element)));

/** Dispatches what the controls of an item hold, where that is new. @param {Ui} ui @param {SheetView} view @param {Entry} entry */
function answer({ player }, view, { item, type, fieldset }) {
  const sheet = view.sheet.slot;
  const response = type.read(fieldset, item);
  const held = player.state.sheets[sheet]?.answers[item.slot]?.response ?? null;
  if (JSON.stringify(response) === JSON.stringify(held)) return;
  view.lacking = view.lacking.filter((slot) => slot !== item.slot);
  player.dispatch({ type: "answered", sheet, item: item.slot, response });
}

/** @param {Ui} ui @param {SheetView} view @param {string} hook @param {HTMLElement} element */
function press(ui, view, hook, element) {
  ui.flush();
  const next = PRESSES[hook](ui, view, entryOf(view, element), element);
  ui.draw();
  if (next) focus(next());
}

/**
 * What each button does. Gives what has the focus then, where that is not the button.
 * @type {Record<string, (ui: Ui, view: SheetView, entry: Entry, button: HTMLElement) => (() => HTMLElement | null) | void>}
 */
const PRESSES = {
  start({ player }, view) {
    view.lacking = [];
    player.dispatch({ type: "started", sheet: view.sheet.slot, seed: null });
    return () => one(view.form, "item");
  },
  check(ui, view, entry) {
    const { item, fieldset } = entry;
    answer(ui, view, entry);
    if (missing(ui, view, item.slot)) {
      view.lacking.push(item.slot);
      return;
    }
    ui.player.dispatch({ type: "checked", sheet: view.sheet.slot, item: item.slot });
    return () => fieldset.querySelector("[data-retry]:not([hidden])") ?? one(fieldset, "feedback");
  },
  retry({ player }, { sheet }, { item, fieldset }) {
    player.dispatch({ type: "retried", sheet: sheet.slot, item: item.slot });
    return () => fieldset.querySelector("input");
  },
  "hint-open"(_ui, _view, { fieldset }, button) {
    button.setAttribute("aria-expanded", `${one(fieldset, "hint")?.toggleAttribute("data-shown")}`);
  },
  submit(ui, view) {
    const sheet = view.sheet.slot;
    const asked = view.lacking.length;
    view.lacking = asked ? [] : ui.player.drawn(sheet).flatMap(({ item }) => (missing(ui, view, item) ? item : []));
    if (view.lacking.length) return;
    ui.player.dispatch({ type: "submitted", sheet });
    return () => one(view.form, "sheet-status");
  },
};

/** @param {Ui} ui @param {SheetView} view */
function drawSheet(ui, view) {
  const { player, page, t } = ui;
  const { sheet, form, entries } = view;
  const { slot, feedback, attempts } = sheet;
  // As many tries as one likes, checked one by one: nothing stands before the questions.
  const direct = feedback === "after-each" && attempts === null && !player.readOnly;
  if (direct && page === sheet.page && !player.state.sheets[slot]?.paper) player.dispatch({ type: "started", sheet: slot, seed: null });
  const held = player.state.sheets[slot];
  const open = held?.paper && !held.paper.submitted;
  const used = held?.attempts ?? 0;
  reveal(one(form, "sheet-intro"), !open && !(direct && held?.paper));
  reveal(one(form, "sheet-items"), !!held?.paper);
  reveal(one(form, "submit"), !!open && feedback !== "after-each" && !player.readOnly);
  put(one(form, "submit"), view.lacking.length ? t("submit-anyway") : view.submit);
  reveal(one(form, "start"), (attempts === null || used < attempts) && !player.readOnly);
  reveal(one(form, "attempts"), used > 0);
  put(one(form, "attempts"), attemptsLeft(ui, sheet, used));
  if (!held?.paper) return;
  const list = entries[0].fieldset.parentElement;
  const drawn = player.drawn(slot);
  entries.forEach(({ item, fieldset }) => reveal(fieldset, drawn.some((one) => one.item === item.slot)));
  drawn.forEach(({ item, parts }, index) => {
    const entry = entries.find((other) => other.item.slot === item);
    if (!entry) return;
    const there = list?.children[index] ?? null;
    if (there !== entry.fieldset) list?.insertBefore(entry.fieldset, there);
    drawItem(ui, view, entry, held, parts);
    put(one(entry.fieldset, "number"), t("question-of", { page: index + 1, total: drawn.length }));
  });
  announce(ui, view, held, drawn);
}
