import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { test } from "node:test";
import { allOfScorm12, compressedSize, eightTypes, forbidden, fragmentTexts, joined, oneChoice } from "../build.mjs";

const texts = await fragmentTexts();
const dist = new URL("../dist/", import.meta.url);

test("dist is what the source builds", () => {
  for (const [name, text] of texts) assert.equal(readFileSync(new URL(name, dist), "utf8"), text, `${name}: npm run build`);
});

for (const core of ["core.js", "course.js"]) {
  test(`${core} and the fragments register on one global name, and start without a document that is ours`, () => {
    /** @type {any} */
    const scope = { document: { querySelector: () => null, querySelectorAll: () => [] }, addEventListener: (/** @type {string} */ _type, /** @type {() => void} */ act) => act(), console };
    const before = Object.keys(scope);
    runInNewContext(joined(texts, (name) => name === core || !/^(core|course|debug)\.js$/.test(name)), scope);
    assert.deepEqual(Object.keys(scope).filter((name) => !before.includes(name)), ["coursec"]);
    assert.deepEqual(Object.keys(scope.coursec.adapters), ["cmi5", "scorm12", "scorm2004", "web", "xapi"]);
    assert.deepEqual(Object.keys(scope.coursec.items).sort(), ["case-study", "choice", "fill-in", "likert", "long-fill-in", "matching", "numeric", "sequencing", "true-false"]);
    assert.deepEqual(Object.keys(scope.coursec.laws).sort(), ["adopt", "askWrong", "carried", "drawItems", "regrade", "seeded", "shuffled", "wrongItems"]);
    assert.equal(typeof scope.coursec.xapi.xapi.createReporter, "function");
  });
}

/** The item types that a package has which has no others. */
const PLAIN = /^(core|adapters\/scorm12|items\/(choice|fill-in|true-false))\.js$/;
/** Bytes that each of the other types adds at most, on the average. */
const EACH = 295;

test("every other item type adds little", () => {
  const others = [...texts.keys()].filter((name) => name.startsWith("items/") && !PLAIN.test(name));
  const more = compressedSize(texts, (name) => PLAIN.test(name) || others.includes(name)) - compressedSize(texts, (name) => PLAIN.test(name));
  assert.ok(more <= EACH * others.length, `${more} bytes for ${others.length}`);
});

/** Ceilings that only come down, of what packages of SCORM 1.2 ship, in bytes at gzip's level 9. */
const CEILINGS = [
  { what: "a course with choices alone", taken: oneChoice, most: 12_646 },
  { what: "a course with eight types of items", taken: eightTypes, most: 14_074 },
  { what: "all that a course can use", taken: allOfScorm12, most: 17_968 },
];

for (const { what, taken, most } of CEILINGS) {
  test(`${what} stays below its ceiling`, () => {
    const size = compressedSize(texts, taken);
    assert.ok(size <= most, `${size} bytes`);
  });
}

test("what a term means, and the search, add little", () => {
  const played = (/** @type {string} */ name) => PLAIN.test(name) || name.startsWith("items/");
  const more = compressedSize(texts, (name) => played(name) || name.startsWith("extras/")) - compressedSize(texts, played);
  assert.ok(more <= 1300, `${more} bytes`);
});

/** Bytes that the fragments called so add to a course with every type of item. @param {RegExp} added @param {RegExp} base */
function adds(added, base) {
  const without = (/** @type {string} */ name) => base.test(name) && !added.test(name);
  return compressedSize(texts, (name) => without(name) || added.test(name)) - compressedSize(texts, without);
}

test("statements take less than 6 kB more", () => {
  const more = adds(/^xapi/, /^(core|items|adapters\/scorm12)/);
  assert.ok(more < 6000, `${more} bytes`);
});

test("an adapter of a package with statements takes less than 3 kB more", () => {
  for (const name of ["cmi5", "xapi", "scorm2004"]) {
    const more = adds(new RegExp(`^adapters/${name}`), /^(core|items|xapi|mastery)/);
    assert.ok(more < 3000, `${name}: ${more} bytes`);
  }
});

test("nothing shipped evaluates text, listens to unload or sends synchronously", () => {
  for (const bad of ['eval("1")', "new Function('a')", 'addEventListener("unload",x)', "addEventListener('beforeunload',x)", "window.onunload=x", "new XMLHttpRequest"]) {
    assert.notEqual(forbidden(bad), null, bad);
  }
  for (const [name, text] of texts) assert.equal(forbidden(text), null, name);
});

test("what shows the record is a file of its own, and small", () => {
  assert.ok(compressedSize(texts, (name) => name === "debug.js") < 3100);
});
