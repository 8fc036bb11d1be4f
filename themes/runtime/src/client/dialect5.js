// In: statements. Out: the same by the rules of cmi5 9: what is said of the unit once, with the LMS's activity and categories, the rest with its context. Cannot fail.

import { duration } from "./times.js";
import { randomUuid } from "./uuid.js";

const CONTEXT = "https://w3id.org/xapi/cmi5/context/";
const VERB = "http://adlnet.gov/expapi/verbs/";
/** What is said of the unit itself: LMSs take each once. */
const DEFINED = ["completed", "passed", "failed", "terminated"];
/** cmi5 has its own words for the beginning and the end of a session. */
const UNSAID = ["initialized", "resumed", "suspended"];

/** @typedef {{contextTemplate: any, masteryScore?: number, returnURL?: string, launchMode?: string}} Settings State document `LMS.LaunchData` */

/** @param {string} name */
const verbOf = (name) => ({ id: VERB + name, display: { en: name } });

/** Lists joined, properties added, nothing replaced. cmi5 10.2.1. @param {any} given @param {any} more @returns {any} */
function joined(given, more) {
  if (Array.isArray(given)) return [...given, ...[more ?? []].flat()];
  if (given === null || typeof given !== "object") return given ?? more;
  const names = new Set([...Object.keys(given), ...Object.keys(more ?? {})]);
  return Object.fromEntries([...names].map((name) => [name, joined(given[name], more?.[name])]));
}

/** A score as cmi5 9.5.1 has it. @param {any} score */
function scoreOf(score) {
  const { scaled, raw, min, max } = score ?? {};
  if (!(scaled >= 0)) return {};
  return { score: [raw, min, max].every(Number.isInteger) ? score : { scaled } };
}

/**
 * A statement of the unit itself.
 * @param {string} name
 * @param {any} statement
 * @param {{activityId: string, registration: string, settings: Settings}} launched
 */
function defined(name, { result, context, ...statement }, { activityId, registration, settings }) {
  const { contextTemplate, masteryScore } = settings;
  const judged = name === "passed" || name === "failed";
  const { score, ...others } = result ?? {};
  const categories = ["cmi5", ...(judged || others.completion ? ["moveon"] : [])].map((category) => ({ objectType: "Activity", id: `${CONTEXT}categories/${category}` }));
  const own = {
    contextActivities: { category: categories },
    ...(judged && masteryScore !== undefined ? { extensions: { [`${CONTEXT}extensions/masteryscore`]: masteryScore } } : {}),
  };
  return {
    ...statement,
    object: { objectType: "Activity", id: activityId },
    ...(result ? { result: { ...others, ...(judged ? scoreOf(score) : {}) } } : {}),
    // Our own profile does not describe what an LMS has to be told.
    context: { ...joined(joined(contextTemplate, own), context && { ...context, contextActivities: { ...context.contextActivities, category: [] } }), registration },
  };
}

/**
 * @param {import("./launch.js").Launch} launch
 * @param {string} activityId
 * @param {Settings} settings
 * @param {import("./session5.js").Session} session
 * @param {string[]} told what the LMS has been told in this registration
 * @param {Pick<import("../tracker.js").TrackerNeeds, "window" | "clock">} needs
 */
export function createDialect({ actor, registration }, activityId, settings, session, told, { window, clock }) {
  const launched = { activityId, registration, settings };
  const begun = clock.elapsed();
  /** The last score of this session. @type {any} */
  let tried = null;
  /** @param {string[]} names */
  const said = (...names) => names.some((name) => session.said.includes(name));
  /** @param {string} name */
  const may = (name) => !said(name) && (name === "terminated" || name === "failed" || !told.includes(name)) && (!["passed", "failed"].includes(name) || (!said("passed", "failed") && !told.includes("passed")));
  /** What a result comes to where the launch judges it: cmi5 10.2.4. @param {any} result */
  const verdict = (result) => (result.score?.scaled >= /** @type {number} */ (settings.masteryScore) ? "passed" : "failed");
  /** @type {import("./launch.js").Dialect} */
  const dialect = {
    known: {
      completion: told.includes("completed") ? "completed" : "incomplete",
      success: told.includes("passed") ? "passed" : told.includes("failed") ? "failed" : "unknown",
    },
    tell(name, statement) {
      if (UNSAID.includes(name)) return [];
      if (!DEFINED.includes(name)) {
        if (name === "scored") tried = statement.result;
        return [{ ...statement, context: joined(settings.contextTemplate, statement.context) }];
      }
      // Where the launch judges, what the course makes of a score does not count.
      if (!may(name) || (["passed", "failed"].includes(name) && settings.masteryScore !== undefined && verdict(statement.result) !== name)) return [];
      // Who tried in this session and did not pass has failed in it: cmi5 9.3.5.
      const late = tried && verdict(tried);
      const judged = name === "terminated" && late ? dialect.tell(late, { ...statement, id: randomUuid(), verb: verbOf(late), result: { ...statement.result, ...tried, success: late === "passed" } }) : [];
      session.keep({ said: [...session.said, name] });
      return [...judged, defined(name, statement, launched)];
    },
    sent({ verb, object }) {
      if (object.id === activityId) told.push(verb.id.slice(VERB.length));
    },
    left() {
      if (/^https?:/.test(settings.returnURL ?? "")) window.location.assign(`${settings.returnURL}`);
    },
  };
  return {
    dialect,
    /** A statement of the session's beginning or end, made here. @param {string} name */
    own(name) {
      session.keep({ said: [...session.said, name] });
      const ended = name === "terminated" ? { result: { duration: duration(clock.elapsed() - begun) } } : {};
      return defined(name, { id: randomUuid(), actor, verb: verbOf(name), ...ended, timestamp: new Date(clock.now()).toISOString() }, launched);
    },
  };
}
