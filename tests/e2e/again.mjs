// An LMS that we did not write: npm scorm-again holds the data model, a small server keeps what it commits.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { ROOT } from "./course.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".png": "image/png", ".xml": "text/xml" };

/** The page that an LMS shows around a SCO: it commits with a synchronous request, as LMSs do. */
const PLAYER = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<script src="/scorm-again.js"></script><script src="/player.js"></script>
<iframe id="sco" style="border:0;width:100%;height:95vh"></iframe></html>`;

const PLAYER_JS = `
const asked = new URLSearchParams(location.search);
const request = new XMLHttpRequest();
request.open("GET", "/record", false); request.send();
const record = JSON.parse(request.responseText);
window.calls = [];
const api = new Scorm12API({ autocommit: false, lmsCommitUrl: "/commit", dataCommitFormat: "json", sendFullCommit: true, logLevel: 5, mastery_override: false });
if (record) api.loadFromJSON(record.cmi, "cmi");
api.cmi.core.student_id = "learner-7"; api.cmi.core.student_name = "Seven, Learner";
api.cmi.core.lesson_mode = asked.get("mode") ?? "normal"; api.cmi.core.credit = "credit";
api.cmi.core.entry = record ? "resume" : "ab-initio";
for (const name of ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit"]) {
  const real = api[name].bind(api);
  api[name] = (...given) => { const answer = real(...given); window.calls.push({ name, given, answer, error: String(api.LMSGetLastError()) }); return answer; };
}
window.API = api;
addEventListener("DOMContentLoaded", () => { document.getElementById("sco").src = "/course/" + asked.get("sco"); });
`;

const PLAYER_2004_JS = `
const asked = new URLSearchParams(location.search);
const request = new XMLHttpRequest();
request.open("GET", "/record", false); request.send();
const record = JSON.parse(request.responseText);
window.calls = [];
const api = new Scorm2004API({ autocommit: false, lmsCommitUrl: "/commit", dataCommitFormat: "json", sendFullCommit: true, logLevel: 5 });
if (record) api.loadFromJSON(record.cmi, "cmi");
api.cmi.learner_id = "learner-7"; api.cmi.learner_name = "Seven, Learner";
api.cmi.mode = asked.get("mode") ?? "normal"; api.cmi.credit = "credit";
if (asked.has("launch_data")) api.cmi.launch_data = asked.get("launch_data");
api.cmi.entry = record ? "resume" : "ab-initio";
for (const name of ["Initialize", "Terminate", "GetValue", "SetValue", "Commit"]) {
  const real = api[name].bind(api);
  api[name] = (...given) => { const answer = real(...given); window.calls.push({ name, given, answer, error: String(api.GetLastError()) }); return answer; };
}
window.API_1484_11 = api;
addEventListener("DOMContentLoaded", () => { document.getElementById("sco").src = "/course/" + asked.get("sco"); });
`;

/** The script of the LMS's page, and of scorm-again, by version of SCORM. */
const PLAYERS = { 12: { player: PLAYER_JS, again: "scorm12" }, 2004: { player: PLAYER_2004_JS, again: "scorm2004" } };

/** Serves one unpacked SCORM package. @param {string} folder @param {12 | 2004} [version] */
export async function serveAgain(folder, version = 12) {
  /** @type {any} */
  let record = null;
  let commits = 0;
  const lms = { folder, url: "", sco: launchFile(folder), record: () => record?.cmi ?? null, commits: () => commits, forget: () => (record = null), close: () => server.close() };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (request.method === "POST" && pathname.startsWith("/commit")) {
      let body = "";
      request.on("data", (piece) => (body += piece));
      request.on("end", () => {
        record = JSON.parse(body);
        commits += 1;
        response.setHeader("content-type", "application/json").end('{"result": "true", "errorCode": 0}');
      });
      return;
    }
    if (pathname === "/record") return void response.end(JSON.stringify(record));
    if (pathname === "/") return void response.setHeader("content-type", "text/html").end(PLAYER);
    if (pathname === "/player.js") return void response.setHeader("content-type", "text/javascript").end(PLAYERS[version].player);
    if (pathname === "/scorm-again.js") return void response.setHeader("content-type", "text/javascript").end(readFileSync(join(ROOT, "node_modules/scorm-again/dist", `${PLAYERS[version].again}.min.js`)));
    const file = join(lms.folder, normalize(pathname.replace(/^\/course\//, "/")));
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    const type = /** @type {Record<string, string>} */ (TYPES)[extname(file)] ?? "application/octet-stream";
    response.setHeader("content-type", type);
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  // A test that fails leaves it open; nobody waits for that.
  server.unref();
  const address = server.address();
  lms.url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return lms;
}

/** The href of the first SCO, read as an LMS does: from the manifest. @param {string} folder */
function launchFile(folder) {
  const manifest = readFileSync(join(folder, "imsmanifest.xml"), "utf8");
  const href = /<resource\b[^>]*adlcp:scorm[tT]ype="sco"[^>]*>/.exec(manifest)?.[0].match(/\shref="([^"]+)"/)?.[1];
  if (!href) throw new Error("no SCO in the manifest");
  return href;
}
