import assert from "node:assert/strict";
import { test } from "node:test";
import { drawnItems, drawnParts, fnv, mix, seedOf } from "../src/paper.js";
import { vectors } from "./vectors.js";

const { fnv: hashes, mix: mixes, seeds, orders } = vectors("draw");

for (const { text, hash } of hashes) test(`FNV-1a of ${JSON.stringify(text)}`, () => assert.equal(fnv(text), hash));

for (const { seed, a, b, mix: mixed } of mixes) {
  test(`mix of ${seed}, ${a}, ${b}`, () => assert.equal(mix(seed, a, b ?? undefined), mixed));
}

for (const { kind, learner, own, sheet, attempt, seed } of seeds) {
  test(`seed ${kind} of ${learner ?? own}, attempt ${attempt} at ${sheet}`, () => {
    assert.equal(seedOf({ id: sheet, seed: kind }, attempt, learner ?? String(own)), seed);
  });
}

for (const { what, seed, item, slots, last, order } of orders) {
  test(`${what} ${slots} by ${seed}, last ${last}`, () => {
    assert.deepEqual(what === "items" ? drawnItems(slots, seed) : drawnParts({ slot: item, parts: slots, last }, seed), order);
  });
}
