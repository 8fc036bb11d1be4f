import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { test } from "node:test";
import { compressedSize, forbidden, fragmentTexts } from "../build.mjs";

const texts = await fragmentTexts();
const dist = new URL("../dist/", import.meta.url);

test("dist is what the source builds", () => {
  for (const [name, text] of texts) assert.equal(readFileSync(new URL(name, dist), "utf8"), text, `${name}: npm run build`);
});

test("the joined fragments register on one global name, and start without a document that is ours", () => {
  /** @type {any} */
  const scope = { document: { querySelector: () => null }, addEventListener: (/** @type {string} */ _type, /** @type {() => void} */ act) => act(), console };
  const before = Object.keys(scope);
  runInNewContext([...texts.values()].join(""), scope);
  assert.deepEqual(Object.keys(scope).filter((name) => !before.includes(name)), ["coursec"]);
  assert.deepEqual(Object.keys(scope.coursec.adapters), ["scorm12", "web"]);
  assert.deepEqual(Object.keys(scope.coursec.items).sort(), ["choice", "fill-in", "true-false"]);
  assert.equal(typeof scope.coursec.xapi.xapi.createReporter, "function");
});

/** Bytes of what every package of SCORM 1.2 with all item types ships, at gzip's level 9: a ceiling that only ever comes down. */
const MOST = 15_740;

test("core, SCORM 1.2 and the item types stay below their ceiling", () => {
  const size = compressedSize(texts, (name) => !/^(xapi|adapters\/(?!scorm12))/.test(name));
  assert.ok(size <= MOST, `${size} bytes`);
});

test("statements take less than 6 kB more", () => {
  assert.ok(compressedSize(texts, (name) => name === "xapi.js") < 6000);
});

test("nothing shipped evaluates text, listens to unload or sends synchronously", () => {
  for (const bad of ['eval("1")', "new Function('a')", 'addEventListener("unload",x)', "addEventListener('beforeunload',x)", "window.onunload=x", "new XMLHttpRequest"]) {
    assert.notEqual(forbidden(bad), null, bad);
  }
  for (const [name, text] of texts) assert.equal(forbidden(text), null, name);
});
