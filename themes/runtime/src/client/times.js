// In: milliseconds. Out: times as the standards write them. Cannot fail.

/**
 * CMITimespan, `HHHH:MM:SS.SS`, at most 9999 hours. SCORM 1.2 RTE 3.4.4.
 * @param {number} ms
 */
export function timespan(ms) {
  const most = Math.min(ms, 35999999990);
  return `${Math.floor(most / 3600000)}`.padStart(4, "0") + new Date(most).toISOString().slice(13, 22);
}

/** CMITime, `HH:MM:SS`, where the learner is. @param {number} ms since 1970 */
export const clockTime = (ms) => new Date(ms).toTimeString().slice(0, 8);

/** ISO 8601 duration, hundredths of a second. SCORM 2004 RTE 4.1.1.7, timeinterval(second,10,2); xAPI 1.0.3 Data 4.6. @param {number} ms */
export const duration = (ms) => `PT${Math.max(0, Math.floor(ms / 10) / 100)}S`;
