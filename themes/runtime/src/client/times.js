// In: milliseconds. Out: times as SCORM 1.2 writes them. Cannot fail.

/** @param {number} number @param {number} digits */
const padded = (number, digits) => String(Math.floor(number)).padStart(digits, "0");

/**
 * CMITimespan, `HHHH:MM:SS.SS`, at most 9999 hours. SCORM 1.2 RTE 3.4.4.
 * @param {number} ms
 */
export function timespan(ms) {
  const hundredths = Math.min(Math.max(0, Math.floor(ms / 10)), 3599999999);
  const [seconds, hours] = [hundredths / 100, hundredths / 360000];
  return `${padded(hours, 4)}:${padded((seconds / 60) % 60, 2)}:${padded(seconds % 60, 2)}.${padded(hundredths % 100, 2)}`;
}

/**
 * CMITime, `HH:MM:SS`, where the learner is.
 * @param {number} ms since 1970
 */
export function clockTime(ms) {
  const date = new Date(ms);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((number) => padded(number, 2)).join(":");
}
