// In: milliseconds. Out: times as SCORM 1.2 writes them. Cannot fail.

/**
 * CMITimespan, `HHHH:MM:SS.SS`, at most 9999 hours. SCORM 1.2 RTE 3.4.4.
 * @param {number} ms
 */
export function timespan(ms) {
  const seconds = Math.min(Math.floor(ms / 10), 3599999999) / 100;
  /** @param {number} number @param {number} digits */
  const padded = (number, digits) => `${Math.floor(number)}`.padStart(digits, "0");
  return `${padded(seconds / 3600, 4)}:${padded((seconds / 60) % 60, 2)}:${(seconds % 60).toFixed(2).padStart(5, "0")}`;
}

/** CMITime, `HH:MM:SS`, where the learner is. @param {number} ms since 1970 */
export const clockTime = (ms) => new Date(ms).toTimeString().slice(0, 8);
