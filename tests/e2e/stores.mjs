// Real Learning Record Stores that we did not write, and a course that is played as every package that reports to one.

import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveAgain } from "./again.mjs";
import { Visit } from "./classroom.mjs";
import { ROOT } from "./course.mjs";
import { forward } from "./forward.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";
import { PATIENCE, until } from "./patience.mjs";

/** @typedef {{port: number, base: string, version: string, auth: string, stop: () => void}} Store */

/** @typedef {Awaited<ReturnType<typeof forward>>} Door */

/** The packages that report to an LRS. */
export const TARGETS = ["scorm12", "scorm2004-4", "web", "xapi", "cmi5"];
/** Where accounts live. */
export const HOME = "https://lms.example.org";

/** A port that is free now. @returns {Promise<number>} */
export const free = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/**
 * Starts one in a folder of its own, and waits until it answers.
 * @param {string} program @param {string[]} args @param {{base: string, version: string, user: string}} what
 * @returns {Promise<Store>}
 */
async function start(program, args, { base, version, user }) {
  const port = await free();
  const folder = mkdtempSync(join(tmpdir(), "coursec-lrs-"));
  chmodSync(folder, 0o755);
  const child = spawn(program, [...args, `${port}`, folder, user, "only-here"], { stdio: "ignore" });
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const auth = `Basic ${Buffer.from(`${user}:only-here`).toString("base64")}`;
  const statements = { headers: { authorization: auth, "x-experience-api-version": version } };
  await until(async () => child.exitCode !== null || (await fetch(`http://127.0.0.1:${port}${base}/statements`, statements)).ok, `${program} has started`, 2 * PATIENCE);
  if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
  const stop = () => void (child.kill(), gone.then(() => rmSync(folder, { recursive: true, force: true })));
  return { port, base, version, auth, stop };
}

/** Ralph (PyPI ralph-malph): statements alone, of xAPI 1.0.3. */
export const startRalph = () => start(join(ROOT, ".venv/bin/python"), [join(ROOT, "tests/e2e/run_ralph.py")], { base: "/xAPI", version: "1.0.3", user: "tests" });

/** LaRS (crates.io xapi-rs): strict, and of xAPI 2.0 alone. */
export const startLars = () => start(join(ROOT, "tests/e2e/run_lars.sh"), [], { base: "", version: "2.0.0", user: "tests@example.org" });

/** Statements that a store keeps of a registration, oldest first. @param {Store} store @param {string} registration @returns {Promise<any[]>} */
export async function kept({ port, base, version, auth }, registration) {
  const answer = await fetch(`http://127.0.0.1:${port}${base}/statements?${new URLSearchParams({ registration, ascending: "true", limit: "100" })}`, { headers: { authorization: auth, "x-experience-api-version": version } });
  const { statements, more } = await answer.json();
  if (more) throw new Error("there is more than one page of statements");
  return statements;
}

/** A course whose statements go to a store, served by a preview. */
export class Reporting {
  /** @param {Store} store @param {import("./course.mjs").Course} course @param {import("playwright-core").Browser} browser @param {Door} door */
  constructor(store, course, browser, door) {
    this.store = store;
    this.course = course;
    this.browser = browser;
    this.door = door;
    /** The door of a cmi5 LMS. @type {Door | null} */
    this.lms = null;
    /** @type {Preview | null} */
    this.preview = null;
    /** What pages sent, by id. @type {Map<string, any>} */
    this.sent = new Map();
    /** What each request with statements said of its version. @type {Set<string>} */
    this.versions = new Set();
  }

  /** @param {Store} store @param {import("./course.mjs").Course} course @param {import("playwright-core").Browser} browser */
  static async open(store, course, browser) {
    const self = new Reporting(store, course, browser, await forward(store.port, store.base));
    self.edit();
    const preview = (self.preview = await Preview.start(course.folder, ...TARGETS.filter((target) => target !== "scorm2004-4").flatMap((target) => ["--target", target])));
    const back = Number(new URL(preview.url).port);
    // A cmi5 LMS is in front of its LRS: tokens and documents are its own, statements it hands on.
    self.lms = await forward(back, "/__lrs", (path) => (path.startsWith("/statements") ? { port: store.port, base: store.base, headers: { authorization: store.auth, "x-experience-api-version": store.version } } : {}));
    await preview.ask("/__host/launch", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ launch_data: self.launchData() }) });
    return self;
  }

  /** Writes into the course where its statements may go. */
  edit() {
    const settings = `xapi:\n  lrs: {from: [launch, lms], allowed_origins: ["${new URL(this.url).origin}"]}\n  actor: {home_page: "${HOME}"}\n`;
    this.course.edit("course.yaml", (text) => `${text.replace(/^xapi:\n(?: .*\n)*/m, "")}\n${settings}`);
  }

  get url() {
    return this.door.url;
  }

  launchData() {
    return JSON.stringify({ lrs: { endpoint: this.url, auth: this.store.auth } });
  }

  /** A learner who comes in through a package. @param {string} target @param {string} name @returns {Promise<Learner>} */
  async enter(target, name) {
    const context = await this.browser.newContext();
    context.on("request", (request) => {
      if (request.method() !== "POST" || !/\/statements$/.test(request.url())) return;
      this.versions.add(`${request.headers()["x-experience-api-version"]}`);
      for (const statement of request.postDataJSON()) this.sent.set(statement.id, statement);
    });
    const preview = /** @type {Preview} */ (this.preview);
    if (target === "scorm12") return (await Visit.launch(this.browser, preview, name, { context })).learner;
    const page = await context.newPage();
    const { courses } = await preview.site();
    const [{ id: course, units: [{ id: unit }] }] = courses;
    if (target === "scorm2004-4") {
      const lms = await serveAgain(this.course.build(target), 2004);
      await page.goto(`${lms.url}/?${new URLSearchParams({ sco: lms.sco, launch_data: this.launchData() })}`);
      const frame = /** @type {import("playwright-core").Frame} */ (await (await page.waitForSelector("#sco")).contentFrame());
      await frame.waitForURL(/course/);
      return Learner.meet(frame);
    }
    const { content } = await preview.ask("/__host/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ course, unit, target, options: { learner: name } }) });
    const address = new URL(content);
    address.searchParams.set("endpoint", target === "cmi5" ? `${this.lms?.url}` : this.url);
    if (target !== "cmi5") address.searchParams.set("auth", this.store.auth);
    await page.goto(address.href);
    return Learner.meet(page.mainFrame());
  }

  /** Everything that is still open. */
  close() {
    this.preview?.stop();
    this.door.close();
    this.lms?.close();
  }
}

/** Reads all and answers all right. @param {Learner} learner */
export async function play(learner) {
  await learner.readAll("overview");
  await learner.readAll("lesson");
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.page === null) continue;
    if (sheet.feedback === "after-each") await learner.practise(sheet, true);
    else await learner.sit(sheet, true);
  }
  for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
}

/** What a store must not change of a statement; times as instants. @param {any} statement */
const essence = ({ id, actor, verb, object, result, context, timestamp }) => ({
  id,
  account: actor.account,
  verb: verb.id,
  object: object.id,
  score: result?.score && [result.score.scaled, result.score.raw, result.score.min, result.score.max],
  result: [result?.success, result?.completion, result?.response, result?.extensions],
  duration: result?.duration && Number(/[\d.]+(?=S)/.exec(result.duration)?.[0]),
  registration: context.registration,
  activities: Object.fromEntries(Object.entries(context.contextActivities).map(([key, all]) => [key, all.map((/** @type {any} */ one) => one.id).sort()]).sort()),
  extensions: context.extensions,
  at: Date.parse(timestamp),
});

/** What of the statements that were sent a store does not keep as they were. @param {any[]} there @param {any[]} sent @returns {string[]} */
export function lost(there, sent) {
  const all = new Map(there.map((statement) => [statement.id, essence(statement)]));
  return sent.flatMap((statement) => {
    const [mine, theirs] = [essence(statement), all.get(statement.id)].map((one) => JSON.stringify(one));
    return mine === theirs ? [] : [`${mine} is ${theirs ?? "not there"}`];
  });
}
