// An LRS that fails: the learner notices nothing, the LMS's record is whole and quick, and what could not be sent arrives in the next session.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";
import { pause } from "./patience.mjs";
import { verb } from "./said.mjs";

/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Preview} */ let preview;
/** What the door in front of the LRS does: lets through, answers with a status, or never answers. @type {number | "open" | "hang" | "closed"} */
let door = "open";
let url = "";
const course = new Course("examples/minimal");
/** Whose statements the door lets not through, whatever it does with those of others. */
let shut = "";
const server = createServer(async (incoming, outgoing) => {
  const target = new URL(preview.url);
  outgoing.setHeader("access-control-allow-origin", "*");
  outgoing.setHeader("access-control-allow-headers", "authorization, content-type, x-experience-api-version");
  if (incoming.method === "OPTIONS") return void outgoing.writeHead(204).end();
  if (door === "closed") return void incoming.socket.destroy();
  if (door === "hang") return;
  const body = await incoming.toArray().then((parts) => Buffer.concat(parts), () => null);
  // The page went while it was sending.
  if (body === null) return;
  if (shut && body.includes(shut)) return void incoming.socket.destroy();
  if (typeof door === "number" && incoming.method === "POST") return void outgoing.writeHead(door, door === 429 ? { "retry-after": "1" } : {}).end();
  const onward = request({ host: target.hostname, port: target.port, method: incoming.method, path: `/__lrs${incoming.url}`, headers: { ...incoming.headers, host: target.host } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { "content-type": answer.headers["content-type"] ?? "application/json" });
    answer.pipe(outgoing);
  });
  // The LRS behind the door ends with the test.
  onward.on("error", () => outgoing.destroy());
  onward.end(body);
});

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  server.unref();
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  course.edit("course.yaml", (text) => `${text}\nxapi:\n  lrs: {from: [lms], allowed_origins: ["${new URL(url).origin}"]}\n`);
  browser = await launch();
  preview = await Preview.start(course.folder);
  const { settings } = await preview.ask("/__host/session", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ course: "clean-hands", unit: "hand-washing", target: "scorm12" }) });
  const { auth } = JSON.parse(settings.launch_data).lrs;
  await preview.ask("/__host/launch", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ launch_data: JSON.stringify({ lrs: { endpoint: url, auth } }) }) });
});
after(async () => {
  preview?.stop();
  server.close();
  server.closeAllConnections();
  await browser?.close();
  course.remove();
});

/** How long an LRS hangs, ms: longer than a request is waited for. */
const HANG = 60_000;
/** The longest that a call of the LMS's API takes, ms. */
const QUICK = 50;

/** The door as a learner of her own finds it: does all there is. @param {string} name @param {number} [hang] how long the LRS hangs meanwhile, ms */
async function play(name, hang = 0) {
  const context = await browser.newContext();
  const begun = Date.now();
  const visit = await Visit.launch(browser, preview, name, { context });
  const { learner } = visit;
  // How long each call of the LMS's API takes that stores nothing: those that do ask the LMS's own server.
  await visit.page.evaluate(() => {
    const scope = /** @type {any} */ (window);
    Object.assign(scope, { slow: 0, made: 0 });
    for (const [name, call] of Object.entries(scope.API)) {
      scope.API[name] = (/** @type {string[]} */ ...values) => {
        const begun = performance.now();
        const answer = call(...values);
        if (!/Commit|Finish/.test(name)) scope.slow = Math.max(scope.slow, performance.now() - begun);
        scope.made += 1;
        return answer;
      };
    }
  });
  await learner.readAll("overview");
  await learner.readAll("lesson");
  await pause(Math.max(0, begun + hang - Date.now()));
  for (const sheet of Object.values(learner.data.sheets)) {
    if (sheet.feedback === "after-each") await learner.practise(sheet, true);
    else await learner.sit(sheet, true);
  }
  for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
  await learner.saved();
  assert.equal(await learner.notice(), "", "the learner notices nothing");
  const { slow, made } = await visit.page.evaluate(() => /** @type {any} */ ({ slow: /** @type {any} */ (window).slow, made: /** @type {any} */ (window).made }));
  assert.ok(made > 20, `${made} calls`);
  return { visit, learner, context, slow };
}

for (const fault of /** @type {const} */ (["closed", "hang", 401, 429, 500, 503])) {
  it(`${fault}: nothing is lost, and nobody waits`, async () => {
    const name = `fault-${fault}`;
    door = fault;
    const { visit, learner, context, slow } = await play(name, fault === "hang" ? HANG : 0);
    // A machine that is busy lets a call wait now and then; a call that waits for an LRS does so in each of three plays.
    const all = [slow];
    for (let left = 2; left && Math.min(...all) >= QUICK; left -= 1) {
      const again = await play(`${name}-${left}`);
      all.push(again.slow);
      await again.context.close();
    }
    assert.ok(Math.min(...all) < QUICK, `a call took ${all.join(", and when it was played again ")} ms`);
    await visit.exit();
    assert.match(String(await visit.value("cmi.core.lesson_status")), /passed|completed/);
    assert.deepEqual(await preview.statements(name), []);
    await visit.page.close();
    door = "open";
    const next = await Visit.launch(browser, preview, name, { context });
    const verbs = (await next.stated("passed", "completed", "terminated")).map(verb);
    assert.equal(verbs[0], "initialized");
    for (const once of ["completed", "terminated"]) assert.equal(verbs.filter((word) => word === once).length, 1, once);
    assert.equal(verbs.filter((word) => word === "answered").length, Object.values(learner.data.sheets).flatMap((sheet) => sheet.items).length);
    await context.close();
  });
}

it("the next learner in the same browser neither sees nor sends what the one before left", async () => {
  const context = await browser.newContext();
  // What her own page sends as it goes is hers to send, and may still be on its way.
  shut = "left-by-anna";
  const first = await Visit.launch(browser, preview, "left-by-anna", { context });
  await first.learner.readAll("lesson");
  await first.learner.saved();
  await first.learner.written();
  await first.page.close();
  const second = await Visit.launch(browser, preview, "next-ben", { context });
  /** @type {string[]} */
  const sent = [];
  second.page.on("request", (request) => request.method() === "POST" && sent.push(request.postData() ?? ""));
  await second.stated("initialized");
  // A queue is emptied in order: what comes later goes behind all that there was.
  await second.learner.readAll("lesson");
  await second.stated("experienced");
  assert.ok(sent.some((body) => body.includes("next-ben")));
  assert.deepEqual(sent.filter((body) => body.includes("left-by-anna")), []);
  assert.deepEqual(await preview.statements("left-by-anna"), []);
  await second.page.close();
  shut = "";
  const again = await Visit.launch(browser, preview, "left-by-anna", { context });
  await again.stated("experienced");
  await context.close();
});
