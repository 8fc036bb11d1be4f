// In: what each fragment registers as it runs. Out: one table, on the one global name of the run-time. The core's fragment comes first and makes it. Cannot fail.

/**
 * An item type, whole.
 * @typedef {object} ItemType
 * @property {(fieldset: HTMLElement, item: import("./data.js").Item) => Response | null} read what the learner has put in; null where that is no answer
 * @property {(fieldset: HTMLElement, item: import("./data.js").Item, response: Response | null) => number[] | void} show puts an answer into the controls; gives the slots of the parts, where they then stand in another order than the drawn one
 * @property {(item: import("./data.js").Item, response: Response | null | undefined) => Mark} mark null or undefined is an answer left out
 * @property {(item: import("./data.js").Item, response: Response, form: Form) => string} pattern the answer as the standard writes it, uncut
 */

/** What the fragment of an item type says; what it does not say goes by the shapes of its answers: answers.js. What was left out it marks as an empty list. @typedef {Partial<Omit<ItemType, "mark">> & {mark: (item: import("./data.js").Item, response: Response) => Told}} ItemPart `show` is more than filling in the controls */

/**
 * A number for `one-of`, a sorted list for `subset` and `flags`, a list for `order`, a list with null for none for `map`, a string for `text` and `decimal`.
 * @typedef {number | (number | null)[] | string} Value
 */

/** @typedef {Value[]} Response an answer: one value for each shape of its item */

/** How a standard writes an answer. @typedef {"scorm12" | "xapi"} Form */

/**
 * @typedef {object} Mark
 * @property {number} points thousandths
 * @property {boolean | null} right all of it; null where nobody marks it
 * @property {Record<string, boolean>} parts by slot, those that the learner touched or that are right: whether it is right. 0 stands for an unnamed blank.
 * @property {Record<string, string | null>} [answers] by slot: what would have been right, in words, where that is not seen from the parts
 * @property {string[]} feedback names of the templates that have something to say of this answer: `part:S`, `wrong:B:N`, `misconception:ID`
 */

/**
 * What an item type says of an answer.
 * @typedef {object} Told
 * @property {number} [share] of it that is right, 0 to 1; all of it is 1
 * @property {number} [points] where they are no share
 * @property {null} [right] null where nobody marks it
 * @property {Mark["parts"]} [parts]
 * @property {Mark["answers"]} [answers]
 * @property {[name: string, belief?: string][]} [said] names of the templates that have something to say, and the misconception that each shows
 */

/** A page that may be found. @typedef {[file: string, address: string, title: string, text: string]} Found */

/**
 * @typedef {object} Table
 * @property {Record<string, ItemPart>} items
 * @property {Record<string, {createTracker: (needs: import("./tracker.js").TrackerNeeds) => import("./tracker.js").Tracker}>} adapters one in each package
 * @property {typeof import("./mastery.js")} [mastery] where the target has words for outcomes
 * @property {typeof import("./services.js").services} [services] where the course names some that say where statements go
 * @property {((ui: import("./ui/index.js").Ui) => import("./ui/index.js").Part)[]} parts of the interface that not every course has
 * @property {Partial<typeof import("./laws/papers.js") & typeof import("./laws/releases.js") & typeof import("./laws/retries.js")>} laws of sessions that not every course needs: the compiler knows which does
 * @property {Found[]} [search] the pages of the course, once they were asked for
 * @property {import("./data.js").Data["messages"]} [debug] words of the panel that shows what is recorded
 * @property {Record<string, {createReporter: (needs: import("./tracker.js").ReporterNeeds) => import("./tracker.js").Reporter}>} xapi
 */

/** The table that the fragments of this document share: each enters its part under its kind and name. @type {Table} */
export const table = (/** @type {{coursec?: Table}} */ (/** @type {unknown} */ (globalThis)).coursec = { items: {}, adapters: {}, parts: [], laws: {}, xapi: {} });

/** Those of the session that only some courses have. */
export const { laws } = table;
