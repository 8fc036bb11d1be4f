// Plays test files, two at a time: node tests/e2e/play.mjs FILE.. A file that fails is played once more, alone and after all others: what fails twice is wrong,
// what fails once is a test that depends on the machine, and is said so. Ends with 0 where each file passed in the end; the last lines tell what did not.

import { relative } from "node:path";
import { argv, cwd, stdout } from "node:process";
import { run } from "node:test";
import { spec } from "node:test/reporters";

/** Files at a time. */
const BESIDE = 2;
/** The longest that a file may take, ms: what hangs is ended. */
const LONGEST = 10 * 60_000;
/** More files than this fail for no reason of their own: none of them is played again. */
const MANY = 6;

/** @typedef {Map<string, string[]>} Failed by file: each test that failed, with its message */

/** Plays files and prints what came of them. @param {string[]} files @param {number} concurrency @returns {Promise<Failed>} */
async function play(files, concurrency) {
  /** @type {Failed} */
  const failed = new Map();
  const results = run({ files, concurrency, timeout: LONGEST });
  results.on("test:fail", ({ name, file, details: { error } }) => {
    const { failureType, cause, message } = /** @type {any} */ (error);
    // What is around a test that failed fails too.
    if (failureType === "subtestsFailed") return;
    const of = file ?? name;
    failed.set(of, [...(failed.get(of) ?? []), `${name}: ${cause?.message ?? cause ?? message}`]);
  });
  const printed = results.compose(/** @type {any} */ (new spec()));
  printed.pipe(stdout, { end: false });
  await new Promise((resolve) => printed.on("end", resolve));
  return failed;
}

/** @param {string} heading @param {Failed} failed */
function say(heading, failed) {
  for (const [file, tests] of failed) stdout.write(`\n${heading}: ${relative(cwd(), file)}\n${tests.map((test) => `  ${test.replaceAll("\n", "\n    ")}\n`).join("")}`);
}

const files = argv.slice(2);
const failed = await play(files, BESIDE);
/** @type {Failed} */
let twice = new Map();
if (failed.size > MANY) twice = failed;
else {
  for (const file of failed.keys()) {
    stdout.write(`\n==== played again alone: ${relative(cwd(), file)}\n`);
    for (const [of, tests] of await play([file], 1)) twice.set(of, tests);
  }
}
const passed = new Map([...failed].filter(([file]) => !twice.has(file)));
say("FAILED, and passed when it was played again alone", passed);
say(failed.size > MANY ? "FAILED" : "FAILED, and again when it was played alone", twice);
stdout.write(`\n${files.length} files: ${files.length - failed.size} passed, ${passed.size} passed when played again alone, ${twice.size} failed\n`);
process.exitCode = twice.size ? 1 : 0;
