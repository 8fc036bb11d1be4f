// In: projections, statements. Out: a session of an assignable unit as cmi5 has it: token, launch data, preferences, state, then `initialized` first and `terminated` last. Nothing of it rejects.

import { isSafe } from "../client/launch.js";
import { createRecord } from "../client/record.js";
import { ask, parsed } from "../client/request.js";
import { randomUuid } from "../client/uuid.js";

const CONTEXT = "https://w3id.org/xapi/cmi5/context/";
/** cmi5 9.3: what is said of the unit itself, each once; LMSs take no other such verbs. */
const DEFINED = ["completed", "passed", "failed", "terminated"];
/** cmi5 has its own words for the beginning and the end of a session. */
const UNSAID = ["initialized", "resumed", "suspended"];
const VERB = "http://adlnet.gov/expapi/verbs/";

/** @param {string} name */
const verbOf = (name) => ({ id: VERB + name, display: { en: name } });

/** Lists joined, properties added, nothing replaced. cmi5 10.2.1. @param {any} given @param {any} more @returns {any} */
function joined(given, more) {
  if (Array.isArray(given)) return [...given, ...[more ?? []].flat()];
  if (given === null || typeof given !== "object") return given ?? more;
  const names = new Set([...Object.keys(given), ...Object.keys(more ?? {})]);
  return Object.fromEntries([...names].map((name) => [name, joined(given[name], more?.[name])]));
}

/**
 * The tracker of an assignable unit.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker(needs) {
  const { window, clock } = needs;
  const begun = clock.elapsed();
  const given = Object.fromEntries(new URL(window.location.href).searchParams);
  const { endpoint, fetch, registration, activityId } = given;
  const actor = parsed(given.actor);
  /** The token is given once: a page that is loaded again goes on with it. @type {{auth?: string, said?: string[]}} */
  let session = {};
  /** @param {typeof session} [change] */
  const keep = (change) => {
    Object.assign(session, change);
    try {
      window.sessionStorage.setItem(`coursec/${fetch}`, JSON.stringify(session));
    } catch {
      // Where the browser keeps nothing, a page that is loaded again has no token.
    }
  };
  /** @type {any} */
  let settings = {};
  /** @type {string[]} */
  let told = [];
  /** The last score of this session that did not pass. @type {any} */
  let tried = null;
  /** @type {ReturnType<typeof createRecord> | null} */
  let record = null;
  let mode = "normal";
  /** @type {import("../client/launch.js").Launch} */
  const launch = { endpoint, auth: "", actor, registration, person: actor?.account?.name };
  const random = () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;

  /** A statement of the unit by the rules of cmi5 9. @param {string} name @param {any} statement */
  const defined = (name, { result, context, ...statement }) => {
    const judged = name === "passed" || name === "failed";
    const { raw, ...shares } = result?.score ?? {};
    const whole = [raw, shares.min, shares.max].every(Number.isInteger);
    const mastery = settings.masteryScore;
    const score = judged && result?.score && agrees(name, shares.scaled) ? { score: whole ? result.score : { scaled: shares.scaled } } : {};
    const categories = ["cmi5", ...(result?.completion || judged ? ["moveon"] : [])];
    const { score: _, ...others } = result ?? {};
    return {
      ...statement,
      object: { objectType: "Activity", id: activityId },
      ...(result ? { result: { ...others, ...score } } : {}),
      context: joined(joined(settings.contextTemplate, { contextActivities: { category: categories.map((id) => ({ objectType: "Activity", id: `${CONTEXT}categories/${id}` })) } }), {
        ...context,
        registration,
        ...(judged && mastery !== undefined ? { extensions: { [`${CONTEXT}extensions/masteryscore`]: mastery } } : {}),
      }),
    };
  };
  /** Whether a score may stand with a verb: cmi5 9.3.4, 9.3.5. @param {string} name @param {number} scaled */
  const agrees = (name, scaled) => scaled >= 0 && (settings.masteryScore === undefined || scaled >= settings.masteryScore === (name === "passed"));

  /** @param {string} name @param {any} result */
  const own = (name, result) =>
    defined(name, {
      id: randomUuid(random),
      actor,
      verb: verbOf(name),
      result,
      timestamp: new Date(clock.now()).toISOString(),
    });
  const spent = () => ({ duration: `PT${Math.floor((clock.elapsed() - begun) / 10) / 100}S` });

  /** @type {import("../client/launch.js").Dialect} */
  const dialect = {
    known: { completion: "incomplete", success: "unknown" },
    tell(name, statement) {
      if (UNSAID.includes(name)) return [];
      if (!DEFINED.includes(name)) {
        if (name === "scored") tried = statement.result;
        return [{ ...statement, context: joined(settings.contextTemplate, statement.context) }];
      }
      const said = session.said ?? [];
      const judged = said.includes("passed") || said.includes("failed");
      if (said.includes(name) || (name !== "terminated" && told.includes(name)) || (name === "failed" && told.includes("passed")) || (judged && name !== "completed" && name !== "terminated")) return [];
      // Who tried in this session and did not pass has failed in it: cmi5 9.3.5.
      const failed = name === "terminated" && tried && !judged && !told.includes("passed") ? dialect.tell("failed", { ...statement, id: randomUuid(random), verb: verbOf("failed"), result: { ...tried, success: false, ...spent() } }) : [];
      keep({ said: [...(session.said ?? []), name] });
      return [...failed, defined(name, statement)];
    },
    sent({ verb, object }) {
      if (object.id === activityId) told.push(verb.id.slice(VERB.length));
    },
    left() {
      if (/^https?:/.test(settings.returnURL)) window.location.assign(settings.returnURL);
    },
  };

  /** Takes the token. It comes with status 200, errors too: cmi5 8.2. */
  const token = async () => {
    if (session.auth) return;
    const answer = await window.fetch(fetch, { method: "POST", credentials: "omit", referrerPolicy: "no-referrer" });
    const { "auth-token": auth } = await answer.json();
    if (auth) keep({ auth: `Basic ${auth}`, said: [] });
  };

  /** @param {any[]} statements @param {boolean} [keepalive] */
  const send = async (statements, keepalive) => (await ask(launch, needs, "statements", { method: "POST", body: statements, keepalive })).status;

  return {
    async load() {
      /** @type {import("../tracker.js").Facts} */
      const facts = { mode: "normal", learner: null, status: "", launchData: "", recording: false };
      try {
        session = parsed(window.sessionStorage.getItem(`coursec/${fetch}`)) ?? {};
      } catch {
        session = {};
      }
      try {
        if (!isSafe(endpoint) || !isSafe(fetch) || !actor?.account || session.said?.includes("terminated")) return { frame: "", facts };
        await token();
        if (!session.auth) return { frame: "", facts };
        launch.auth = session.auth;
        const agent = given.actor;
        const { text } = await ask(launch, needs, "activities/state", { query: { activityId, agent, registration, stateId: "LMS.LaunchData" } });
        settings = parsed(text);
        if (!settings?.contextTemplate) return { frame: "", facts };
        mode = `${settings.launchMode}`.toLowerCase();
        const preferences = parsed((await ask(launch, needs, "agents/profile", { query: { agent, profileId: "cmi5LearnerPreferences" } })).text);
        if (preferences?.audioPreference === "off") window.document.querySelectorAll("audio, video").forEach((media) => (/** @type {HTMLMediaElement} */ (media).muted = true));
        record = createRecord(launch, activityId, needs);
        const stored = await record.load();
        told = stored.told ?? [];
        dialect.known = {
          completion: told.includes("completed") ? "completed" : "incomplete",
          success: told.includes("passed") ? "passed" : told.includes("failed") ? "failed" : "unknown",
        };
        if (!session.said?.includes("initialized")) {
          if ((await send([own("initialized", undefined)])) > 299) return { frame: "", facts };
          keep({ said: ["initialized"] });
        }
        const known = mode === "review" || mode === "browse" ? mode : "normal";
        return { frame: stored.frame, facts: { ...facts, mode: known, learner: { id: launch.person, name: "" }, location: stored.location, recording: true, launch: { ...launch, dialect } } };
      } catch {
        return { frame: "", facts };
      }
    },
    save: async ({ frame, location, counter }) => record?.save({ frame, location, counter, told }) ?? { saved: false, reason: "closed" },
    async end(projection) {
      const kept = record;
      record = null;
      if (!kept) return { saved: false, reason: "closed" };
      if (mode === "review" || mode === "browse") {
        keep({ said: [...(session.said ?? []), "terminated"] });
        await send([own("terminated", spent())], true);
        dialect.left();
      }
      if (!projection) return { saved: true };
      const { frame, location, counter } = projection;
      return kept.save({ frame, location, counter, told }, true);
    },
  };
}
