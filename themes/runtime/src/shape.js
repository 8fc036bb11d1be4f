// In: a shape, a value or a section. Out: whether the shape holds the value; its numbers, written or read.

import { unreadable } from "./letters.js";

/** @typedef {import("./letters.js").Port} Port */
/** @typedef {import("./table.js").Value} Value */

/** How many digits go into one number: of any base that a course may have they stay exact. */
const DIGITS = 5;
/** The most numbers in a way through a case study. */
const PATH_MOST = 120;

/** Whether two values say the same. @param {unknown} a @param {unknown} b */
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Numbers, the least first. @param {Iterable<number>} numbers */
export const ascending = (numbers) => [...numbers].sort((a, b) => a - b);

/** Whether its values are text. @param {string} shape */
export const isText = (shape) => /text|decimal/.test(shape);

/** So many numbers below a base, the first the least. @param {Port} io @param {number} base @param {number} count @param {(at: number) => number} digit */
export function portDigits(io, base, count, digit) {
  /** @type {number[]} */
  const found = [];
  for (let from = 0; from < count; from += DIGITS) {
    const to = Math.min(from + DIGITS, count);
    let number = 0;
    for (let at = to; at-- > from; ) number = number * base + digit(at);
    number = io(number);
    for (let at = from; at < to; at++) {
      found.push(number % base);
      number = Math.floor(number / base);
    }
    if (number) unreadable();
  }
  return found;
}

/** Which of so many there are. @param {Port} io @param {number} count @param {number[]} [given] @returns {number[]} */
export const portSet = (io, count, given = []) => portDigits(io, 2, count, (at) => +given.includes(at)).flatMap((bit, at) => (bit ? at : []));

/** Writes a value that its shape holds, or reads one. @param {Port} io @param {string} shape @param {any} given @returns {Value} */
export function portValue(io, shape, given) {
  // A `decimal` has no number of its own: it is not longer than 24.
  const [kind, n = 24, m] = /** @type {any[]} */ (shape.split(/[(,)]/));
  if (isText(shape)) {
    const codes = [...(given ?? "")].map((character) => character.codePointAt(0) ^ 96);
    const text = String.fromCodePoint(...Array.from({ length: io(codes.length) }, (_, at) => io(codes[at]) ^ 96));
    return text.length > n ? unreadable() : text;
  }
  // What is longer is left unread, and so the section is unreadable.
  if (kind === "path") return Array.from({ length: Math.min(io(given?.length), PATH_MOST) }, (_, at) => io(given?.[at]));
  if (kind === "one-of") return portDigits(io, n, 1, () => given)[0];
  if (kind === "map") return portDigits(io, +m + 1, n, (at) => (given?.[at] ?? -1) + 1).map((digit) => (digit ? digit - 1 : null));
  if (kind !== "order") return portSet(io, n, given);
  const order = portDigits(io, n, n, (at) => given?.[at]);
  return new Set(order).size < n ? unreadable() : order;
}

/** Whether shapes hold a response, one value each: it comes back as it went in. @param {string[]} shapes @param {unknown[]} response */
export function fits(shapes, response) {
  try {
    return same(shapes.map((shape, at) => portValue((number = 0) => number, shape, response[at])), response);
  } catch {
    return false;
  }
}
