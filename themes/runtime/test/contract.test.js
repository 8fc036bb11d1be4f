import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const contract = readFileSync(new URL("../../../docs/runtime-contract.md", import.meta.url), "utf8");
const rules = (contract.split("## 7. ")[1] || "").split("\n## ")[0].split("\n").filter((line) => /^\| (SCORM|BROWSER|LMS|POLICY|XAPI) /.test(line));

/** Names of the tests here; what a name takes from a table can be anything. A name that is little else would be any name. */
const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".test.js"))
  .flatMap((file) => [...readFileSync(new URL(file, import.meta.url), "utf8").matchAll(/\btest\(\s*(["`])(.+?)\1,/g)].map(([, , name]) => name))
  .filter((name) => name.replace(/\$\{[^}]*\}/g, "").length > 12)
  .map((name) => new RegExp(`^${name.split(/\$\{[^}]*\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`));

test("section 7 has rules", () => assert.ok(rules.length > 40));

for (const rule of rules) {
  const [, , what, source, held] = rule.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()).flatMap((cell, at) => (at === 0 ? ["", cell] : [cell]));
  test(`the rule has a source and a test: ${what}`, () => {
    assert.ok(source, "no source");
    const tests = [...String(held).matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    assert.ok(tests.length > 0, "no test");
    for (const name of tests) assert.ok(names.some((known) => known.test(name)), `no test is called "${name}"`);
  });
}
