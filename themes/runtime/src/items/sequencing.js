// Steps in an order. Key: {steps: [slots], correct: [places in steps]}. Response: [[places in steps]].

/** @import { Item } from "../data.js" */
/** @import { Response, Told } from "../table.js" */

import { all, one } from "../ui/hooks.js";

/** @typedef {HTMLElement & {order?: number[]}} Place `order` is how the steps were put; none was moved where there is none */

/** @param {Place} place @returns {Response | null} */
export const read = ({ order }) => (order ? [order] : null);

/** @param {Place} place @param {Item} item @param {any[] | null} response */
export function show(place, { key }, response) {
  place.order = response?.[0];
  const rows = () => all("option", place);
  /** The row that an element is in, or so many on. @param {any} element @param {number} [on] */
  const rowAt = (element, on = 0) => rows()[rows().findIndex((row) => row.contains(element)) + on];
  /** Where a button leads: nowhere at an end. @param {HTMLElement} button */
  const next = (button) => rowAt(button, Number(button.dataset.move));
  /** Puts the step of an element where another is; those between give way. @param {HTMLElement} element @param {HTMLElement | undefined} to */
  const move = (element, to) => {
    const row = rowAt(element);
    if (!to || !row || to === row) return;
    const stand = rows();
    const at = stand.indexOf(to);
    stand.splice(at, 0, ...stand.splice(stand.indexOf(row), 1));
    place.order = stand.map(({ dataset }) => key.steps.indexOf(Number(dataset.option)));
    row.dispatchEvent(new Event("change", { bubbles: true }));
    // A row that moves loses the focus.
    element.focus();
    const said = one("moved", place);
    said.textContent = /** @type {any} */ (said.dataset.moved).replace("{step}", row.innerText.trim()).replace("{place}", at + 1);
  };
  place.onclick = ({ target }) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-move]"));
    if (button) move(button, next(button));
  };
  // A step is dragged by its grip, and stands at once where it is held.
  place.onpointerdown = ({ target }) => {
    const grip = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-grip]"));
    place.onpointermove = grip && (({ clientX, clientY }) => move(grip, rowAt(document.elementFromPoint(clientX, clientY))));
  };
  place.onpointerup = place.onpointerleave = () => (place.onpointermove = null);
  // Once the rows stand in their order.
  queueMicrotask(() => {
    for (const button of all("move", place)) /** @type {any} */ (button).ariaDisabled = !next(button);
  });
  return place.order?.map((step) => key.steps[step]);
}

/** @param {Item} item @param {Response} response @returns {Told} */
export function mark({ key }, [given = []]) {
  /** @type {{steps: number[], correct: number[]}} */
  const { steps, correct } = key;
  const order = /** @type {number[]} */ (given);
  const follows = correct.filter((step, n) => n && order.includes(step) && order[order.indexOf(step) - 1] === correct[n - 1]).length;
  /** @type {(value: (step: number, n: number) => any) => Record<string, any>} */
  const bySlot = (value) => Object.fromEntries(correct.map((step, n) => [steps[step], value(step, n)]));
  return { share: follows / (correct.length - 1), parts: bySlot((step, n) => order[n] === step), answers: bySlot((_, n) => `${n + 1}`) };
}
