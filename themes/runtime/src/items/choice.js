// One or several of a list, or a statement that is true or not. Key: {correct: [slots]}, or one slot. Response: [slot], or [[slots]] where several may be chosen.

/** @import { Item } from "../data.js" */
/** @import { Response, Told } from "../table.js" */

/** @param {Item} item @param {Response} response @returns {Told} */
export function mark({ key, misconceptions }, response) {
  /** @type {number[]} */
  const correct = [key.correct].flat();
  const slots = /** @type {number[]} */ (response.flat());
  const hits = slots.filter((slot) => correct.includes(slot)).length;
  return {
    // One that is not right takes a right one away.
    share: Math.max(0, 2 * hits - slots.length) / correct.length,
    parts: Object.fromEntries([...slots, ...correct].map((slot) => [slot, correct.includes(slot)])),
    said: slots.map((slot) => [`part:${slot}`, misconceptions[slot]]),
  };
}
