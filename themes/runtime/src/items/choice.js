// One or several of a list. Key: {correct: [slots]}. Response: [slot], or [[slots]] where several may be chosen.

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

/** @param {Response | null} response @returns {number[]} the chosen slots, lowest first */
const chosen = (response) => /** @type {number[]} */ (response?.flat() ?? []);

/** @param {Element} fieldset @param {Item} item @returns {Response | null} */
export function read(fieldset, { shape }) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("input:checked"));
  const slots = [...inputs].map((input) => +input.value).sort((a, b) => a - b);
  if (!slots.length) return null;
  return shape[0].startsWith("subset") ? [slots] : slots;
}

/** @param {Element} fieldset @param {Item} _item @param {Response | null} response */
export function show(fieldset, _item, response) {
  for (const input of fieldset.querySelectorAll("input")) input.checked = chosen(response).includes(+input.value);
}

/** @param {Item} item @param {Response} response @returns {Mark} */
export function mark({ key, marking, misconceptions, points }, response) {
  /** @type {{correct: number[]}} */
  const { correct } = key;
  const slots = chosen(response);
  const hits = slots.filter((slot) => correct.includes(slot)).length;
  const misses = slots.length - hits;
  const right = !misses && hits === correct.length;
  return {
    points: Math.round(points * (marking === "per-part" ? Math.max(0, hits - misses) / correct.length : +right)),
    right,
    parts: Object.fromEntries([...slots, ...correct].map((slot) => [slot, correct.includes(slot)])),
    feedback: slots.flatMap((slot) => [`part:${slot}`, ...(misconceptions[slot] ? [`misconception:${misconceptions[slot]}`] : [])]),
  };
}

/** @param {Item} item @param {Response} response @param {Form} form */
export const pattern = ({ report }, response, form) =>
  chosen(response).map((slot) => report.tokens[slot][form === "xapi" ? 1 : 0]).join(form === "xapi" ? "[,]" : ",");
