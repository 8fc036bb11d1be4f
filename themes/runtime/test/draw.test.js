import assert from "node:assert/strict";
import { test } from "node:test";
import { fnv } from "../src/letters.js";
import { drawItems, ordered, seedOf } from "../src/laws/papers.js";
import { vectors } from "./vectors.js";

const { fnv: hashes, seeds, orders, papers } = vectors("draw");

for (const { text, hash } of hashes) test(`FNV-1a of ${JSON.stringify(text)}`, () => assert.equal(fnv(text), hash));

for (const { kind, learner, own, sheet, attempt, unseen = false, seed } of seeds) {
  test(`seed ${kind} of ${learner ?? own}, attempt ${attempt} at ${sheet}`, () => {
    assert.equal(seedOf({ id: sheet, seed: kind, unseen }, attempt, learner ?? String(own)), seed);
  });
}

for (const { what, seed, item, slots, last, order } of orders) {
  test(`${what} ${slots} by ${seed}, last ${last}`, () => {
    assert.deepEqual(what === "items" ? ordered(slots, seed) : ordered(slots, seed, `${item}/`, last), order);
  });
}

for (const { name, sheet, seed, items } of papers) test(`paper: ${name}`, () => assert.deepEqual(drawItems(sheet, seed), items));
