// The types of the run-time's data: docs/runtime-contract.md section 1; and how a thing of it is found.

/**
 * @typedef {object} Data
 * @property {1} format
 * @property {string} id the unit's public id
 * @property {string} title
 * @property {string} lang
 * @property {{id: string, title: string, version: string, iri: string | null}} course
 * @property {string | null} iri
 * @property {string} scope key of what is stored in a browser
 * @property {number} release number of the release; 0 is a build that is none
 * @property {Rules} rules
 * @property {Lms} lms
 * @property {Page[]} pages
 * @property {Record<number, Sheet>} sheets by slot
 * @property {Record<number, Item>} items by slot
 * @property {Layout[]} layouts the first is this build's own
 * @property {Lrs | null} lrs
 * @property {Statements | null} statements
 * @property {Objective[]} [objectives] where what came of each outcome is told
 * @property {boolean} [alone] SCORM 2004: the package launches nothing else
 * @property {string} [language_mark] SCORM 2004: stands before a text that was typed
 * @property {{slot: number, scope: string, iri?: string}[]} [after] launchables that have to be complete before, where the home is the navigation
 * @property {Record<string, string | {one?: string, other: string, [plural: string]: string | undefined}>} messages
 */

/**
 * @typedef {object} Rules
 * @property {number} pages thousandths of the pages to read
 * @property {"passed" | "attempted" | "none"} assessments
 * @property {"review" | "normal"} after_completion
 * @property {"keep" | "reopen"} on_new_content
 */

/**
 * What the LMS wants otherwise than others.
 * @typedef {object} Lms
 * @property {"" | "suspend"} exit12 `cmi.core.exit` of a finished unit, in SCORM 1.2
 * @property {"normal" | "suspend"} exit2004 `cmi.exit` of one, in SCORM 2004
 * @property {boolean} request whether `adl.nav.request` is set at the end
 * @property {number} alive seconds after which what is saved is saved again, so that a session lives on; 0 is never
 * @property {boolean} interactions whether answers are reported one by one
 * @property {boolean} objectives whether outcomes are
 */

/** @typedef {{slot: number, kind: "overview" | "lesson" | "assessment" | "case" | "practice" | "results", id: string, address: string, title: string, minutes: number | null, sheet: number | null}} Page `sheet`: slot of the one that stands on it */

/**
 * @typedef {object} Sheet
 * @property {number} slot
 * @property {string} id
 * @property {string} title
 * @property {"diagnostic" | "formative" | "summative" | "practice"} purpose
 * @property {number} page slot of its page; of what stands in texts there is none: null, which no slot is
 * @property {number | null} attempts null is without limit
 * @property {"all" | "wrong"} retry what a new attempt asks
 * @property {number} pass thousandths
 * @property {"after-each" | "after-submit" | "after-last-attempt" | "never"} feedback
 * @property {"best" | "last" | "first"} report
 * @property {{items: boolean, options: boolean}} shuffle
 * @property {"fixed" | "learner" | "attempt" | null} seed null where nothing of its papers is drawn or shuffled
 * @property {boolean} unseen whether what was not seen comes first
 * @property {{seconds: number, extend: boolean} | null} limit how long an attempt may take, and whether learners may give themselves more
 * @property {boolean} counts
 * @property {number} max thousandths, the most that a paper is worth
 * @property {number[]} items numbers of those that its papers can hold, in the author's order
 */

/**
 * @typedef {object} Item
 * @property {number} slot
 * @property {string} id
 * @property {string} type
 * @property {string} interaction id in SCORM
 * @property {number} meaning
 * @property {number} points thousandths
 * @property {"all-or-nothing" | "per-part"} marking
 * @property {string[]} shape
 * @property {any} key by type
 * @property {number[]} parts slots, in the author's order
 * @property {number | null} last slot of the part that stays last
 * @property {{kind: string, correct: string[], tokens: Record<string, [string, string]>, text?: string}} report in the words of the target; a part's tokens there and in xAPI
 * @property {Record<string, string>} misconceptions
 * @property {boolean} [regrade] whether answers that were handed in are marked with a corrected key
 */

/** An outcome: slots of the lessons that teach it, and for it and each of its criteria the items that count. @typedef {{id: string, iri: string | null, title: string, lessons: number[], asked: number[][], done?: boolean}} Objective */

/** Slot, items in the author's order, and how many are drawn from which of them. @typedef {[number, number[], [number, number[]][]?]} SheetLayout */

/** @typedef {{hash: number, ordinal: number, pages: number, sheets: SheetLayout[], items: [number, number, string[]][]}} Layout */

/** @typedef {{from: ("launch" | "broker" | "lms" | "stamp")[], broker?: string | null, origins: string[], home_page: string | null, include_name: boolean, free_text: boolean}} Lrs */

/** @typedef {{id: string, definition?: object}} Activity */

/**
 * @typedef {object} Statements
 * @property {{contextActivities: {grouping: object[], category: object[]}, [property: string]: unknown}} context
 * @property {Record<string, Activity>} activities
 * @property {Record<string, number[]>} [assesses] by slot of an item, the places in `objectives` of the outcomes that it assesses
 * @property {{completed: string[], passed: string[]}} [others] activities of the other units, all and those that can be passed, where the last of them states the course
 * @property {{type: string}} [attempt] where attempts are activities of their own
 * @property {Record<string, {verb: {id: string, display: object}, object: "course" | "unit" | "page" | "sheet" | "item" | "outcome", parent?: "sheet" | "unit"}>} templates
 */

/** The page with that slot. @param {Data} data @param {number} slot */
export const pageAt = ({ pages }, slot) => pages.find((page) => page.slot === slot);
