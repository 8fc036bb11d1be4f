// One or several of a list. Key: {correct: [slots]}. Response: [slot], or [[slots]] where several may be chosen.

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

/** @param {Item} item */
const several = (item) => item.shape[0].startsWith("subset");

/** @param {Item} item @param {Response} response @returns {number[]} the chosen slots, lowest first */
const chosen = (item, response) => /** @type {number[]} */ (several(item) ? response[0] ?? [] : response);

/** @param {Element} fieldset @param {Item} item @returns {Response | null} */
export function read(fieldset, item) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("input:checked"));
  const slots = [...inputs].map((input) => +input.value).sort((a, b) => a - b);
  if (!slots.length) return null;
  return several(item) ? [slots] : slots;
}

/** @param {Element} fieldset @param {Item} item @param {Response | null} response */
export function show(fieldset, item, response) {
  const slots = response ? chosen(item, response) : [];
  for (const input of fieldset.querySelectorAll("input")) input.checked = slots.includes(+input.value);
}

/** @param {Item} item @param {Response} response @returns {Mark} */
export function mark(item, response) {
  /** @type {{correct: number[]}} */
  const { correct } = item.key;
  const slots = chosen(item, response);
  const hits = slots.filter((slot) => correct.includes(slot)).length;
  const misses = slots.length - hits;
  const right = !misses && hits === correct.length;
  const share = item.marking === "per-part" ? Math.max(0, hits - misses) / correct.length : +right;
  return {
    points: Math.round(item.points * share),
    right,
    parts: Object.fromEntries([...slots, ...correct].map((slot) => [slot, correct.includes(slot)])),
    feedback: slots.flatMap((slot) => {
      const belief = item.misconceptions[slot];
      return belief ? [`part:${slot}`, `misconception:${belief}`] : [`part:${slot}`];
    }),
  };
}

/** @param {Item} item @param {Response} response @param {Form} form */
export function pattern(item, response, form) {
  const [place, separator] = form === "xapi" ? [1, "[,]"] : [0, ","];
  return chosen(item, response).map((slot) => item.report.tokens[slot][place]).join(separator);
}
