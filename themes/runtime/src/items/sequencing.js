// Steps in an order. Key: {steps: [slots], correct: [places in steps]}. Response: [[places in steps]].

/** @import { Item } from "../data.js" */
/** @import { Response, Told } from "../table.js" */

/** @param {HTMLElement} fieldset @param {Item} item @param {Response | null} response @returns {number[] | undefined} */
export function show(fieldset, item, response) {
  const order = /** @type {number[] | undefined} */ (response?.[0]);
  /** The lists as their rows stand. */
  const rows = () => [...fieldset.querySelectorAll("select")];
  // Another place for a step: the one that is there takes its own. The lists have changed by the time the form hears of it.
  fieldset.onchange = ({ target }) => {
    const list = /** @type {HTMLSelectElement} */ (target);
    const stand = rows();
    const to = +list.value;
    stand[stand.indexOf(list)] = stand[to];
    stand[to] = list;
    stand.forEach((other, place) => (other.value = `${place}`));
    const said = /** @type {HTMLElement} */ (fieldset.querySelector("[data-moved]"));
    said.textContent = `${said.dataset.moved}`.replace("{step}", list.labels[0].innerText).replace("{place}", `${to + 1}`);
    // A row that moves loses the focus.
    const { activeElement } = document;
    setTimeout(() => /** @type {HTMLElement} */ (activeElement).focus());
  };
  // A step that is at an end stays there.
  fieldset.onclick = ({ target }) => {
    const move = +(/** @type {Element} */ (target).closest("[data-move]")?.getAttribute("data-move") ?? NaN);
    const stand = rows();
    const at = stand.findIndex((list) => list.parentElement?.contains(/** @type {Element} */ (target)));
    if (!stand[at + move]) return;
    stand[at].value = `${at + move}`;
    stand[at].dispatchEvent(new Event("change", { bubbles: true }));
  };
  return order?.map((step) => item.key.steps[step]);
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
