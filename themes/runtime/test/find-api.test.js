import assert from "node:assert/strict";
import { test } from "node:test";
import { findApi, waitForApi } from "../src/client/find-api.js";
import { createClock } from "./clock.js";

const api = { LMSInitialize: () => "true", name: "near" };
const other = { LMSInitialize: () => "true", name: "far" };

/** @param {object} [own] @returns {any} */
function frame(own) {
  /** @type {any} */
  const window = { opener: null, location: { origin: "https://lms.example.org" } };
  return Object.assign(window, { parent: window, top: window }, own);
}
/** What a window of another origin does: every property throws but those that never do. @param {any} open */
const foreign = (open) =>
  new Proxy(open, {
    get(target, name) {
      if (["parent", "opener", "top"].includes(String(name))) return target[name];
      throw new Error("SecurityError");
    },
  });

test("its own window comes before its parents", () => {
  assert.equal(findApi(frame({ API: api, parent: frame({ API: other }) }))?.api.name, "near");
});

test("parents come before the window that opened it", () => {
  assert.equal(findApi(frame({ parent: frame({ API: api }), opener: frame({ API: other }) }))?.api.name, "near");
});

test("the opener's parents are searched", () => {
  assert.equal(findApi(frame({ opener: frame({ parent: frame({ API: api }) }) }))?.api.name, "near");
});

test("the opener's opener is searched", () => {
  assert.equal(findApi(frame({ opener: frame({ opener: frame({ API: api }) }) }))?.api.name, "near");
});

test("what opened the top window is searched, and its document", () => {
  assert.equal(findApi(frame({ top: { opener: frame({ API: api }) } }))?.api.name, "near");
  assert.equal(findApi(frame({ top: { opener: frame({ document: { API: api } }) } }))?.api.name, "near");
});

test("a parent of another origin stops nothing", () => {
  const above = frame({ API: api });
  assert.equal(findApi(frame({ parent: foreign(frame({ parent: above })) }))?.api.name, "near");
  assert.equal(findApi(frame({ parent: foreign(frame()) })), null);
});

test("a chain of windows without an end is left", () => {
  const window = frame();
  window.parent = frame({ parent: window });
  window.opener = window;
  assert.equal(findApi(window), null);
});

test("the API of SCORM 2004 is not taken", () => {
  assert.equal(findApi(frame({ API_1484_11: { Initialize: () => "true" } })), null);
  assert.equal(findApi(frame({ API: { Initialize: () => "true" } })), null);
});

test("the origin is that of the window that has the API", () => {
  assert.equal(findApi(frame({ parent: frame({ API: api, location: { origin: "https://host.example.org" } }) }))?.origin, "https://host.example.org");
});

test("an API that comes late is found within ten seconds", async () => {
  const clock = createClock();
  const parent = frame();
  const found = waitForApi(frame({ parent }), clock);
  await clock.pass(9000);
  parent.API = api;
  await clock.pass(250);
  assert.equal((await found)?.api.name, "near");
});

test("after ten seconds there is none", async () => {
  const clock = createClock();
  const found = waitForApi(frame({ parent: frame() }), clock);
  await clock.pass(10250);
  assert.equal(await found, null);
});

test("a window with nothing around it does not wait", async () => {
  assert.equal(await waitForApi(frame(), createClock()), null);
});
