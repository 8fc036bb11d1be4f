import assert from "node:assert/strict";
import { test } from "node:test";
import { watchPage } from "../src/life.js";

function watched() {
  /** @type {any} */
  const window = new EventTarget();
  window.document = new EventTarget();
  window.document.visibilityState = "visible";
  /** @type {string[]} */
  const log = [];
  window.location = { reload: () => log.push("reload") };
  watchPage({ hide: (hidden) => log.push(hidden ? "hide" : "show"), leave: () => log.push("leave") }, window);
  return { window, log };
}
/** @param {boolean} persisted */
const pageshow = (persisted) => Object.assign(new Event("pageshow"), { persisted });

test("the player hears that the page is hidden, frozen and gone", () => {
  const { window, log } = watched();
  window.document.visibilityState = "hidden";
  window.document.dispatchEvent(new Event("visibilitychange"));
  window.document.dispatchEvent(new Event("freeze"));
  window.document.visibilityState = "visible";
  window.document.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(new Event("pagehide"));
  assert.deepEqual(log, ["hide", "hide", "show", "leave"]);
});

test("a page that comes back from the cache is loaded again", () => {
  const { window, log } = watched();
  window.dispatchEvent(pageshow(false));
  assert.deepEqual(log, []);
  window.dispatchEvent(pageshow(true));
  assert.deepEqual(log, ["reload"]);
});
