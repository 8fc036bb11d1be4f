// What a course is stated with once all of it is done: names of templates, and results. No code.

/** @type {Record<"completed" | "passed", [string, object]>} */
export const STATED = { completed: ["course-completed", { completion: true }], passed: ["course-passed", { success: true }] };
