// In: the address of the page, the LMS's launch data, what the package allows. Out: where statements go, whose they are; null where there is no such place or person. Never throws.

import { parsed } from "./request.js";
import { namedUuid } from "./uuid.js";

/** @typedef {{objectType: "Agent", name?: string, [identifier: string]: any}} Actor */
/**
 * The credential stays in memory.
 * @typedef {object} Launch
 * @property {string} endpoint
 * @property {string} auth
 * @property {Actor} actor
 * @property {string} registration
 * @property {string} person what tells the actor from others
 * @property {string} [version] of xAPI, where it is known
 * @property {number} [skew] how far the browser's clock is ahead of the LRS's, ms
 * @property {() => Promise<void>} [renew] asks where it came from again, for an endpoint and a credential
 * @property {(state: import("../session.js").State) => [string, object][]} [others] what the course has come to and was not stated with yet, where its unit has come to that: names of templates, and results
 * @property {Dialect} [dialect] where an LMS has rules of its own for statements
 */

/**
 * What an LMS wants of statements beyond xAPI.
 * @typedef {object} Dialect
 * @property {(name: string, statement: any) => any[]} tell what is sent in place of a statement
 * @property {(statement: any) => void} sent it was taken, or refused for good
 * @property {() => void} left after the last one
 * @property {Pick<import("../session.js").State, "completion" | "success">} known what the LMS has been told in earlier sessions
 */

/** @typedef {Record<string, any>} Given */

/** Parameters of a Tin Can launch, and so what is taken out of the address. */
const PARAMETERS = ["endpoint", "auth", "actor", "registration", "activity_id", "activity_platform", "grouping"];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Ids that many share: statements would pile up on a person who is nobody. */
const NOBODY = /^(|0|guest|anonymous|null|undefined)$/i;

/**
 * Takes the parameters of a launch out of the address, so that no credential stays in the history.
 * @param {Window} window
 * @returns {Given}
 */
export function takeParameters(window) {
  const address = new URL(window.location.href);
  /** @type {Given} */
  const given = {};
  for (const name of PARAMETERS) {
    const value = address.searchParams.get(name);
    if (value !== null) given[name] = value;
    address.searchParams.delete(name);
  }
  if (Object.keys(given).length) window.history.replaceState(window.history.state, "", address.href);
  return { ...given, actor: parsed(given.actor) };
}

/** Whether anything may be sent there: https or loopback, an origin of the list where there is one, no name or password. @param {unknown} endpoint @param {string[]} [origins] */
export function isSafe(endpoint, origins) {
  try {
    const url = new URL(String(endpoint));
    const safe = url.protocol === "https:" || (url.protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname));
    return safe && (!origins || origins.includes(url.origin)) && !url.username && !url.password;
  } catch {
    return false;
  }
}

/** @param {any} value */
const first = (value) => (Array.isArray(value) ? value[0] : value);

/** An agent with exactly one identifier, also from the lists of Tin Can 0.9. @param {any} given @returns {Actor | null} */
function agent(given) {
  const account = first(given?.account);
  const homePage = account?.homePage || account?.accountServiceHomePage;
  const name = account?.name || account?.accountName;
  if (homePage && name) return { objectType: "Agent", account: { homePage, name } };
  for (const identifier of ["mbox", "mbox_sha1sum", "openid"]) {
    if (first(given?.[identifier])) return { objectType: "Agent", [identifier]: first(given[identifier]) };
  }
  return null;
}

/**
 * The launch that a source gives; null where nobody is known whose statements they are.
 * @param {Given} source
 * @param {import("../data.js").Data} data
 * @param {import("../tracker.js").Facts} facts
 * @returns {Launch | null}
 */
export function launchOf(source, { lrs, statements }, facts) {
  if (!lrs || !statements) return null;
  const { learner } = facts;
  const homePage = lrs.home_page || source.home_page || (facts.origin && `${facts.origin}/`);
  const known = learner && homePage && !NOBODY.test(learner.id.trim()) && { account: { homePage, name: learner.id } };
  const actor = agent(source.actor) || agent(known);
  if (!actor) return null;
  const name = first(source.actor?.name) || learner?.name;
  if (lrs.include_name && typeof name === "string" && name) actor.name = name;
  const { objectType, name: _, ...identifier } = actor;
  const person = identifier.account ? `${identifier.account.homePage}|${identifier.account.name}` : String(Object.values(identifier)[0]);
  return {
    endpoint: String(source.endpoint ?? ""),
    auth: String(source.auth || "").replace(/(?<= .*) /g, "+"),
    actor,
    person,
    registration: UUID.test(source.registration) ? source.registration : namedUuid(`${person}|${statements.activities.unit.id}`),
  };
}

/**
 * Where statements go, by the first of the sources that the course names that knows it. Where a broker does not answer now, they are kept for the LMS's learner, and it is asked again.
 * @param {Given} parameters
 * @param {import("../tracker.js").ReporterNeeds} needs
 * @param {import("../tracker.js").Facts} facts
 * @returns {Promise<Launch | null>}
 */
export async function resolveLaunch(parameters, needs, facts) {
  const { data } = needs;
  const { lrs } = data;
  if (facts.launch || !lrs) return facts.launch ?? null;
  const { from, origins } = lrs;
  const asks = from.includes("broker");
  /** @type {Record<string, () => Given | null | Promise<Given | null>>} */
  const sources = { launch: () => parameters, lms: () => parsed(facts.launchData)?.lrs, .../** @type {any} */ (globalThis).coursec.services?.(needs, facts) };
  const find = async () => {
    for (const name of from) {
      const given = await sources[name]();
      if (given && isSafe(given.endpoint, origins)) return launchOf(given, data, facts);
    }
    return asks ? launchOf({}, data, facts) : null;
  };
  const launch = await find();
  if (launch && asks) {
    launch.renew = async () => {
      const { endpoint, auth } = (await find()) ?? launch;
      Object.assign(launch, { endpoint, auth });
    };
  }
  return launch;
}
