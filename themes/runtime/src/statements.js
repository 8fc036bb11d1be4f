// In: the compiler's templates, facts of a session. Out: statements, each with its id and time for good. Cannot fail; docs/runtime-contract.md section 5.

import { duration } from "./client/times.js";
import { namedUuid, randomUuid } from "./client/uuid.js";
import { isText } from "./shape.js";

/** @typedef {import("./tracker.js").Interaction} Interaction */
/** @typedef {{points: number, max: number}} Score thousandths */
/** @typedef {import("./session.js").State} State */

/** Whole per cents: cmi5 9.5.5.1. */
const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

/** The numbers that SCORM gets too: points, and a share of 4 decimals. @param {Score | null} score */
const scoreOf = (score) => (score?.max ? { score: { scaled: Math.round((score.points / score.max) * 10000) / 10000, raw: score.points / 1000, min: 0, max: score.max / 1000 } } : undefined);

/** What makes statements of templates. @param {import("./client/launch.js").Launch} launch @param {import("./data.js").Statements} statements @param {import("./tracker.js").Clock} clock */
function createMaker(launch, { activities, attempt, context, templates }, clock) {
  const { actor, registration, dialect } = launch;
  const { unit } = activities;
  let latest = 0;
  /** Activities by their ids alone; nothing where there are none: what is undefined is not sent. @param {(import("./data.js").Activity | undefined)[]} list */
  const named = (...list) => (list[0] ? list.map((activity) => ({ objectType: "Activity", id: activity?.id })) : undefined);

  /**
   * @param {string} verb name of the template
   * @param {string} key of the activity
   * @param {object} [result]
   * @param {{once?: boolean, sheet?: number, other?: import("./data.js").Activity[], at?: number}} [more] `once`: it is true once in a registration, and so has one id
   */
  return (verb, key, result, { once, sheet, other = [], at = clock.now() } = {}) => {
    const template = templates[verb];
    const object = activities[key];
    if (!template || !object) return [];
    const { grouping, ...given } = context.contextActivities;
    // Never the same time twice, never earlier than the one before; by the LRS's clock, where the browser's is ahead.
    latest = Math.max(at, latest + 1);
    const statement = {
      id: once ? namedUuid(`${registration}|${template.verb.id}|${object.id}`) : randomUuid(),
      actor,
      verb: template.verb,
      object: { objectType: "Activity", ...object },
      result,
      context: {
        ...context,
        registration,
        contextActivities: {
          ...given,
          grouping: attempt ? [...grouping, { objectType: "Activity", id: `${unit.id}?attemptId=${registration}`, definition: attempt }] : grouping,
          parent: named(template.parent && (activities[`${template.parent}:${sheet}`] ?? unit)),
          other: named(...other),
        },
      },
      timestamp: new Date(latest - (launch.skew ?? 0)).toISOString(),
    };
    return dialect ? dialect.tell(verb, statement) : [statement];
  };
}

/**
 * @param {import("./client/launch.js").Launch} launch
 * @param {import("./tracker.js").ReporterNeeds} needs
 * @param {State} before what has been said of it
 */
export function createStatements(launch, { data, items, clock }, before) {
  const statements = /** @type {import("./data.js").Statements} */ (data.statements);
  const { activities, assesses, attempt } = statements;
  const make = createMaker(launch, statements, clock);
  // What says what came of each outcome is a fragment of its own.
  const { mastery, progress } = /** @type {{coursec: {mastery: typeof import("./mastery.js")}}} */ (/** @type {unknown} */ (globalThis)).coursec.mastery;
  /** Interactions that have been said. @type {WeakSet<Interaction>} */
  const said = new WeakSet();
  let reached = 0;
  /** @param {State} state */ const percent = (state) => Math.floor(progress(state, data) * 100);
  /** @param {Interaction} made */ const answered = ({ item, sheet, response, result, points, time, latency }) => {
    const asked = data.items[item];
    if (!response) return [];
    const told = {
      success: result === "neutral" ? undefined : result === "correct",
      response: data.lrs?.free_text || !asked.shape.some(isText) ? items[asked.type].pattern(asked, response, "xapi") : undefined,
      duration: duration(latency),
      ...scoreOf({ points, max: asked.points }),
    };
    const other = (assesses?.[item] ?? []).map((place) => activities[`outcome:${place}`]);
    return make("answered", `item:${item}`, told, { sheet, other, at: time });
  };

  /** What has come of outcomes since. @param {State} after */
  const outcomes = (after) => {
    const were = mastery(before, data, items);
    return mastery(after, data, items).flatMap(({ success, score }, place) =>
      success === were[place].success || success === "unknown" ? [] : make(success === "passed" ? "mastered" : "missed", `outcome:${place}`, { success: success === "passed", ...scoreOf(score) }),
    );
  };

  /** How far the learner has come since, where that is not yet the end. @param {State} after */
  const progressed = (after) => {
    const now = percent(after);
    if (now <= reached || now > 99) return [];
    reached = now;
    return make("progressed", "unit", { score: attempt && { scaled: now / 100 }, extensions: { [PROGRESS]: now } });
  };

  return {
    /** @param {boolean} resumed */ started(resumed) {
      reached = percent(before);
      return make(resumed ? "resumed" : "initialized", "unit");
    },
    /** @param {import("./tracker.js").Projection} projection */ changed({ interactions, sessionTime, score, state: after }) {
      const { completion, success, read, sheets } = after;
      const submitted = Object.values(data.sheets).filter(({ slot }) => sheets[slot] && sheets[slot].attempts > (before.sheets[slot]?.attempts ?? 0));
      const spent = { duration: duration(sessionTime) };
      const completed = completion === "completed" && before.completion !== completion;
      const judged = success !== "unknown" && before.success !== success;
      const all = [
        ...read.flatMap((page) => (before.read.includes(page) ? [] : make("experienced", `page:${page}`, undefined, { once: true }))),
        ...interactions.flatMap((made) => (said.has(made) || !said.add(made) ? [] : answered(made))),
        ...submitted.flatMap(({ slot }) => make("handed-in", `sheet:${slot}`, scoreOf(sheets[slot].last))),
        ...(submitted.some(({ counts }) => counts) ? make("scored", "unit", scoreOf(score)) : []),
        ...outcomes(after),
        ...progressed(after),
        ...(completed ? make("completed", "unit", { completion: true, ...spent }, { once: true }) : []),
        ...(judged ? make(success, "unit", { success: success === "passed", ...scoreOf(score), ...spent }, { once: true }) : []),
        ...(launch.others?.(after) ?? []).flatMap(([verb, result]) => make(verb, "course", { ...result, ...spent }, { once: true })),
      ];
      before = after;
      return all;
    },
    /** Where attempts are activities, a session is suspended or terminated, never both. @param {import("./tracker.js").Projection} projection */
    ended: ({ finished, sessionTime }) => (finished ? ["terminated"] : attempt ? ["suspended"] : ["suspended", "terminated"]).flatMap((verb) => make(verb, "unit", { duration: duration(sessionTime) })),
  };
}
