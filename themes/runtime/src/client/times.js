// In: milliseconds. Out: times as SCORM 1.2 writes them. Cannot fail.

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
