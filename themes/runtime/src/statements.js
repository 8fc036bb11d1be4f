// In: the compiler's templates, facts of a session. Out: statements, each with its id and time for good. Cannot fail; docs/runtime-contract.md section 5.

import { duration } from "./client/times.js";
import { namedUuid, randomUuid } from "./client/uuid.js";
import { isText } from "./shape.js";

/** @typedef {import("./tracker.js").Interaction} Interaction */
/** @typedef {{points: number, max: number}} Score thousandths */

/** The numbers that SCORM gets too: points, and a share of 4 decimals. @param {Score | null} score */
function scoreOf(score) {
  if (!score?.max) return {};
  return { score: { scaled: Math.round((score.points / score.max) * 10000) / 10000, raw: score.points / 1000, min: 0, max: score.max / 1000 } };
}

/**
 * @param {import("./client/launch.js").Launch} launch
 * @param {import("./tracker.js").ReporterNeeds} needs
 * @param {import("./session.js").State} before what has been said of it
 */
export function createStatements({ actor, registration, dialect }, { data, items, clock, random }, before) {
  /** Interactions that have been said. @type {WeakSet<Interaction>} */
  const said = new WeakSet();
  const { context, activities, templates } = /** @type {import("./data.js").Statements} */ (data.statements);
  let latest = 0;
  /** Never the same twice, never earlier than the one before. @param {number} [at] */
  const timestamp = (at = clock.now()) => new Date((latest = Math.max(at, latest + 1))).toISOString();
  /** @param {string} key */
  const activity = (key) => ({ objectType: "Activity", ...activities[key] });

  /**
   * @param {string} verb name of the template
   * @param {string} key of the activity
   * @param {object} result
   * @param {{once?: boolean, parent?: string, at?: number}} [more] `once`: it is true once in a registration, and so has one id
   */
  const make = (verb, key, result, { once, parent, at } = {}) => {
    const template = templates[verb];
    if (!template || !activities[key]) return [];
    const shared = /** @type {{contextActivities?: object}} */ (context);
    const above = parent && activities[parent] ? { parent: [{ objectType: "Activity", id: activities[parent].id }] } : {};
    const statement = {
        id: once ? namedUuid(`${registration}|${template.verb.id}|${activities[key].id}`) : randomUuid(random),
        actor,
        verb: template.verb,
        object: activity(key),
        ...(Object.keys(result).length ? { result } : {}),
        context: { ...shared, registration, contextActivities: { ...shared.contextActivities, ...above } },
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
    return make("answered", `item:${made.item}`, result, { parent: `sheet:${made.sheet}`, at: made.time });
  };

  return {
    /** @param {boolean} resumed */
    started: (resumed) => make(resumed ? "resumed" : "initialized", "unit", {}),
    /** @param {import("./tracker.js").Projection} projection @param {import("./session.js").State} after */
    changed({ interactions, sessionTime, ...outcome }, after) {
      const read = after.read.filter((page) => !before.read.includes(page));
      const submitted = Object.values(data.sheets).some(({ slot, counts }) => counts && (after.sheets[slot]?.attempts || 0) > (before.sheets[slot]?.attempts || 0));
      const score = scoreOf(outcome.score);
      const spent = { duration: duration(sessionTime) };
      const completed = after.completion === "completed" && before.completion !== "completed";
      const judged = after.success !== before.success && after.success !== "unknown";
      const fresh = interactions.filter((made) => !said.has(made));
      fresh.forEach((made) => said.add(made));
      before = after;
      return [
        ...read.flatMap((page) => make("experienced", `page:${page}`, {}, { once: true, parent: "unit" })),
        ...fresh.flatMap(answered),
        ...(submitted ? make("scored", "unit", score) : []),
        ...(completed ? make("completed", "unit", { completion: true, ...spent }, { once: true }) : []),
        ...(judged ? make(after.success, "unit", { success: after.success === "passed", ...score, ...spent }, { once: true }) : []),
      ];
    },
    /** @param {import("./tracker.js").Projection} projection */
    ended: ({ finished, sessionTime }) => ["suspended", "terminated"].slice(finished ? 1 : 0).flatMap((verb) => make(verb, "unit", { duration: duration(sessionTime) })),
  };
}
