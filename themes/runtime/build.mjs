// In: themes/runtime/src. Out: themes/runtime/dist, one classic fragment each for the core, every adapter, every item type, parts of the interface that not every course has, and xapi.
// Fails where the source does not parse, or where a fragment holds what no package may hold.
import { build } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { minify } from "terser";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");

/** What the module of an item type may export, and its fragment then registers. */
const ITEM = ["read", "show", "mark", "pattern"];

/** What works on its own and registers nothing: a course that has no use for it does not get it. */
const EXTRAS = "extras";

/** What shows what is recorded. */
const DEBUG = "debug.js";

/** What must not be in a shipped file, and why. */
const FORBIDDEN = [
  { pattern: /\beval\b|\bnew Function\b/, reason: "evaluates text as code" },
  { pattern: /["'`](before)?unload["'`]/, reason: "listens to unload" },
  { pattern: /\bonunload\b|\bonbeforeunload\b/, reason: "listens to unload" },
  { pattern: /XMLHttpRequest/, reason: "could send a synchronous request" },
];

/** Why a text may not be shipped; null where it may. @param {string} text */
export const forbidden = (text) => FORBIDDEN.find(({ pattern }) => pattern.test(text))?.reason ?? null;

/**
 * The fragments to build: the name of each in dist, and the text of its entry.
 * @returns {{name: string, entry: string}[]}
 */
function fragments() {
  /** @param {string} folder */
  const names = (folder) => readdirSync(join(source, folder)).filter((file) => file.endsWith(".js")).sort();
  /** @param {string} kind @param {string} file @param {string} name @param {string[]} exports */
  const part = (kind, file, name, exports) => ({
    name: file,
    entry: `import { ${exports.join(", ")} } from "./${file}"; coursec.${kind}["${name}"] = { ${exports.join(", ")} };`,
  });
  /** What an item type says of itself. @param {string} file */
  const said = (file) => ITEM.filter((name) => new RegExp(`^export .*\\b${name}\\b`, "m").test(readFileSync(join(source, file), "utf8")));
  return [
    { name: "core.js", entry: `import { start } from "./core.js"; start();` },
    // In place of the core, in a course that is one SCO.
    { name: "course.js", entry: `import { start } from "./course.js"; start();` },
    // What says the same stands together: a server compresses it better. The compiler joins them in this order too.
    ...names("parts").map((file) => ({ name: `parts/${file}`, entry: `import { join } from "./parts/${file}"; coursec.parts.push(join);` })),
    { name: "mastery.js", entry: `import { mastery, progress } from "./mastery.js"; coursec.mastery = { mastery, progress };` },
    ...names(EXTRAS).map((file) => ({ name: `${EXTRAS}/${file}`, entry: `import "./${EXTRAS}/${file}";` })),
    ...names("adapters").map((file) => part("adapters", `adapters/${file}`, file.slice(0, -3), ["createTracker"])),
    ...names("items").map((file) => part("items", `items/${file}`, file.slice(0, -3), said(`items/${file}`))),
    // Where a course names a service or a file that says where statements go.
    { name: "services.js", entry: `import { services } from "./services.js"; coursec.services = services;` },
    part("xapi", "xapi.js", "xapi", ["createReporter"]),
    // A file of its own in a package, loaded where it is asked for.
    { name: DEBUG, entry: `import "./debug/index.js";` },
  ];
}

/**
 * Every fragment as text, by its name in dist.
 * @returns {Promise<Map<string, string>>}
 */
export async function fragmentTexts() {
  const texts = new Map();
  for (const { name, entry } of fragments()) {
    const result = await build({
      stdin: { contents: entry, resolveDir: source, sourcefile: `${name}.entry` },
      bundle: true,
      write: false,
      format: "iife",
      target: "es2022",
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: "none",
    });
    // Names stay as they are: who looks into a package can read it. What is used once stands where it is used.
    const { code: text = "" } = await minify(result.outputFiles[0].text, { ecma: 2020, mangle: false, compress: { passes: 5, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, keep_fargs: false, sequences: false, lhs_constants: false } });
    if (forbidden(text)) throw new Error(`${name} ${forbidden(text)}`);
    texts.set(name, text);
  }
  return texts;
}

/**
 * Bytes of the texts whose names are taken, joined and compressed as a server would.
 * @param {Map<string, string>} texts
 * @param {(name: string) => boolean} taken
 */
export function compressedSize(texts, taken) {
  const joined = [...texts].filter(([name]) => taken(name)).map(([, text]) => text).join("");
  return gzipSync(joined, { level: 9 }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const texts = await fragmentTexts();
  for (const [name, text] of texts) {
    const path = join(here, "dist", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(`${name.padEnd(22)} ${String(text.length).padStart(6)} bytes, ${compressedSize(texts, (other) => other === name)} compressed`);
  }
  console.log(`core + scorm12 + items ${compressedSize(texts, (name) => !/^(xapi|services|course|mastery|debug|extras|parts|adapters\/(?!scorm12))/.test(name))} compressed`);
  console.log(`all of SCORM 1.2       ${compressedSize(texts, (name) => !/^(xapi|services|course|mastery|debug|parts\/(linear|awaits)|adapters\/(?!scorm12))/.test(name))} compressed`);
  console.log(`xapi                   ${compressedSize(texts, (name) => name === "xapi.js")} compressed`);
}
