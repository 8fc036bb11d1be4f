import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../src/codec.js";
import { vectors } from "./vectors.js";

const { cases, encode: written, decode: read } = vectors("frame");

for (const { name, data, state, frame } of [...cases, ...written]) {
  test(`writes: ${name}`, () => assert.equal(encode(state, data), frame));
}

for (const { name, data, state, frame } of cases) {
  test(`reads: ${name}`, () => assert.deepEqual(decode(frame, data), { state, verdict: "whole", lost: [] }));
}

for (const { name, data, state, frame, verdict, lost } of read) {
  test(`reads: ${name}`, () => assert.deepEqual(decode(frame, data), { state, verdict, lost }));
}

test("every cut and every changed character of a frame is noticed, and none throws", () => {
  const { data, frame, state } = cases.reduce((/** @type {any} */ longest, /** @type {any} */ one) => (one.frame.length > longest.frame.length ? one : longest));
  for (let at = 0; at < frame.length; at++) {
    const changed = frame.slice(0, at) + (frame[at] === "a" ? "b" : "a") + frame.slice(at + 1);
    for (const bad of [frame.slice(0, at), changed]) {
      const { verdict } = decode(bad, data);
      assert.notEqual(verdict, "whole", `${bad} passed for whole`);
    }
  }
  assert.deepEqual(decode(frame, data).state, state);
});

for (const junk of [".", "C1", "C1.", "C0.AAAA", "C01.AAAA", "c1.AAAAAAAA", "\u0000", "C1.ééééé", "{}", "C1" + ".".repeat(5000)]) {
  test(`junk is damaged: ${JSON.stringify(junk).slice(0, 20)}`, () => {
    assert.deepEqual(decode(junk, cases[0].data), { state: null, verdict: "damaged", lost: [] });
  });
}
