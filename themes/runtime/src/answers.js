// In: what an item type says of itself. Out: the whole type: how an answer is read from its controls, shown in them, marked, and written as a standard writes it.
// All of it goes by the shapes of the answer; what a type does otherwise, or more, it says itself.

import { ascending, isText } from "./shape.js";

/** @import { Item } from "./data.js" */
/** @import { Form, ItemPart, ItemType, Response } from "./table.js" */

/** The control whose name ends with that number. @param {Element} fieldset @param {unknown} n @returns {any} */
const control = (fieldset, n) => fieldset.querySelector(`[name$="-${n}"]`);

/** The lists of what is matched, by the slots of it. @param {Element} fieldset @param {Item} item @returns {HTMLSelectElement[]} */
const lists = (fieldset, { key }) => key.correct.map((/** @type {unknown} */ _, /** @type {number} */ n) => control(fieldset, n));

/** What is ticked or not. @param {Element} fieldset */
const boxes = (fieldset) => [.../** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("[type=radio],[type=checkbox]"))];

/** @param {Element} fieldset @param {Item} item @returns {Response | null} */
function readControls(fieldset, item) {
  const slots = ascending(boxes(fieldset).flatMap(({ checked, value }) => (checked ? +value : [])));
  const response = item.shape.map((shape, at) => {
    if (isText(shape)) return control(fieldset, at).value;
    if (shape.startsWith("map")) return lists(fieldset, item).map(({ value }) => (value ? +value : null));
    return shape.startsWith("one-of") ? slots[0] : slots;
  });
  return response.flat().join("").trim() ? response : null;
}

/** @param {Element} fieldset @param {Item} item @param {any[] | null} response */
function fill(fieldset, item, response) {
  item.shape.forEach((shape, at) => {
    const value = response?.[at];
    if (isText(shape)) control(fieldset, at).value = value ?? "";
    else if (shape.startsWith("map")) lists(fieldset, item).forEach((list, n) => (list.value = value?.[n] ?? ""));
    else if (shape !== "path") for (const box of boxes(fieldset)) box.checked = [value].flat().includes(+box.value);
  });
}

/** A text as it is reported. @param {string} text */
const plain = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** @param {Item} item @param {any[]} response @param {Form} form */
function pattern({ key, report, shape }, response, form) {
  const [which, dot, comma] = form === "xapi" ? [1, "[.]", "[,]"] : [0, ".", ","];
  /** @param {number} slot */
  const token = (slot) => report.tokens[slot]?.[which] ?? [];
  const told = response.flatMap((value, at) => {
    if (isText(shape[at])) return plain(value);
    const slots = [value].flat();
    if (key.targets) return slots.flatMap((place, n) => (place === null ? [] : token(key.sources[n]) + dot + token(key.targets[place])));
    return slots.flatMap((slot) => token(key.steps ? key.steps[slot] : slot));
  });
  return told.join(comma);
}

/** @param {ItemPart} type @returns {ItemType} */
export const complete = (type) => ({
  read: readControls,
  pattern,
  ...type,
  show(fieldset, item, response) {
    fill(fieldset, item, response);
    return type.show?.(fieldset, item, response);
  },
  mark(item, response) {
    const { share = 0, said = [], ...told } = type.mark(item, response ?? []);
    const part = item.marking === "per-part" ? share : Math.floor(share);
    const feedback = said.flatMap(([name, belief]) => (belief ? [name, `misconception:${belief}`] : [name]));
    return { points: Math.round(item.points * part), right: share === 1, parts: {}, ...told, feedback };
  },
});
