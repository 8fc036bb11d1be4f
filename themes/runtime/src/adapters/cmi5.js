// In: projections. Out: the session of an assignable unit: token, launch data, preferences, state, then `initialized` first and `terminated` last. Nothing of it rejects: where the launch is not whole, nothing is recorded.

import { createDialect } from "../client/dialect5.js";
import { isSafe } from "../client/launch.js";
import { cameTo, createRecord, patiently } from "../client/record.js";
import { ask, parsed } from "../client/request.js";
import { openSession } from "../client/session5.js";

/** HTTP 429 and what is above it: later it may work. */
const BUSY = 429;

/** How learners like it: cmi5 11. @param {any} preferences @param {Document} document */
function obey(preferences, document) {
  if (preferences?.audioPreference !== "off") return;
  document.querySelectorAll("audio, video").forEach((media) => (/** @type {HTMLMediaElement} */ (media).muted = true));
}

/**
 * What the launch gives, in the order that LMSs want it asked; null where it is not whole.
 * @param {import("../tracker.js").TrackerNeeds} needs
 */
async function open(needs) {
  const { window, clock } = needs;
  const { endpoint, fetch, registration, activityId, actor: agent } = Object.fromEntries(new URL(window.location.href).searchParams);
  const actor = parsed(agent);
  if (!isSafe(endpoint) || !isSafe(fetch) || !actor?.account) return null;
  const session = await openSession(needs, fetch);
  if (!session.auth || session.said.includes("terminated")) return null;
  const launch = { endpoint, auth: session.auth, actor, registration, person: actor.account.name };
  /** What an LMS says; null where it should be asked again. @param {string} resource @param {import("../client/request.js").Asked} asked */
  const heard = (resource, asked) =>
    patiently(clock, async () => {
      const answer = await ask(launch, needs, resource, asked);
      return answer.status && answer.status < BUSY ? answer : null;
    });
  /** @type {import("../client/dialect5.js").Settings | null} */
  const settings = parsed((await heard("activities/state", { query: { activityId, agent, registration, stateId: "LMS.LaunchData" } }))?.text);
  if (!settings?.contextTemplate) return null;
  obey(parsed((await ask(launch, needs, "agents/profile", { query: { agent, profileId: "cmi5LearnerPreferences" } })).text), window.document);
  const record = createRecord(launch, activityId, needs);
  const stored = await record.load();
  const told = stored.told ?? [];
  const { dialect, own } = createDialect(launch, activityId, settings, session, told, needs);
  /** @param {string} name */
  const say = (name) => heard("statements", { method: "POST", body: [own(name)] });
  // A conflict is what was said and stored, and whose answer was lost.
  if (!session.said.includes("initialized") && !/200|409/.test(`${(await say("initialized"))?.status}`)) {
    session.keep({ said: [] });
    return null;
  }
  const mode = /** @type {"normal" | "review" | "browse"} */ (["review", "browse"].find((mode) => mode === `${settings.launchMode}`.toLowerCase()) ?? "normal");
  return { launch: { ...launch, dialect }, record, stored, told, mode, say };
}

/**
 * The tracker of an assignable unit.
 * @param {import("../tracker.js").TrackerNeeds} needs
 * @returns {import("../tracker.js").Tracker}
 */
export function createTracker(needs) {
  /** @type {Awaited<ReturnType<typeof open>>} */
  let opened = null;
  /** @type {import("../tracker.js").Facts} */
  let facts = { mode: "normal", recording: false };
  /** @param {import("../tracker.js").Projection} projection @param {boolean} [last] */
  const write = ({ frame, location, counter }, last) => cameTo(facts, opened?.record.save({ frame, location, counter, told: opened.told }, last));
  return {
    async load() {
      opened = await open(needs).catch(() => null);
      if (!opened) return { frame: "", facts };
      const { launch, stored, mode } = opened;
      facts = { mode, learner: { id: launch.person, name: "" }, location: stored.location, recording: true, launch };
      return { frame: stored.frame, facts };
    },
    save: (projection) => write(projection),
    async end(projection) {
      const { launch, mode, say } = opened ?? {};
      // Nothing else ends a session in which nothing is recorded.
      const said = say && mode !== "normal" ? say("terminated") : null;
      const saved = projection ? write(projection, true) : { saved: !!opened };
      opened = null;
      if (await said) launch?.dialect.left();
      return saved;
    },
  };
}
