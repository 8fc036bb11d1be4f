// The seam between the core and what records: docs/runtime-contract.md section 3. No code.

/** @typedef {import("./session.js").Score} Score */

/**
 * @typedef {object} Facts
 * @property {"normal" | "review" | "browse"} mode
 * @property {{id: string, name: string} | null} [learner]
 * @property {string} [status] as stored, in the standard's words; empty where there is none
 * @property {string} [launchData]
 * @property {number[]} [awaits] slots of those in `after` of the data that are not complete
 * @property {string} [location] address of the page that was open, where that is stored beside the frame
 * @property {boolean} recording false where nothing can be stored
 * @property {string} [origin] of the window that records, where there is one
 * @property {import("./client/launch.js").Launch} [launch] where statements go, where what records knows it
 */

/**
 * @typedef {object} Interaction
 * @property {number} sheet slot
 * @property {number} item slot
 * @property {number} attempt from 1
 * @property {number} tries from 1; above 1 where the answer was checked again in the same attempt
 * @property {import("./table.js").Response | null} response null where it was left out
 * @property {number} points thousandths
 * @property {"correct" | "wrong" | "neutral"} result neutral where nobody marks it
 * @property {number} time ms since 1970
 * @property {number} latency ms
 */

/**
 * @typedef {object} Projection
 * @property {string} frame
 * @property {string} location address of the page
 * @property {number} counter of the state: the higher, the later
 * @property {"incomplete" | "completed"} completion
 * @property {"unknown" | "passed" | "failed"} success
 * @property {Score | null} score
 * @property {Interaction[]} interactions new ones, not yet saved
 * @property {number} sessionTime ms
 * @property {boolean} finished nothing is left to do: the unit is complete
 * @property {import("./session.js").State} state
 */

/** What is stored, and what is known of the launch. @typedef {{frame: string, facts: Facts}} Loaded */
/** @typedef {{saved: boolean, reason?: string, other?: Loaded}} Saved `other`: what somebody else has stored since: what is to be saved is done on that first */

/**
 * An adapter. Nothing of it rejects. What it can do at once it does before it returns: the page may be going.
 * @typedef {object} Tracker
 * @property {() => Promise<Loaded>} load
 * @property {(projection: Projection) => Promise<Saved>} save
 * @property {(projection: Projection | null) => Promise<Saved>} end null ends without writing anything
 */

/** @typedef {{now: () => number, elapsed: () => number, later: (act: () => void, ms: number) => any, cancel: (timer: any) => void}} Clock ms since 1970; ms since any start, never back */

/** @typedef {{data: import("./data.js").Data, items: Record<string, import("./table.js").ItemType>, window: Window & typeof globalThis, clock: Clock}} TrackerNeeds */
/** @typedef {TrackerNeeds & {random: () => number}} ReporterNeeds */

/**
 * What sends statements. Nothing of it throws, and nobody waits for it.
 * @typedef {object} Reporter
 * @property {(facts: Facts, state: import("./session.js").State, resumed: boolean) => void} start
 * @property {(projection: Projection, last?: boolean) => Promise<void>} report the last report ends the session; resolves after at most 1.5 s
 */

export {};
