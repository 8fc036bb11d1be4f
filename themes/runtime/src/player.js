// The types of what the interface is built on. No code.

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./session.js").State} State */
/** @typedef {import("./session.js").Event} Event */

/**
 * Runs one session against one tracker. Nothing of it throws into the page. Read its properties afresh: they are getters.
 * @typedef {object} Player
 * @property {State} state never changed in place: a new value after each event that changed something
 * @property {import("./session.js").Outcome} outcome of that state
 * @property {(event: Event) => void} dispatch for `started` the seed is null: the player fills it in
 * @property {(listener: (player: Player) => void) => (() => void)} subscribe called after each change of state or of saving; gives what ends it
 * @property {(sheet: number) => {item: number, parts: number[]}[]} drawn the paper as drawn: items and their parts in order; empty where the sheet has no paper
 * @property {"idle" | "saving" | "saved" | "unsaved" | "off"} saving `off`: review, browse, or nothing can be stored
 * @property {number | null} savedAt ms since 1970 of the last confirmed save
 * @property {string | null} reason why it is unsaved, in the tracker's words
 * @property {import("./tracker.js").Facts} facts
 * @property {"empty" | "whole" | "partial" | "newer" | "foreign" | "damaged"} verdict of what was stored
 * @property {number} lost answers that were stored and could not be restored
 * @property {boolean} readOnly review mode: `answered`, `started`, ... change nothing
 * @property {boolean} ended after `exit`: nothing is recorded any more
 * @property {() => Promise<boolean>} save now ("Try now")
 * @property {() => Promise<boolean>} exit saves, ends the session; true where that was confirmed
 */

export {};
