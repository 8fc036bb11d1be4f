// In: a shape, a value or a section. Out: whether the shape holds the value; its bits, written or read. `decimal` and `text` are in the texts.

import { unreadable } from "./bits.js";

/** @typedef {import("./table.js").Value} Value */

/** Whether two values say the same. @param {unknown} a @param {unknown} b */
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Whether its values are text. @param {string} shape */
export const isText = (shape) => /^(text|decimal)/.test(shape);

/**
 * Writes a value that its shape holds, or reads one: a list of numbers below a base.
 * @param {Pick<import("./bits.js").Port, "bits">} io
 * @param {string} shape
 * @param {any} given
 * @returns {Value} the empty text for `text` and `decimal`
 */
export function portValue(io, shape, given) {
  const [name, count, kinds] = shape.split(/[(,)]/);
  if (isText(shape)) return "";
  const single = name === "one-of";
  const order = name === "order";
  const map = name === "map";
  const base = single || order ? +count : map ? +kinds + 1 : 2;
  const list = Array.from({ length: single ? 1 : +count }, (_, at) => {
    const value = single ? given : given?.[at];
    const code = io.bits(32 - Math.clz32(base - 1), single || order ? value : map ? (value ?? -1) + 1 : +!!given?.includes(at));
    return Number.isInteger(code) && code >= 0 && code < base ? code : unreadable();
  });
  if (order && new Set(list).size < +count) unreadable();
  if (single) return list[0];
  return order ? list : map ? list.map((code) => (code ? code - 1 : null)) : [...list.keys()].filter((at) => list[at]);
}

/**
 * Whether a shape holds a value: it comes back as it went in.
 * @param {string} shape
 * @param {any} value
 * @returns {boolean}
 */
export function holds(shape, value) {
  if (isText(shape)) return typeof value === "string" && value.length <= +(shape.match(/\d+/) ?? 24);
  try {
    return same(portValue({ bits: (_, code) => /** @type {number} */ (code) }, shape, value), value);
  } catch {
    return false;
  }
}

/** Whether shapes hold a response, one value each. @param {string[]} shapes @param {unknown[]} response */
export const fits = (shapes, response) => response.length === shapes.length && shapes.every((shape, at) => holds(shape, response[at]));
