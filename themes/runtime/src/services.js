// In: what the course is, and who learns it. Out: where statements go, from a service of the course or from an administrator's file; null where it does not answer. Never throws.

/** The file that an administrator's settings are put into. */
const STAMP = "../assets/lrs.json";
const PATIENCE = 15000;

/** @typedef {import("./client/launch.js").Given} Given */

/** What is answered there. @param {import("./tracker.js").ReporterNeeds} needs @param {string} address @param {object} [told] what it is told @returns {Promise<Given | null>} */
async function fetched({ window, clock }, address, told) {
  const stop = new AbortController();
  const limit = clock.later(() => stop.abort(), PATIENCE);
  const request = told ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(told), credentials: /** @type {const} */ ("include") } : {};
  try {
    const answer = await window.fetch(address, { ...request, signal: stop.signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  } finally {
    clock.cancel(limit);
  }
}

/** What asks them, by the names of the sources. @param {import("./tracker.js").ReporterNeeds} needs @param {import("./tracker.js").Facts} facts @returns {Record<"broker" | "stamp", () => Promise<Given | null>>} */
export const services = (needs, { learner }) => {
  const { course, iri, lrs } = needs.data;
  return {
    broker: () => fetched(needs, `${lrs?.broker}`, { course: course.iri, unit: iri, version: course.version, learner: learner?.id ?? null }),
    stamp: () => fetched(needs, new URL(STAMP, needs.window.location.href).href),
  };
};
