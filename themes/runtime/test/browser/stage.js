// One Chromium and one small server for the tests of the interface. Out: pages of the fixture course with a tracker whose answers a test decides.
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";
import { patient } from "../../../../tests/e2e/browser.mjs";
import { course, page as documentOf } from "../fixture/course.js";

const themes = new URL("../../../", import.meta.url).pathname;
const TYPES = /** @type {Record<string, string>} */ ({ ".js": "text/javascript", ".css": "text/css" });
const QUIET = ["no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"].map((name) => `--${name}`);

/** Runs in the page: a tracker that keeps what it is given, and does as `window.tracker` says; then the interface. */
const PLAY = `
import { complete } from "/runtime/src/answers.js";
import { createPlayer } from "/runtime/src/player.js";
import { join } from "/runtime/src/parts/results.js";
import { startInterface } from "/runtime/src/ui/index.js";
const names = ["choice", "true-false", "fill-in"];
const items = Object.fromEntries(await Promise.all(names.map(async (name) => [name, complete(await import("/runtime/src/items/" + name + ".js"))])));
const data = JSON.parse(document.querySelector("[data-player]").textContent);
const held = (window.tracker ||= { frame: sessionStorage.frame ?? "", facts: {}, saves: true, projections: [] });
const answer = async (projection) => {
  if (!held.saves) return { saved: false, reason: "down" };
  if (projection) { held.projections.push(projection); sessionStorage.frame = projection.frame; }
  return { saved: true };
};
const tracker = {
  load: async () => ({ frame: held.frame, facts: { mode: "normal", learner: null, status: "", launchData: "", recording: true, ...held.facts } }),
  save: answer,
  end: answer,
};
const clock = { now: () => Date.now(), elapsed: () => performance.now(), later: (act, ms) => setTimeout(act, ms), cancel: (timer) => clearTimeout(timer) };
window.player = await createPlayer({ data, tracker, reporter: null, items, clock, random: () => 0.5 });
startInterface({ data, player: window.player, items }, [join]);
window.ready = true;
`;

/** @param {Parameters<typeof course>[0]} options */
function serve(options) {
  return createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const body = path === "/" ? documentOf(course(options)).replace("</body>", `<script type="module" src="/play.js"></script></body>`) : path === "/play.js" ? PLAY : await readFile(join(themes, path)).catch(() => null);
    response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(path)] ?? "text/html" });
    response.end(body ?? "");
  });
}

/** @returns {Promise<{open: (options?: Parameters<typeof course>[0] & {width?: number, scheme?: "light" | "dark", tracker?: object, hash?: string}) => Promise<import("playwright-core").Page>, end: () => Promise<void>}>} */
export async function openStage() {
  const profile = mkdtempSync(join(tmpdir(), "stage-"));
  const context = patient(await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: QUIET }));
  /** @type {import("node:http").Server[]} */
  const servers = [];
  return {
    async open({ width = 1200, scheme = "light", tracker = {}, hash = "", ...options } = {}) {
      const server = serve(options).listen(0, "127.0.0.1");
      servers.push(server);
      await new Promise((done) => server.once("listening", done));
      const page = await context.newPage();
      page.on("pageerror", (error) => console.error("in the page:", error));
      page.on("console", (message) => message.type() === "error" && console.error("in the page:", message.text()));
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.addInitScript((held) => Object.assign(window, { tracker: { frame: sessionStorage.frame ?? "", facts: {}, saves: true, projections: [], ...held } }), tracker);
      await page.goto(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/${hash}`);
      await page.waitForFunction("window.ready");
      return page;
    },
    async end() {
      await context.close();
      servers.forEach((server) => server.close());
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
