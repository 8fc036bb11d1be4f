// Steps in an order. Key: {steps: [slots], correct: [places in steps]}. Response: [[places in steps]].
import { lists } from "./matching.js";

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

/** @param {Element} fieldset @param {Item} item @returns {Response | null} null while two steps have one place, or one has none */
export function read(fieldset, item) {
  /** @type {number[]} */
  const order = [];
  lists(fieldset, item).forEach(({ value }, step) => value && (order[+value] = step));
  return order.flat().length === item.key.correct.length ? [order] : null;
}

/** What is chosen so far stays. @param {Element} fieldset @param {Item} item @param {Response | null} response */
export function show(fieldset, item, response) {
  if (!response && !read(fieldset, item)) return;
  lists(fieldset, item).forEach((list, step) => (list.value = response ? `${/** @type {any} */ (response)[0].indexOf(step)}` : ""));
}

/** @param {Item} item @param {Response} response @returns {Mark} */
export function mark({ key, marking, points }, [given = []]) {
  /** @type {{steps: number[], correct: number[]}} */
  const { steps, correct } = key;
  const order = /** @type {number[]} */ (given);
  const follows = correct.filter((step, n) => n && order.includes(step) && order[order.indexOf(step) - 1] === correct[n - 1]).length;
  const share = follows / (correct.length - 1);
  /** @type {(value: (step: number, n: number) => any) => Record<string, any>} */
  const bySlot = (value) => Object.fromEntries(correct.map((step, n) => [steps[step], value(step, n)]));
  return {
    points: Math.round(points * (marking === "per-part" ? share : Math.floor(share))),
    right: share === 1,
    parts: bySlot((step, n) => order[n] === step),
    answers: bySlot((_, n) => `${n + 1}`),
    feedback: [],
  };
}

/** @param {Item} item @param {Response} response @param {Form} form */
export const pattern = ({ key, report }, [order], form) =>
  /** @type {number[]} */ (order).map((step) => report.tokens[key.steps[step]][form === "xapi" ? 1 : 0]).join(form === "xapi" ? "[,]" : ",");
