// The data types of SCORM 1.2. In: a value from the content. Out: whether the type holds it. Never throws.
// Clauses: SCORM 1.2 RTE 3.4, "Data Types and Vocabulary"; what ADL's conformance suite narrows is marked ADL.

/** @typedef {(value: string) => boolean} Type */

/** RTE CMIString255: up to 255 characters. @type {Type} */
export const string255 = (value) => value.length <= 255;

/** RTE CMIString4096: up to 4096 characters. @type {Type} */
export const string4096 = (value) => value.length <= 4096;

/** RTE CMIIdentifier: up to 255 letters, digits, `-` and `_`, without white space; ADL: not blank. @type {Type} */
export const identifier = (value) => /^[A-Za-z0-9_-]{1,255}$/.test(value);

/** RTE CMIDecimal: digits, one point at most, a sign at most. @type {Type} */
export const decimal = (value) => /^-?\d+(\.\d+)?$/.test(value);

/** RTE CMISInteger: a whole number with a sign at most, here from `low` to `high`. @param {number} low @param {number} high @returns {Type} */
export const integerBetween = (low, high) => (value) => /^[-+]?\d{1,5}$/.test(value) && Number(value) >= low && Number(value) <= high;

/** RTE score.raw, min, max: CMIDecimal or CMIBlank; ADL: from 0 to 100. @type {Type} */
export const score = (value) => value === '' || (decimal(value) && Number(value) >= 0 && Number(value) <= 100);

/** RTE weighting: CMIDecimal; LMSs take -100 to 100. @type {Type} */
export const weighting = (value) => decimal(value) && Math.abs(Number(value)) <= 100;

/** RTE CMITime: a time of day, HH:MM:SS with up to two decimals. @type {Type} */
export const time = (value) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value);

/** RTE CMITimespan: two to four digits of hours, two of minutes, two of seconds, up to two decimals. @type {Type} */
export const timespan = (value) => /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/.test(value);

/** RTE CMIVocabulary: one of the words, as it is written. @param {...string} words @returns {Type} */
export const vocabulary = (...words) => (value) => words.includes(value);

/** RTE interactions.n.result: a word, or a CMIDecimal. @type {Type} */
export const result = (value) => vocabulary('correct', 'wrong', 'unanticipated', 'neutral')(value) || decimal(value);

const set = (/** @type {string} */ value, /** @type {RegExp} */ member) => {
  const bare = /^\{.*\}$/.test(value) ? value.slice(1, -1) : value;
  return bare.split(',').every((part) => member.test(part));
};

/** RTE CMIFeedback: what a pattern or response holds, by `cmi.interactions.n.type`. Each is a CMIString255 too. @type {Record<string, Type>} */
export const FEEDBACK = {
  'true-false': (value) => /^[01tf]$/.test(value),
  choice: (value) => set(value, /^[0-9a-z]$/),
  'fill-in': () => true,
  numeric: decimal,
  likert: (value) => /^[0-9a-z]?$/.test(value),
  matching: (value) => set(value, /^[0-9a-z]\.[0-9a-z]$/),
  performance: () => true,
  sequencing: (value) => set(value, /^[0-9a-z]$/),
};

/** RTE CMIFeedback, for an interaction of `type`; without a type any CMIString255. @param {string | undefined} type @returns {Type} */
export const feedbackOf = (type) => (value) => string255(value) && (FEEDBACK[type ?? 'fill-in'] ?? string255)(value);
