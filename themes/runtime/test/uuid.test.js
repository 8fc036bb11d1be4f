import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { namedUuid, randomUuid } from "../src/client/uuid.js";

test("a named UUID is version 5 in the space of URLs", () => {
  assert.equal(namedUuid("http://www.example.com/"), "fcde3c85-2270-590f-9e7c-ee003d65e0e2");
});

test("names of every length are hashed as SHA-1 does", () => {
  const space = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");
  for (let length = 0; length < 200; length++) {
    const name = "é".repeat(length % 3) + "x".repeat(length);
    const hex = createHash("sha1").update(space).update(name).digest("hex");
    const expected = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-`;
    assert.ok(namedUuid(name).startsWith(expected), `length ${length}`);
  }
});

test("a random UUID is version 4, and another each time", () => {
  const made = Array.from({ length: 200 }, randomUuid);
  assert.equal(new Set(made).size, 200);
  for (const one of made) assert.match(one, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
