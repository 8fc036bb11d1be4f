// Every log of tests/broken against the schema of SARIF 2.1.0, as npm @microsoft/jest-sarif carries it: draft 4.
//
//   node tests/schemas.d/sarif.mjs

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import draft4 from "ajv-draft-04";
import formats from "ajv-formats";

const schema = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const ajv = new draft4.default({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

const folder = new URL("../broken/", import.meta.url);
const logs = readdirSync(folder).filter((name) => /^[EW]\d{4}-/.test(name));
let failed = 0;
/** @param {string} text */
const fail = (text) => {
  console.error(`tests/schemas: ${text}`);
  failed += 1;
};

for (const name of logs) {
  const text = readFileSync(new URL(`${name}/sarif.json`, folder), "utf8").replaceAll("[VERSION]", "1.0.0");
  if (!validate(JSON.parse(text))) fail(`tests/broken/${name}/sarif.json: ${ajv.errorsText(validate.errors)}`);
}

// A check that passes everything checks nothing.
const sound = readFileSync(new URL("E0102-duplicate-key/sarif.json", folder), "utf8").replaceAll("[VERSION]", "1.0.0");
/** @type {[string, (log: any) => void][]} */
const mutants = [
  ["another version", (log) => (log.version = "2.0.0")],
  ["no runs", (log) => delete log.runs],
  ["a tool without a name", (log) => delete log.runs[0].tool.driver.name],
  ["a version that is none", (log) => (log.runs[0].tool.driver.semanticVersion = 1)],
  ["a level of its own", (log) => (log.runs[0].results[0].level = "fatal")],
  ["a result without a message", (log) => delete log.runs[0].results[0].message],
  ["a line before the first", (log) => (log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0)],
  ["an address with a space", (log) => (log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = "a b")],
  ["a key that SARIF has not", (log) => (log.runs[0].results[0].colour = "red")],
  ["a change without replacements", (log) => (log.runs[0].results[0].fixes = [{ artifactChanges: [{ artifactLocation: {} }] }])],
];
for (const [what, edit] of mutants) {
  const log = JSON.parse(sound);
  edit(log);
  if (JSON.stringify(log) === JSON.stringify(JSON.parse(sound))) fail(`mutant changes nothing: ${what}`);
  if (validate(log)) fail(`mutant passes: ${what}`);
}
if (failed > 0) process.exit(1);
console.log(`${logs.length} SARIF logs are valid, ${mutants.length} mutants are refused`);
