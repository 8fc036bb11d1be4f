// A text of some length, and the points that the learner finds in it when it stands beside the model answer. Key: {}. Response: [text], with a rubric [text, [slots]].

/** @import { Item } from "../data.js" */
/** @import { Response } from "../table.js" */

export { mark } from "./likert.js";

/** The text's control. @param {Element} fieldset */
const area = (fieldset) => /** @type {HTMLTextAreaElement} */ (fieldset.querySelector("textarea"));

/** The rubric's. @param {Element} fieldset */
const ticks = (fieldset) => [.../** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("[type=checkbox]"))];

/** @param {Element} fieldset @param {Item} item @returns {Response | null} */
export function read(fieldset, { shape }) {
  const { value } = area(fieldset);
  const found = ticks(fieldset).filter((input) => input.checked).map((input) => +input.value);
  return value.trim() ? [value, found.sort((a, b) => a - b)].slice(0, shape.length) : null;
}

/** @param {HTMLElement} fieldset @param {Item} _item @param {Response | null} response */
export function show(fieldset, _item, response) {
  const text = area(fieldset);
  const [value = "", found = []] = /** @type {any[]} */ (response ?? []);
  if (text.value !== value) text.value = value;
  for (const input of ticks(fieldset)) input.checked = found.includes(+input.value);
  const left = /** @type {HTMLElement} */ (fieldset.querySelector("[data-left]"));
  (fieldset.oninput = () => (left.textContent = `${text.maxLength - text.value.length}`))();
}

/** @param {Item} _item @param {Response} response */
export const pattern = (_item, [text]) => `${text ?? ""}`.replace(/\s+/g, " ").trim();
