// In: themes/runtime/src. Out: themes/runtime/dist, one classic fragment each for the core, every adapter, every item type, parts of the interface that not every course has, and xapi.
// Fails where the source does not parse, or where a fragment holds what no package may hold.
import { build } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { minify } from "terser";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");

/** What the module of an item type may export, and its fragment then registers. */
const ITEM = ["read", "show", "mark", "pattern"];

/** What the core asks of the laws of a session, and their fragments then register. */
const LAWS = ["adopt", "askWrong", "carried", "drawItems", "regrade", "seeded", "shuffled", "wrongItems"];

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
  /** @param {string} file @param {string[]} names */
  const exported = (file, names) => names.filter((name) => new RegExp(`^export .*\\b${name}\\b`, "m").test(readFileSync(join(source, file), "utf8")));
  /** @param {string} file */
  const law = (file) => {
    const exports = exported(file, LAWS).join(", ");
    return `import { ${exports} } from "./${file}"; Object.assign(coursec.laws, { ${exports} });`;
  };
  return [
    { name: "core.js", entry: `import { start } from "./core.js"; start();` },
    // In place of the core, in a course that is one SCO.
    { name: "course.js", entry: `import { start } from "./course.js"; start();` },
    // What says the same stands together: a server compresses it better. The compiler joins them in this order too.
    { name: "mastery.js", entry: `import { mastery, progress } from "./mastery.js"; coursec.mastery = { mastery, progress };` },
    ...names("laws").map((file) => ({ name: `laws/${file}`, entry: law(`laws/${file}`) })),
    ...names("items").map((file) => part("items", `items/${file}`, file.slice(0, -3), exported(`items/${file}`, ITEM))),
    ...names("parts").map((file) => ({ name: `parts/${file}`, entry: `import { join } from "./parts/${file}"; coursec.parts.push(join);` })),
    ...names(EXTRAS).map((file) => ({ name: `${EXTRAS}/${file}`, entry: `import "./${EXTRAS}/${file}";` })),
    ...names("adapters").map((file) => part("adapters", `adapters/${file}`, file.slice(0, -3), ["createTracker"])),
    // Where a course names a service or a file that says where statements go.
    { name: "services.js", entry: `import { services } from "./services.js"; coursec.services = services;` },
    part("xapi", "xapi.js", "xapi", ["createReporter"]),
    // A file of its own in a package, loaded where it is asked for.
    { name: DEBUG, entry: `import "./debug/index.js";` },
  ];
}

/** Whether a fragment is a core: that of units, or of a course that is one SCO. @param {string} name */
const isCore = (name) => /^(core|course)\.js$/.test(name);

/** The modules that both cores have: what other fragments import of them they find by its name, since a package has all of them in one function. */
async function coreModules() {
  const bundles = await Promise.all(["core.js", "course.js"].map((file) => build({ entryPoints: [join(source, file)], bundle: true, write: false, metafile: true, logLevel: "silent" })));
  const [core, course] = bundles.map(({ metafile }) => Object.keys(metafile.inputs).map((file) => resolve(file)));
  return new Set(core.filter((file) => course.includes(file)));
}

/** How many things of some modules have that name. @param {string} name @param {Set<string>} modules */
const declared = (name, modules) => [...modules].filter((file) => new RegExp(`^(export )?(async )?(const|let|function) (\\{ )?${name}\\b`, "m").test(readFileSync(file, "utf8"))).length;

/**
 * Leaves out of a fragment what the core has.
 * @param {Set<string>} core @param {Set<string>} shared names, as they are met
 * @returns {import("esbuild").Plugin}
 */
const withoutCore = (core, shared) => ({
  name: "without-core",
  setup({ onLoad }) {
    onLoad({ filter: /src\/.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^import \{([^}]*)\} from "(\..*)";$/gm, (line, names, from) => {
        if (!core.has(join(dirname(path), from))) return line;
        for (const name of names.split(",")) shared.add(name.trim());
        return "";
      }),
    }));
  },
});

/**
 * Every fragment as text, by its name in dist.
 * @returns {Promise<Map<string, string>>}
 */
export async function fragmentTexts() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const core = await coreModules();
  /** @type {Set<string>} */
  const shared = new Set();
  // The core comes first in a package; here last, when it is known what others ask of it.
  const all = fragments();
  for (const { name, entry } of [...all].sort((a, b) => +isCore(a.name) - +isCore(b.name))) {
    const result = await build({
      stdin: { contents: entry, resolveDir: source, sourcefile: `${name}.entry` },
      bundle: true,
      write: false,
      format: isCore(name) ? "esm" : "iife",
      target: "es2022",
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: "none",
      metafile: true,
      plugins: isCore(name) || name === DEBUG ? [] : [withoutCore(core, shared)],
    });
    const again = isCore(name) || name === DEBUG ? [] : Object.keys(result.metafile.inputs).filter((file) => core.has(resolve(file)));
    if (again.length) throw new Error(`${name} has ${again} once more: import it by names, on one line`);
    // Names stay as they are: who looks into a package can read it. What is used once stands where it is used.
    const { code: text = "" } = await minify(result.outputFiles[0].text, { ecma: 2020, mangle: false, toplevel: isCore(name), compress: { top_retain: [...shared], passes: 5, unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, keep_fargs: false, sequences: false, lhs_constants: false, inline: 2, unsafe_comps: true, hoist_funs: true } });
    if (forbidden(text)) throw new Error(`${name} ${forbidden(text)}`);
    if (isCore(name)) for (const one of shared) if (declared(one, core) !== 1) throw new Error(`${one} is the name of ${declared(one, core)} things in the core: a fragment cannot ask for it`);
    texts.set(name, text);
  }
  return new Map(all.map(({ name }) => [name, /** @type {string} */ (texts.get(name))]));
}

/**
 * The texts whose names are taken, as a package has them: with a core, all in one function.
 * @param {Map<string, string>} texts
 * @param {(name: string) => boolean} taken
 */
export function joined(texts, taken) {
  const names = [...texts.keys()].filter(taken);
  const text = names.map((name) => texts.get(name)).join("");
  return names.some(isCore) ? `(()=>{${text}})();\n` : text;
}

/**
 * Bytes of those texts, compressed as a server would.
 * @param {Map<string, string>} texts
 * @param {(name: string) => boolean} taken
 */
export const compressedSize = (texts, taken) => gzipSync(joined(texts, taken), { level: 9 }).length;

/** What a package of SCORM 1.2 has whose course has choices alone, and none of what not every course needs. @param {string} name */
export const oneChoice = (name) => /^(core|extras\/display|adapters\/scorm12|items\/choice)\.js$/.test(name);
/** The same with eight types of items. @param {string} name */
export const eightTypes = (name) => oneChoice(name) || /^items\/(?!case-study)/.test(name);
/** All that a course of SCORM 1.2 can use, whose pages open in any order. @param {string} name */
export const allOfScorm12 = (name) => !/^(xapi|services|course|mastery|debug|parts\/(linear|awaits)|adapters\/(?!scorm12))/.test(name);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const texts = await fragmentTexts();
  for (const [name, text] of texts) {
    const path = join(here, "dist", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(`${name.padEnd(22)} ${String(text.length).padStart(6)} bytes, ${compressedSize(texts, (other) => other === name)} compressed`);
  }
  console.log(`one choice item        ${compressedSize(texts, oneChoice)} compressed`);
  console.log(`eight types of items   ${compressedSize(texts, eightTypes)} compressed`);
  console.log(`all of SCORM 1.2       ${compressedSize(texts, allOfScorm12)} compressed`);
  console.log(`xapi                   ${compressedSize(texts, (name) => name === "xapi.js")} compressed`);
}
