import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome, passes } from "../src/session.js";
import { vectors } from "./vectors.js";

const { cases, passes: attempts } = vectors("outcome");

for (const { name, data, state, outcome: expected } of cases) {
  test(`outcome: ${name}`, () => assert.deepEqual(outcome(state, data), expected));
}

for (const { points, max, pass, passed, why } of attempts) {
  test(`${points} of ${max} at ${pass}: ${why}`, () => assert.equal(passes({ points, max }, pass), passed));
}
