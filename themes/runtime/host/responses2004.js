// What a pattern or a response holds, by the type of its interaction: SCORM 2004 RTE 4.2.9.1 and 4.2.9.2.
// In: a type and a value from the content. Out: 0 or 406. Never throws. What is marked LMS, the standard has and an LMS refuses.

import {isLanguage, isShortIdentifier, real, undelimited} from './types2004.js';

/** @typedef {import('./types2004.js').Type} Type */

/** @param {(value: string) => boolean} holds @returns {Type} */
const typed = (holds) => (value) => (holds(value) ? 0 : 406);
const isReal = (/** @type {string} */ value) => real()(value) === 0;
const isBoolean = (/** @type {string} */ value) => value === 'true' || value === 'false';
/** LMS: one line. */
const isLine = (/** @type {string} */ value, /** @type {number} */ most) => value.length <= most && !/[\r\n]/.test(value);

/** Short identifiers joined by `[,]`, up to 36; RTE 4.2.9.1, choice: each once. @param {string} value @param {boolean} once */
const tokens = (value, once) => {
  const parts = value.split('[,]');
  return parts.length <= 36 && parts.every(isShortIdentifier) && (!once || new Set(parts).size === parts.length);
};

/** Pairs `source[.]target` joined by `[,]`, up to 36. @param {string} value */
const pairs = (value) => {
  const parts = value.split('[,]').map((pair) => pair.split('[.]'));
  return parts.length <= 36 && parts.every((pair) => pair.length === 2 && pair.every(isShortIdentifier));
};

/** Up to ten texts, each of a language, joined by `[,]`. @param {string} value */
const texts = (value) => {
  const parts = value.split('[,]').map((part) => undelimited(part, {lang: isLanguage}));
  return parts.length <= 10 && parts.every((part) => part !== null && isLine(part, 250));
};

/** Steps `name[.]answer` joined by `[,]`, up to 125. LMS: an answer is no range. @param {string} value */
const steps = (value) => {
  const parts = value.split('[,]').map((step) => step.split('[.]'));
  const holds = (/** @type {string[]} */ [name, answer, ...more]) => more.length === 0 && answer !== undefined && (name !== '' || answer !== '') &&
    (name === '' || isShortIdentifier(name)) && isLine(answer, 250) && !answer.includes('[:]');
  return parts.length <= 125 && parts.every(holds);
};

/** @param {string} value @param {Record<string, (value: string) => boolean>} known @param {(value: string) => boolean} holds */
const behind = (value, known, holds) => {
  const said = undelimited(value, known);
  return said !== null && holds(said);
};

/** A range. LMS: both ends are there. @param {string} value */
const range = (value) => {
  const [low, high, ...more] = value.split('[:]');
  return more.length === 0 && high !== undefined && isReal(low) && isReal(high) && Number(low) <= Number(high);
};

/**
 * By type: what a response holds, what a pattern holds, how many patterns there may be, and whether no two may be the same.
 * @type {Record<string, {response: Type, pattern: Type, most: number, unique?: boolean}>}
 */
export const KINDS = {
  'true-false': {response: typed(isBoolean), pattern: typed(isBoolean), most: 1},
  // LMS: an empty set is refused.
  choice: {response: typed((value) => tokens(value, true)), pattern: typed((value) => tokens(value, true)), most: 10, unique: true},
  'fill-in': {
    response: typed(texts),
    pattern: typed((value) => behind(value, {case_matters: isBoolean, order_matters: isBoolean}, texts)), most: 5,
  },
  'long-fill-in': {
    response: typed((value) => behind(value, {lang: isLanguage}, (said) => isLine(said, 4000))),
    // LMS: nothing but a language stands before the text.
    pattern: typed((value) => behind(value, {lang: isLanguage}, (said) => isLine(said, 4000) && !/^\{case_matters=/.test(said))), most: 5,
  },
  likert: {response: typed(isShortIdentifier), pattern: typed(isShortIdentifier), most: 1},
  matching: {response: typed(pairs), pattern: typed(pairs), most: 5},
  performance: {response: typed(steps), pattern: typed((value) => behind(value, {order_matters: isBoolean}, steps)), most: 5},
  sequencing: {response: typed((value) => tokens(value, false)), pattern: typed((value) => tokens(value, false)), most: 5, unique: true},
  numeric: {response: typed(isReal), pattern: typed(range), most: 1},
  // LMS: an empty pattern is refused.
  other: {response: typed((value) => value.length <= 4000), pattern: typed((value) => value !== '' && value.length <= 4000), most: 1},
};

/** RTE 4.2.9, type. */
export const INTERACTIONS = Object.keys(KINDS);

/** RTE 4.2.9, result: a word or a number. @type {Type} */
export const result = typed((value) => ['correct', 'incorrect', 'unanticipated', 'neutral'].includes(value) || isReal(value));
