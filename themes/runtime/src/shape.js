// In: a shape such as `one-of(4)`, and a value or a section. Out: whether it holds the value; its bits, written or read. `decimal` and `text` are in the texts.

import { Unreadable, width } from "./bits.js";

/** @typedef {import("./table.js").Value} Value */

/** Its name and its numbers. @param {string} shape @returns {[string, number, number]} */
function parse(shape) {
  const [name, numbers = ""] = shape.split(/[()]/);
  const [first = 0, second = 0] = numbers.split(",").map(Number);
  return [name, first, second];
}

/** Whether its values are text. @param {string} shape */
export const isText = (shape) => /^(text|decimal)/.test(shape);

/** @param {any} value @param {number} below */
const isBelow = (value, below) => Number.isInteger(value) && value >= 0 && value < below;

/** Whether it is a rising list. @param {any} value @param {number} below */
const isSet = (value, below) => Array.isArray(value) && value.every((one, at) => isBelow(one, below) && (!at || value[at - 1] < one));

/**
 * Whether a shape holds a value.
 * @param {string} shape
 * @param {any} value
 * @returns {boolean}
 */
export function holds(shape, value) {
  const [name, first, second] = parse(shape);
  if (isText(shape)) return typeof value === "string" && value.length <= (first || 24);
  if (name === "one-of") return isBelow(value, first);
  if (!Array.isArray(value)) return false;
  if (name === "order") return value.length === first && isSet([...value].sort((a, b) => a - b), first);
  if (name === "map") return value.length === first && value.every((one) => one === null || isBelow(one, second));
  return isSet(value, first);
}

/** Whether shapes hold a response, one value each. @param {string[]} shapes @param {unknown[]} response */
export const fits = (shapes, response) => response.length === shapes.length && shapes.every((shape, at) => holds(shape, response[at]));

/**
 * Writes a value that its shape holds, or reads one.
 * @param {import("./bits.js").Port} section
 * @param {string} shape
 * @param {any} given
 * @returns {Value} the empty text for `text` and `decimal`
 */
export function portValue(section, shape, given) {
  if (isText(shape)) return "";
  const [name, first, second] = parse(shape);
  const each = Array.from({ length: first }, (_, at) => at);
  /** @type {any} */
  let value;
  if (name === "one-of") value = section.bits(width(first), given);
  else if (name === "order") value = each.map((at) => section.bits(width(first), given?.[at]));
  else if (name === "map") value = each.map((at) => section.bits(width(second + 1), (given?.[at] ?? -1) + 1) - 1).map((one) => (one < 0 ? null : one));
  else value = each.filter((at) => section.flag(given?.includes(at)));
  if (!holds(shape, value)) throw new Unreadable();
  return value;
}
