// An LRS that refuses what it is sent, in part: conflicts, requests that are too large, a statement that it does not take, a state that changed elsewhere. Nothing is lost, nothing is sent once more than it has to be.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { after, before, it } from "node:test";
import { launch, watch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { Learner } from "./learner.mjs";
import { verb } from "./said.mjs";
import { play } from "./stores.mjs";

/** @typedef {{ids: string[], status: number}} Sent */

/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Preview} */ let preview;
let url = "";
let auth = "";
/** How the door in front of the LRS refuses. @type {"open" | "conflict" | "small" | "picky" | "guarded" | "full"} */ let door = "open";
/** Requests with statements, in order. @type {Sent[]} */ let sent = [];
/** Statements and states that were taken. @type {Set<string>} */ const taken = new Set();

/** The most bytes of a request that a small door lets through. */
const SMALL = 4000;

/** The status with which the door refuses; 0 where it lets through, -1 where its answer is lost then. @param {string} method @param {string} path @param {string} body @param {import("node:http").IncomingHttpHeaders} headers */
function refusal(method, path, body, headers) {
  if (method === "POST" && path === "/statements") {
    const batch = JSON.parse(body);
    if (door === "conflict") return batch.some((/** @type {any} */ { id }) => taken.has(id)) ? 409 : sent.length <= 5 && sent.length % 2 ? -1 : 0;
    if (door === "small" && body.length > SMALL) return 413;
    if (door === "picky" && batch.some((/** @type {any} */ one) => verb(one) === "experienced")) return 400;
  }
  if (method === "PUT" && path.startsWith("/activities/state")) {
    if (door === "full") return 413;
    if (door === "guarded" && taken.has(path) && !headers["if-match"]) return 409;
  }
  return 0;
}

const server = createServer(async (incoming, outgoing) => {
  const { method = "", url: path = "", headers } = incoming;
  outgoing.setHeader("access-control-allow-origin", "*");
  outgoing.setHeader("access-control-allow-headers", "authorization, content-type, x-experience-api-version, if-match, if-none-match");
  outgoing.setHeader("access-control-allow-methods", "GET, POST, PUT");
  outgoing.setHeader("access-control-expose-headers", "ETag");
  if (method === "OPTIONS") return void outgoing.writeHead(204).end();
  const body = await incoming.toArray().then((parts) => Buffer.concat(parts).toString(), () => null);
  // The page went while it was sending.
  if (body === null) return;
  /** @type {Sent} */
  const made = { ids: [], status: 0 };
  if (method === "POST" && path === "/statements") {
    made.ids = JSON.parse(body).map((/** @type {any} */ { id }) => id);
    sent.push(made);
  }
  const refused = refusal(method, path, body, headers);
  if (refused > 0) return void outgoing.writeHead((made.status = refused)).end();
  const { hostname, port, host } = new URL(preview.url);
  const onward = request({ hostname, port, method, path: `/__lrs${path}`, headers: { ...headers, host } }, (answer) => {
    for (const id of made.ids) taken.add(id);
    if (method === "PUT") taken.add(path);
    if (refused < 0) return void incoming.socket.destroy();
    made.status = answer.statusCode ?? 502;
    const { etag } = answer.headers;
    outgoing.writeHead(made.status, { "content-type": answer.headers["content-type"] ?? "application/json", ...(etag && { etag }) });
    answer.pipe(outgoing);
  });
  // The LRS behind the door ends with the test.
  onward.on("error", () => outgoing.destroy());
  onward.end(body);
});
const course = new Course("examples/minimal");

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  server.unref();
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  course.edit("course.yaml", (text) => `${text}\nxapi:\n  lrs: {from: [lms], allowed_origins: ["${new URL(url).origin}"]}\n`);
  browser = await launch();
  preview = await Preview.start(course.folder, "--target", "scorm12", "--target", "xapi");
  const { settings } = await preview.ask("/__host/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ course: "clean-hands", unit: "hand-washing", target: "scorm12" }) });
  ({ auth } = JSON.parse(settings.launch_data).lrs);
  await preview.ask("/__host/launch", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ launch_data: JSON.stringify({ lrs: { endpoint: url, auth } }) }) });
});
after(async () => {
  preview?.stop();
  server.close();
  server.closeAllConnections();
  await browser?.close();
  course.remove();
});

for (const [refuses, status] of /** @type {["conflict" | "small" | "picky", number][]} */ ([["conflict", 409], ["small", 413], ["picky", 400]])) {
  it(`${status}: what is refused is found by halves, the rest is stored, and nothing is sent after it was settled`, async () => {
    const name = `refused-${status}`;
    const context = await browser.newContext();
    sent = [];
    // So that many statements wait at once.
    door = "open";
    const visit = await Visit.launch(browser, preview, name, { context });
    door = refuses;
    await play(visit.learner);
    await visit.learner.saved();
    assert.equal(await visit.learner.notice(), "", "the learner notices nothing");
    await visit.exit();
    await visit.quiet();
    await visit.page.close();
    // What was refused as the page went is sent by the next session.
    const next = await Visit.launch(browser, preview, name, { context });
    // Its end may have arrived before the page was closed, and is sent once.
    await next.until(async () => (await preview.statements(name)).some((one) => verb(one) === "terminated"), "the end of the first session");
    const verbs = (await next.stated("initialized")).map(verb);
    for (const once of ["completed", "passed", "terminated"]) assert.equal(verbs.filter((word) => word === once).length, once === "passed" ? 1 + (visit.learner.data.objectives ?? []).length : 1, once);
    assert.equal(verbs.filter((word) => word === "answered").length, Object.values(visit.learner.data.sheets).flatMap((sheet) => sheet.items).length);
    assert.equal(verbs.filter((word) => word === "experienced").length > 0, refuses !== "picky");
    assert.ok(sent.some((one) => one.status === status && one.ids.length > 1), "more than one was refused together");
    /** @type {Set<string>} */
    const settled = new Set();
    for (const { ids, status } of sent) {
      assert.deepEqual(ids.filter((id) => settled.has(id)), [], "sent once more");
      if (status === 200 || (status >= 400 && ids.length === 1)) ids.forEach((id) => settled.add(id));
    }
    if (refuses === "small") assert.deepEqual(sent.filter(({ ids, status }) => status === 413 && ids.length === 1), [], "none is too large by itself");
    await context.close();
  });
}

/** A learner's device, launched by the address as Tin Can packages are. @param {string} name */
async function device(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = watch(page);
  const { content } = await preview.ask("/__host/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ course: "clean-hands", unit: "hand-washing", target: "xapi", options: { learner: name } }) });
  const address = new URL(content);
  address.searchParams.set("endpoint", url);
  await page.goto(address.href);
  const learner = await Learner.meet(page.mainFrame());
  return { context, page, faults, learner };
}

/** Pages that stand as read in the contents. @param {Learner} learner */
const read = (learner) => learner.frame.locator('[data-contents] a[data-to][data-state="done"]').evaluateAll((links) => links.map((link) => Number(link.getAttribute("data-to"))));

it("409 and 412: a state that another device has stored is not overwritten: what is done here is done on it, and both are kept", async () => {
  door = "guarded";
  const first = await device("two-devices");
  await first.learner.readAll("overview");
  await first.learner.saved();
  const second = await device("two-devices");
  assert.deepEqual(await read(second.learner), await read(first.learner));
  await second.learner.readAll("lesson");
  for (const sheet of Object.values(second.learner.data.sheets)) if (sheet.feedback === "after-each") await second.learner.practise(sheet, true);
  await second.learner.saved();
  const further = await read(second.learner);
  await first.learner.readAll("results");
  await first.learner.saved();
  assert.equal(await first.learner.notice(), "");
  const both = await read(first.learner);
  assert.deepEqual(further.filter((page) => !both.includes(page)), []);
  for (const one of [first, second]) await one.context.close();
  const third = await device("two-devices");
  assert.deepEqual(await read(third.learner), both);
  await third.context.close();
});

it("413: a state that the LRS does not take is not called saved, and is saved once it does", async () => {
  door = "full";
  const { learner, context } = await device("too-large");
  await learner.readAll("overview");
  await learner.frame.locator('[data-notice-kind="unsaved"]:visible').waitFor();
  door = "open";
  await learner.frame.locator('[data-notice-kind="unsaved"] [data-try]').click();
  await learner.saved();
  const done = await read(learner);
  await context.close();
  const again = await device("too-large");
  assert.deepEqual(await read(again.learner), done);
  await again.context.close();
});
