// An LRS that fails: the learner notices nothing, the LMS's record is whole and quick, and what could not be sent arrives in the next session.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { after, before, it } from "node:test";
import { launch } from "./browser.mjs";
import { Visit } from "./classroom.mjs";
import { Course } from "./course.mjs";
import { Preview } from "./host.mjs";

/** @type {import("playwright-core").Browser} */ let browser;
/** @type {Preview} */ let preview;
/** What the door in front of the LRS does: lets through, answers with a status, or never answers. @type {number | "open" | "hang" | "closed"} */
let door = "open";
let url = "";
const course = new Course("examples/minimal");
const server = createServer((incoming, outgoing) => {
  const target = new URL(preview.url);
  outgoing.setHeader("access-control-allow-origin", "*");
  outgoing.setHeader("access-control-allow-headers", "authorization, content-type, x-experience-api-version");
  if (incoming.method === "OPTIONS") return void outgoing.writeHead(204).end();
  if (door === "closed") return void incoming.socket.destroy();
  if (door === "hang") return;
  if (typeof door === "number" && incoming.method === "POST") return void outgoing.writeHead(door, door === 429 ? { "retry-after": "1" } : {}).end();
  const onward = request({ host: target.hostname, port: target.port, method: incoming.method, path: `/__lrs${incoming.url}`, headers: { ...incoming.headers, host: target.host } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, { "content-type": answer.headers["content-type"] ?? "application/json" });
    answer.pipe(outgoing);
  });
  incoming.pipe(onward);
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

for (const fault of /** @type {const} */ (["closed", "hang", 401, 429, 500, 503])) {
  it(`${fault}: nothing is lost, and nobody waits`, async () => {
    const name = `fault-${fault}`;
    const context = await browser.newContext();
    door = fault;
    const visit = await Visit.launch(browser, preview, name, { context });
    const { learner } = visit;
    // How long each call of the LMS's API takes that stores nothing: those that do ask the LMS's own server.
    await visit.page.evaluate(() => {
      const scope = /** @type {any} */ (window);
      scope.slow = 0;
      for (const [name, call] of Object.entries(scope.API)) {
        scope.API[name] = (/** @type {string[]} */ ...values) => {
          const begun = performance.now();
          const answer = call(...values);
          if (!/Commit|Finish/.test(name)) scope.slow = Math.max(scope.slow, performance.now() - begun);
          return answer;
        };
      }
    });
    await learner.readAll("overview");
    await learner.readAll("lesson");
    for (const sheet of Object.values(learner.data.sheets)) {
      if (sheet.feedback === "after-each") await learner.practise(sheet, true);
      else await learner.sit(sheet, true);
    }
    for (const kind of ["assessment", "practice", "results"]) await learner.readAll(kind);
    await learner.saved();
    assert.equal(await learner.notice(), "", "the learner notices nothing");
    const slow = await visit.page.evaluate(() => /** @type {any} */ (window).slow);
    assert.ok(slow < 50, `a call took ${slow} ms`);
    await visit.exit();
    assert.match(String(await visit.value("cmi.core.lesson_status")), /passed|completed/);
    assert.deepEqual(await preview.statements(name), []);
    await visit.page.close();
    door = "open";
    const next = await Visit.launch(browser, preview, name, { context });
    await next.until(async () => (await preview.statements(name)).some(({ verb }) => verb.id.endsWith("/passed")), "what was left", 20_000);
    const verbs = (await preview.statements(name)).map(({ verb }) => verb.id.split("/").pop());
    assert.equal(verbs[0], "initialized");
    for (const once of ["completed", "terminated"]) assert.equal(verbs.filter((word) => word === once).length, 1, once);
    assert.equal(verbs.filter((word) => word === "answered").length, Object.values(learner.data.sheets).flatMap((sheet) => sheet.items).length);
    await context.close();
  });
}

it("the next learner in the same browser neither sees nor sends what the one before left", async () => {
  const context = await browser.newContext();
  door = "closed";
  const first = await Visit.launch(browser, preview, "left-by-anna", { context });
  await first.learner.readAll("lesson");
  await first.learner.saved();
  await first.page.close();
  // What her own page sends as it goes is hers to send.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  door = "open";
  const second = await Visit.launch(browser, preview, "next-ben", { context });
  await second.until(async () => (await preview.statements("next-ben")).length > 0, "the second learner's own");
  await second.page.waitForTimeout(1000);
  assert.deepEqual(await preview.statements("left-by-anna"), []);
  await second.page.close();
  const again = await Visit.launch(browser, preview, "left-by-anna", { context });
  await again.until(async () => (await preview.statements("left-by-anna")).some(({ verb }) => verb.id.endsWith("/experienced")), "what the first left");
  await context.close();
});
