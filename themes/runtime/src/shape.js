// In: a shape such as `one-of(4)`, and a value or a section. Out: whether it holds the value; its bits, written or read. `decimal` and `text` are in the texts.

import { Unreadable, width } from "./bits.js";

/** @typedef {import("./bits.js").Reader} Reader */
/** @typedef {import("./bits.js").Writer} Writer */
/** @typedef {import("./table.js").Value} Value */

/**
 * @param {string} shape
 * @returns {[string, number, number]} its name and its numbers
 */
function parse(shape) {
  const [name, numbers = ""] = shape.split(/[()]/);
  const [first = 0, second = 0] = numbers.split(",").map(Number);
  return [name, first, second];
}

/** Whether its values are text. @param {string} shape */
export const isText = (shape) => /^(text|decimal)/.test(shape);

/** @param {unknown} value @param {number} below */
const isBelow = (value, below) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < below;

/** @param {unknown} value @param {number} below */
const isSet = (value, below) =>
  Array.isArray(value) && value.every((one, at) => isBelow(one, below) && (at === 0 || value[at - 1] < one));

/**
 * Whether a shape holds a value.
 * @param {string} shape
 * @param {unknown} value
 * @returns {boolean}
 */
export function holds(shape, value) {
  const [name, first, second] = parse(shape);
  switch (name) {
    case "one-of":
      return isBelow(value, first);
    case "order":
      return Array.isArray(value) && value.length === first && isSet([...value].sort((a, b) => a - b), first);
    case "map":
      return Array.isArray(value) && value.length === first && value.every((one) => one === null || isBelow(one, second));
    case "text":
      return typeof value === "string" && value.length <= first;
    case "decimal":
      return typeof value === "string" && value.length <= 24;
    default:
      return isSet(value, first);
  }
}

/** Whether shapes hold a response, one value each. @param {string[]} shapes @param {unknown[]} response */
export const fits = (shapes, response) => response.length === shapes.length && shapes.every((shape, at) => holds(shape, response[at]));

/**
 * @param {Writer} out
 * @param {string} shape
 * @param {any} value that the shape holds
 */
export function writeValue(out, shape, value) {
  const [name, first, second] = parse(shape);
  if (name === "one-of") out.bits(value, width(first));
  else if (name === "order") for (const one of value) out.bits(one, width(first));
  else if (name === "map") for (const one of value) out.bits(one === null ? 0 : one + 1, width(second + 1));
  else if (!isText(name)) for (let bit = 0; bit < first; bit++) out.flag(value.includes(bit));
}

/**
 * @param {Reader} section
 * @param {string} shape
 * @returns {Value} the empty text for `text` and `decimal`
 */
export function readValue(section, shape) {
  if (isText(shape)) return "";
  const [name, first, second] = parse(shape);
  const each = Array.from({ length: first }, (_, at) => at);
  /** @type {any} */
  let value;
  if (name === "one-of") value = section.bits(width(first));
  else if (name === "order") value = each.map(() => section.bits(width(first)));
  else if (name === "map") value = each.map(() => section.bits(width(second + 1)) - 1).map((one) => (one < 0 ? null : one));
  else value = each.filter(() => section.flag());
  if (!holds(shape, value)) throw new Unreadable();
  return value;
}
