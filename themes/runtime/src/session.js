// The types of the session: docs/runtime-contract.md section 3. No code.

/** @typedef {import("./table.js").Response} Response */
/** @typedef {{points: number, max: number}} Score thousandths */
/** @typedef {{response: Response | null, checked: boolean, tries: number}} Answer */
/** @typedef {{layout: string, attempt: number, seed: number | null, submitted: boolean}} Paper */

/**
 * @typedef {object} SheetState
 * @property {number} attempts the submitted ones
 * @property {boolean} passed
 * @property {Score | null} best
 * @property {Score | null} last
 * @property {Score | null} first
 * @property {Paper | null} paper
 * @property {Record<string, Answer>} answers by item slot
 */

/**
 * @typedef {object} State
 * @property {number} page slot
 * @property {number[]} read slots, sorted
 * @property {number | null} seed
 * @property {number} counter
 * @property {"incomplete" | "completed"} completion
 * @property {"unknown" | "passed" | "failed"} success
 * @property {Record<string, SheetState>} sheets by sheet slot, touched ones
 */

/** @typedef {{completion: "incomplete" | "completed", success: "unknown" | "passed" | "failed", score: Score | null}} Outcome */

/**
 * @typedef {{type: "opened", page: number} | {type: "read", page: number}
 *   | {type: "started", sheet: number, seed: number | null}
 *   | {type: "answered", sheet: number, item: number, response: Response | null}
 *   | {type: "checked", sheet: number, item: number}
 *   | {type: "retried", sheet: number, item: number}
 *   | {type: "submitted", sheet: number}} Event
 */

export {};
