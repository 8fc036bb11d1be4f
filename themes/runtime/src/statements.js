// In: the compiler's templates, facts of a session. Out: statements, each with its id and time for good. Cannot fail; docs/runtime-contract.md section 5.

import { duration } from "./client/times.js";
import { namedUuid, randomUuid } from "./client/uuid.js";
import { isText } from "./shape.js";

/** @typedef {import("./tracker.js").Interaction} Interaction */
/** @typedef {{points: number, max: number}} Score thousandths */

/** Whole per cents: cmi5 9.5.5.1. */
const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

/** The numbers that SCORM gets too: points, and a share of 4 decimals. @param {Score | null} score */
function scoreOf(score) {
  if (!score?.max) return {};
  return { score: { scaled: Math.round((score.points / score.max) * 10000) / 10000, raw: score.points / 1000, min: 0, max: score.max / 1000 } };
}

/** What says what came of each outcome, a fragment of its own. @returns {typeof import("./mastery.js") | undefined} */
const fragment = () => /** @type {any} */ (globalThis).coursec?.mastery;

/**
 * @param {import("./client/launch.js").Launch} launch
 * @param {import("./tracker.js").ReporterNeeds} needs
 * @param {import("./session.js").State} before what has been said of it
 */
export function createStatements(launch, { data, items, clock }, before) {
  const { actor, registration, dialect } = launch;
  /** Interactions that have been said. @type {WeakSet<Interaction>} */
  const said = new WeakSet();
  const { context, activities, assesses, attempt, templates } = /** @type {import("./data.js").Statements} */ (data.statements);
  const shared = /** @type {{contextActivities?: {grouping?: object[]}}} */ (context);
  const { unit } = activities;
  let latest = 0;
  let reached = 0;
  /** Never the same twice, never earlier than the one before; by the LRS's clock, where the browser's is ahead. @param {number} [at] */
  const timestamp = (at = clock.now()) => new Date((latest = Math.max(at, latest + 1)) - (launch.skew ?? 0)).toISOString();
  /** @param {string} key */
  const activity = (key) => ({ objectType: "Activity", ...activities[key] });
  /** @param {string} key */
  const named = (key) => (activities[key] ? [{ objectType: "Activity", id: activities[key].id }] : []);

  /**
   * @param {string} verb name of the template
   * @param {string} key of the activity
   * @param {object} result
   * @param {{once?: boolean, sheet?: number, other?: object[], at?: number}} [more] `once`: it is true once in a registration, and so has one id
   */
  const make = (verb, key, result, { once, sheet, other, at } = {}) => {
    const template = templates[verb];
    if (!template || !activities[key]) return [];
    const parent = template.parent ? named(template.parent === "sheet" ? `sheet:${sheet}` : template.parent) : [];
    const tries = attempt ? [{ objectType: "Activity", id: `${unit.id}?attemptId=${registration}`, definition: attempt }] : [];
    const statement = {
      id: once ? namedUuid(`${registration}|${template.verb.id}|${activities[key].id}`) : randomUuid(),
      actor,
      verb: template.verb,
      object: activity(key),
      ...(Object.keys(result).length ? { result } : {}),
      context: {
        ...shared,
        registration,
        contextActivities: {
          ...shared.contextActivities,
          ...(attempt ? { grouping: [...(shared.contextActivities?.grouping ?? []), ...tries] } : {}),
          ...(parent.length ? { parent } : {}),
          ...(other?.length ? { other } : {}),
        },
      },
      timestamp: timestamp(at),
    };
    return dialect ? dialect.tell(verb, statement) : [statement];
  };

  /** @param {Interaction} made */
  const answered = (made) => {
    const item = data.items[made.item];
    if (!item || !made.response) return [];
    const typed = item.shape.some(isText);
    const response = typed && !data.lrs?.free_text ? {} : { response: items[item.type].pattern(item, made.response, "xapi") };
    const result = { ...(made.result === "neutral" ? {} : { success: made.result === "correct" }), ...response, duration: duration(made.latency), ...scoreOf({ points: made.points, max: item.points }) };
    const other = (assesses?.[made.item] ?? []).flatMap((place) => named(`outcome:${place}`));
    return make("answered", `item:${made.item}`, result, { sheet: made.sheet, other, at: made.time });
  };

  /** What has come of outcomes since. @param {import("./session.js").State} after */
  const outcomes = (after) => {
    const were = fragment()?.mastery(before, data, items) ?? [];
    return (fragment()?.mastery(after, data, items) ?? []).flatMap(({ success, score }, place) =>
      success === were[place].success || success === "unknown" ? [] : make(success === "passed" ? "mastered" : "missed", `outcome:${place}`, { success: success === "passed", ...scoreOf(score) }),
    );
  };

  /** How far the learner has come since, where that is not yet the end. @param {import("./session.js").State} after */
  const progressed = (after) => {
    const now = Math.floor((fragment()?.progress(after, data) ?? 0) * 100);
    if (now <= reached || now > 99) return [];
    reached = now;
    return make("progressed", "unit", { ...(attempt ? { score: { scaled: now / 100 } } : {}), extensions: { [PROGRESS]: now } });
  };

  return {
    /** @param {boolean} resumed */
    started(resumed) {
      reached = Math.floor((fragment()?.progress(before, data) ?? 0) * 100);
      return make(resumed ? "resumed" : "initialized", "unit", {});
    },
    /** @param {import("./tracker.js").Projection} projection @param {import("./session.js").State} after */
    changed({ interactions, sessionTime, ...outcome }, after) {
      const read = after.read.filter((page) => !before.read.includes(page));
      const submitted = Object.values(data.sheets).filter(({ slot }) => (after.sheets[slot]?.attempts || 0) > (before.sheets[slot]?.attempts || 0));
      const score = scoreOf(outcome.score);
      const spent = { duration: duration(sessionTime) };
      const completed = after.completion === "completed" && before.completion !== "completed";
      const judged = after.success !== before.success && after.success !== "unknown";
      const fresh = interactions.filter((made) => !said.has(made));
      fresh.forEach((made) => said.add(made));
      const all = [
        ...read.flatMap((page) => make("experienced", `page:${page}`, {}, { once: true })),
        ...fresh.flatMap(answered),
        ...submitted.flatMap(({ slot }) => (activities[`sheet:${slot}`]?.id === unit.id ? [] : make("handed-in", `sheet:${slot}`, scoreOf(after.sheets[slot].last)))),
        ...(submitted.some(({ counts }) => counts) ? make("scored", "unit", score) : []),
        ...(templates.mastered ? outcomes(after) : []),
        ...progressed(after),
        ...(completed ? make("completed", "unit", { completion: true, ...spent }, { once: true }) : []),
        ...(judged ? make(after.success, "unit", { success: after.success === "passed", ...score, ...spent }, { once: true }) : []),
        ...(completed && launch.others?.completed ? make("course-completed", "course", { completion: true, ...spent }, { once: true }) : []),
        ...(judged && after.success === "passed" && launch.others?.passed ? make("course-passed", "course", { success: true, ...spent }, { once: true }) : []),
      ];
      before = after;
      return all;
    },
    /** Where attempts are activities, a session is suspended or terminated, never both. @param {import("./tracker.js").Projection} projection */
    ended: ({ finished, sessionTime }) => (finished ? ["terminated"] : attempt ? ["suspended"] : ["suspended", "terminated"]).flatMap((verb) => make(verb, "unit", { duration: duration(sessionTime) })),
  };
}
