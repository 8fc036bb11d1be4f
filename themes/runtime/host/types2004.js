// The data types of SCORM 2004. In: a value from the content. Out: 0, or the error code that refuses it: 406, a number out of its range 407. Never throws.
// Clauses: SCORM 2004 RTE 4.1.1, "Data Model Element Data Types". A smallest permitted maximum (SPM) is all that every LMS keeps, so no more is taken here.
// What an LMS refuses though the standard has it is refused too, and marked LMS: content that plays here plays there.

/** @typedef {(value: string) => 0 | 406 | 407} Type */

/** @param {boolean} holds @returns {0 | 406} */
const typed = (holds) => (holds ? 0 : 406);

/** RTE 4.1.1, characterstring: up to `most` characters. @param {number} most @returns {Type} */
export const text = (most) => (value) => typed(value.length <= most);

/** RTE 4.1.1, state: one of the words, as it is written. @param {...string} words @returns {Type} */
export const words = (...words) => (value) => typed(words.includes(value));

/**
 * RTE 4.1.1, real(10,7): up to seven decimals, from `low` to `high`.
 * LMS: no exponent, no point without digits before it, five digits before it at most.
 * @param {number} [low] @param {number} [high] @returns {Type}
 */
export const real = (low = -Infinity, high = Infinity) => (value) => {
  if (!/^-?\d{1,5}(\.\d{1,7})?$/.test(value)) return 406;
  return Number(value) < low || Number(value) > high ? 407 : 0;
};

/** RTE 4.1.1, language_type: a code of ISO 639, `i` or `x`, and codes behind it. LMS: none of the codes that ISO 639-2 leaves to private use. @param {string} value */
export const isLanguage = (value) =>
  value.length <= 250 && /^([a-z]{2,3}|[ix])(-[A-Za-z0-9]{2,8})*$/.test(value) && !/^q[a-t][a-z](-|$)/.test(value);

/** RTE 4.2.13, learner_preference.language: a language, or none. @type {Type} */
export const language = (value) => typed(value === '' || isLanguage(value));

/**
 * What stands before a text: `{name=value}`, each name once. RTE 4.1.1, "Reserved Delimiters".
 * @param {string} value @param {Record<string, (value: string) => boolean>} known the names that may stand there
 * @returns {string | null} the text behind them; null where one has no such value
 */
export const undelimited = (value, known) => {
  const [, name, of] = /^\{(\w+)=([^}]*)\}/.exec(value) ?? [];
  if (name === undefined || !(name in known)) return value;
  const {[name]: holds, ...others} = known;
  return holds(of) ? undelimited(value.slice(name.length + of.length + 3), others) : null;
};

/** RTE 4.1.1, localized_string_type: a text in a language, `{lang=en}` where none is named. LMS: one line. @param {number} most characters @returns {Type} */
export const localized = (most) => (value) => {
  const said = undelimited(value, {lang: isLanguage});
  return typed(said !== null && said.length <= most && !/[\r\n]/.test(said));
};

/** RTE 4.1.1, long_identifier_type: a URI (RFC 3986), not blank, up to 4000 characters. @type {Type} */
export const longIdentifier = (value) => typed(value.length <= 4000 && /^([\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(value));

/** RTE 4.1.1, short_identifier_type: up to 250 characters of a URI. LMS: letters, digits, `_` and `.` alone. @param {string} value */
export const isShortIdentifier = (value) => /^[A-Za-z0-9_.]{1,250}$/.test(value);

/** RTE 4.1.1, time(second,10,0): a zone stands behind a fraction only, which has two digits at most; from 1970 to 2038. @type {Type} */
export const time = (value) => {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,2}(?:Z|[+-]\d{2}(?::\d{2})?)?)?)?)?)?)?)?$/.exec(value);
  if (!parts) return 406;
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const at = new Date(Date.UTC(Number(year), month - 1, day, hour, minute, second));
  const whole = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return typed(whole && Number(year) >= 1970 && Number(year) <= 2038);
};

const DURATION = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?$/;

/** RTE 4.1.1, timeinterval(second,10,2). @type {Type} */
export const interval = (value) => typed(DURATION.test(value));

/** Hundredths of a second in a timeinterval; a year has 365 days and a month 30. @param {string | undefined} value */
export const hundredths = (value) => {
  const [years, months, days, hours, minutes, seconds] = (DURATION.exec(value ?? '') ?? []).slice(1).map((part) => Number(part ?? 0));
  const whole = ((years * 365 + months * 30 + days) * 24 + hours) * 3600 + minutes * 60;
  return Number.isNaN(whole) ? 0 : whole * 100 + Math.round(seconds * 100);
};

/** Hundredths of a second as a timeinterval. @param {number} total */
export const intervalOf = (total) => {
  const seconds = `${Math.floor(total / 100) % 60}${total % 100 ? `.${String(total % 100).padStart(2, '0')}` : ''}`;
  return `PT${Math.floor(total / 360000)}H${Math.floor(total / 6000) % 60}M${seconds}S`;
};
