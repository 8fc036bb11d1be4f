// What a course comes to when its units do: the roll-up of SCORM 2004, written from the book "Sequencing and Navigation", appendix, RB.1.2 to RB.1.4.2, for a
// tree of one level whose course has rules of its own. It shares nothing with what writes our manifests.

/** @typedef {import("./manifest.mjs").Activity} Activity */
/** What a learner has come to; null is not known. @typedef {{satisfied: boolean | null, completed: boolean | null}} Status */

/** RB.1.4.1: a condition about a child; what rests on something that is not known is not known, and so is its contrary. @param {import("./manifest.mjs").Condition} of @param {Status} status */
function holds({ condition, operator }, status) {
  /** @type {Record<string, boolean | null>} */
  const values = { satisfied: status.satisfied, completed: status.completed, objectiveStatusKnown: status.satisfied !== null, activityProgressKnown: status.completed !== null };
  if (!(condition in values)) throw new Error(`no rule for ${condition}`);
  const value = values[condition];
  return operator === "not" && value !== null ? !value : value;
}

/** RB.1.4.1: all of a rule's conditions about a child together, or any. @param {import("./manifest.mjs").RollupRule} rule @param {Status} status */
function together({ combination, conditions }, status) {
  const values = conditions.map((condition) => holds(condition, status));
  const decides = combination === "any";
  if (values.includes(decides)) return decides;
  return values.includes(null) ? null : !decides;
}

/** RB.1.4: whether a rule for `action` fires. RB.1.4.2: about the children that count for it. @param {Activity} course @param {Status[]} statuses @param {string} action */
function fires(course, statuses, action) {
  const success = /satisfied/i.test(action);
  return course.rollup.rules.some((rule) => {
    if (rule.action !== action) return false;
    const counted = course.children.flatMap(({ delivery, rollup }, at) => (delivery.tracked && (success ? rollup.satisfied : rollup.completion) ? [together(rule, statuses[at])] : []));
    // With no child to ask, no rule changes anything.
    if (counted.length === 0) return false;
    if (rule.set === "all") return counted.every((value) => value === true);
    if (rule.set === "any") return counted.includes(true);
    throw new Error(`no rule for ${rule.set}`);
  });
}

/** UP.4: what the LMS itself says of an attempt that ended without a word, which was not suspended. @param {Activity} unit @param {Status} status @returns {Status} */
export const ended = (unit, { satisfied, completed }) => ({
  satisfied: satisfied ?? (unit.delivery.objectiveByContent ? null : true),
  completed: completed ?? (unit.delivery.completionByContent ? null : true),
});

/** RB.1.2 b, RB.1.3: what the course comes to. The rule that says yes is asked last. @param {Activity} course @param {Status[]} statuses of its units @returns {Status} */
export function rollUp(course, statuses) {
  const decided = (/** @type {string} */ no, /** @type {string} */ yes) => (fires(course, statuses, yes) ? true : fires(course, statuses, no) ? false : null);
  return { satisfied: decided("notSatisfied", "satisfied"), completed: decided("incomplete", "completed") };
}
