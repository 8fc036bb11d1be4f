// `?debug=1`: an administrator sees in the course itself what it records, and nothing that says who the learner is.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serveAgain } from "./again.mjs";
import { violations } from "./axe.mjs";
import { launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
const course = new Course("examples/two-units");
before(async () => void (browser = await launch()));
after(async () => {
  await browser?.close();
  course.remove();
});

/** @param {{width?: number, permissions?: string[]}} [options] */
async function page({ width = 1000, permissions = [] } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 640 }, permissions });
  const page = await context.newPage();
  return page;
}

/** What stands under a heading of the panel. @param {import("playwright-core").Frame} frame @param {string} heading */
const told = (frame, heading) => frame.locator(`[data-debug] h3:text("${heading}") + pre`).innerText();

/** Opens the first unit as the LMS does. @param {Awaited<ReturnType<typeof serveAgain>>} lms @param {string} more behind its address @param {import("playwright-core").Page} window */
async function open(lms, more, window) {
  await window.goto(`${lms.url}/?sco=${encodeURIComponent(lms.sco)}${more}`);
  const frame = /** @type {import("playwright-core").Frame} */ (await (await window.waitForSelector("#sco")).contentFrame());
  await frame.waitForURL(/course/);
  await Learner.meet(frame);
  return frame;
}

test("the LMS's address opens it: where the API is, what was called and saved, and nobody's name", async () => {
  const lms = await serveAgain(course.build("scorm12"));
  const window = await page({ permissions: ["clipboard-read", "clipboard-write"] });
  const faults = watch(window);
  const frame = await open(lms, "&debug=1", window);
  await frame.locator("[data-next]:visible").first().click();
  await frame.waitForSelector('[data-save][data-state="saved"]', { state: "attached" });

  assert.match(await told(frame, "This course"), /Made for: scorm12\n.*found in window\.parent, of http:\/\/127\.0\.0\.1:\d+\.\nRecording\. Mode: normal\. Status when it was opened: .*\nStored progress when it was opened: empty\.\nSaving: saved\. Last saved: 20/);
  assert.match(await told(frame, "Saving, the latest first"), /^\d\d:\d\d:\d\dZ {2}Saved in [\d,]+ ms/);
  const calls = await told(frame, "Calls to the platform, the latest first");
  assert.match(calls, /LMSInitialize\(\) → true$/);
  assert.match(calls, /LMSSetValue\(cmi\.core\.lesson_status = incomplete\) → true/);
  assert.match(calls, /LMSGetValue\(cmi\.core\.student_id\) → \[9\]/);
  assert.match(calls, /LMSSetValue\(cmi\.suspend_data = \[\d+\]\) → true/);

  await frame.locator("[data-debug] button").click();
  await frame.locator('[data-debug] [role="status"]:text("Copied.")').waitFor();
  const copied = await window.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^This course\n[^]*\n\nSaving, the latest first\n[^]*\n\nCalls to the platform, the latest first\n/);
  assert.doesNotMatch(copied, /learner-7|Seven/);
  assert.deepEqual(await violations(frame), []);
  assert.deepEqual(faults, []);
  lms.close();
});

test("a refused call is marked with its code", async () => {
  const lms = await serveAgain(course.build("scorm12"));
  const window = await page();
  await window.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      const { API } = /** @type {any} */ (globalThis);
      if (!API) return;
      const set = API.LMSSetValue;
      let refused = false;
      API.LMSSetValue = (/** @type {string} */ element, /** @type {string} */ value) => ((refused = element === "cmi.suspend_data") ? "false" : set(element, value));
      const error = API.LMSGetLastError.bind(API);
      API.LMSGetLastError = () => (refused ? "405" : error());
      const commit = API.LMSCommit;
      API.LMSCommit = () => ((refused = false), commit(""));
    });
  });
  const frame = await open(lms, "&debug=1", window);
  await frame.locator("[data-next]:visible").first().click();
  await frame.waitForSelector('[data-save][data-state="unsaved"]', { state: "attached" });
  assert.match(await told(frame, "Saving, the latest first"), /Z {2}Not saved, after [\d,]+ ms\. error 405/);
  assert.match(await told(frame, "Calls to the platform, the latest first"), /Z {2}! LMSSetValue\(cmi\.suspend_data = \[\d+\]\) → false, error 405\n/);
  lms.close();
});

test("its own address opens it, without any LMS; nothing is cut on a phone", async () => {
  const window = await page({ width: 320 });
  const folder = course.build("web");
  const file = /** @type {string} */ (await unit(window, folder));
  await window.goto(`${file}?debug=1`);
  await Learner.meet(window.mainFrame());
  await window.locator("[data-debug] summary").waitFor();
  assert.match(await told(window.mainFrame(), "This course"), /Made for: web\nThe platform’s API was not found/);
  assert.deepEqual(await violations(window), []);
  assert.equal(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await window.goto(file);
  await Learner.meet(window.mainFrame());
  assert.equal(await window.locator("[data-debug]").count(), 0);
});

/** The document of the first unit, found as a learner does. @param {import("playwright-core").Page} window @param {string} folder */
async function unit(window, folder) {
  await window.goto(pathToFileURL(join(folder, "index.html")).href);
  return window.locator('main a[href^="units/"]').first().evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href);
}
