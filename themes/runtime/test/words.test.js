// The words of the interface: each that it says is in messages/en.yaml, and each there is said; plurals, numbers and names in them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { createWords } from "../src/ui/words.js";
import { messages } from "./fixture/course.js";

const folders = ["../src/ui/", "../src/parts/"].map((folder) => new URL(folder, import.meta.url));
const files = [...folders.flatMap((folder) => readdirSync(folder).map((file) => new URL(file, folder))), new URL("../src/course.js", import.meta.url)];
const source = files.map((file) => readFileSync(file, "utf8")).join("\n");
const results = readFileSync(new URL("../../default/section/results.html", import.meta.url), "utf8");
const known = messages();

test("every word that is said is known", () => {
  const said = [...source.matchAll(/\bt\("([a-z-]+)"/g)].map(([, key]) => key);
  assert.ok(said.length > 15);
  assert.deepEqual(said.filter((key) => !(key in known)), []);
});

test("every word that is known is said", () => {
  const families = [...source.matchAll(/\bt\(`([a-z]+-)\$/g)].map(([, start]) => start);
  assert.deepEqual(Object.keys(known).filter((key) => !`${source}${results}`.includes(`"${key}"`) && !families.some((start) => key.startsWith(start))), []);
});

test("the panel that shows the record says what it knows, all of it", () => {
  const panel = readFileSync(new URL("../src/debug/panel.js", import.meta.url), "utf8");
  const said = [...panel.matchAll(/\bt\(([^)]*)/g)].flatMap(([, given]) => [...given.matchAll(/"([a-z-]+)"/g)].map(([, key]) => key));
  const headings = [...panel.matchAll(/^    \["([a-z]+)", /gm)].map(([, heading]) => `head-${heading}`);
  assert.equal(headings.length, 4);
  assert.deepEqual([...new Set([...said.filter((key) => key !== "-"), ...headings])].sort(), Object.keys(messages("debug")).sort());
});

test("names, numbers and plurals", () => {
  const data = /** @type {any} */ ({ lang: "de", messages: { time: "um {time}", points: { one: "{n} Punkt", other: "{n} Punkte" }, of: { one: "{points} von {n} Punkt", other: "{points} von {n} Punkten" } } });
  const t = createWords(data);
  assert.equal(t("time", { time: "14:32" }), "um 14:32");
  assert.equal(t("points", { n: 1 }), "1 Punkt");
  assert.equal(t("points", { n: 1.5 }), "1,5 Punkte");
  assert.equal(t("of", { points: 0.5, n: 1 }), "0,5 von 1 Punkt");
  assert.equal(t("not there"), "not there");
});
