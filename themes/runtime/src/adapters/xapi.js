// In: projections. Out: a State document of the LRS that a launch names. Nothing of it rejects: without a launch nothing is recorded.
// A launch is kept for the tab alone, until it is closed: the page that lists the units leads to them without it, and pages are loaded again.

import { isSafe, launchOf, takeParameters } from "../client/launch.js";
import { cameTo, createRecord, inTime } from "../client/record.js";
import { ask, negotiate, parsed } from "../client/request.js";
import { STATED } from "../client/stated.js";

const KEY = "coursec/launch";

/** What launched the tab. @param {Window} window @returns {import("../client/launch.js").Given} */
function launched(window) {
  const given = takeParameters(window);
  try {
    if (given.endpoint) window.sessionStorage.setItem(KEY, JSON.stringify(given));
    else return JSON.parse(window.sessionStorage.getItem(KEY) ?? "{}");
  } catch {
    // A browser that keeps nothing has the launch for this page.
  }
  return given;
}

/** The page that lists the units has nothing else to do than to take the launch for them. */
const taken = globalThis.window ? launched(globalThis.window) : null;

/**
 * What the units have come to, in one document of the course: the last of them states the course. Two pages at once may each take the other for open, so the document is
 * read again when something was told; where no session was left to do so, the next one of any unit that is done states the course.
 * @param {import("../client/launch.js").Launch} launch
 * @param {import("../tracker.js").TrackerNeeds} needs
 */
async function join(launch, needs) {
  const { after, course, iri, statements } = needs.data;
  const { others } = statements ?? {};
  const query = { activityId: `${course.iri}`, agent: JSON.stringify(launch.actor), registration: launch.registration, stateId: "coursec" };
  /** What each unit has come to, and what the course was stated with. @type {Record<string, Record<string, string>>} */
  let known = {};
  let told = "";
  /** @type {number[]} */
  let awaits = [];
  const read = async () => {
    const { status, text } = await ask(launch, needs, "activities/state", { query });
    known = { ...known, ...parsed(text) };
    return status;
  };
  /** Merged with what is there. @param {object} body */
  const post = (body) => ask(launch, needs, "activities/state", { method: "POST", query, body });
  if (others) {
    const status = await inTime(needs.clock, read());
    launch.others = (state) =>
      /** @type {const} */ ([["completion", "completed"], ["success", "passed"]]).flatMap(([key, word]) => {
        const stands = known[`${course.iri}`] ?? {};
        if (state[key] !== word || stands[key] === word || !others[word].every((unit) => known[unit]?.[key] === word)) return [];
        known[`${course.iri}`] = { ...stands, [key]: word };
        void post({ [`${course.iri}`]: known[`${course.iri}`] });
        return [STATED[word]];
      });
    // An LRS that does not say what was done closes nothing.
    if (status === 200 || status === 404) awaits = (after ?? []).filter((unit) => known[`${unit.iri}`]?.completion !== "completed").map(({ slot }) => slot);
  }
  return {
    awaits,
    /** @param {import("../tracker.js").Projection} projection */
    async tell({ completion, success }) {
      const word = completion + success;
      if (!others || told === word) return;
      told = word;
      const { status } = await post({ [`${iri}`]: { completion, success } });
      // What was not taken is told again with the next change.
      if (status < 200 || status > 299) told = "";
      else await read();
    },
  };
}

/**
 * The tracker of a package that is launched as Tin Can packages are.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker(needs) {
  const { data, window } = needs;
  const given = taken ?? launched(window);
  /** @type {ReturnType<typeof createRecord> | null} */
  let record = null;
  /** @type {Awaited<ReturnType<typeof join>> | null} */
  let joined = null;
  /** @type {import("../tracker.js").Facts} */
  let facts = { mode: "normal", recording: false };
  return {
    async load() {
      const launch = isSafe(given.endpoint) ? launchOf(given, data, facts) : null;
      if (!launch || !data.iri) return { frame: "", facts };
      await inTime(needs.clock, negotiate(launch, needs));
      record = createRecord(launch, data.iri, needs);
      joined = await join(launch, needs);
      const { frame, location } = await record.load();
      facts = { ...facts, learner: { id: launch.person, name: "" }, location, awaits: joined.awaits, recording: true, launch };
      return { frame, facts };
    },
    async save(projection) {
      const { frame, location, counter } = projection;
      void joined?.tell(projection);
      return cameTo(facts, record?.save({ frame, location, counter }));
    },
    async end(projection) {
      const kept = record;
      record = null;
      if (!projection) return { saved: !!kept };
      const { frame, location, counter } = projection;
      void joined?.tell(projection);
      return cameTo(facts, kept?.save({ frame, location, counter }, true));
    },
  };
}
