// Hand-written vectors that Rust runs too.

import { readFileSync } from "node:fs";
import "./laws.js";

/** @param {string} name @returns {any} */
export function vectors(name) {
  return JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
}
