// Courses in a folder of their own: copied from the repository, edited, built with the real command.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const COURSEC = process.env.COURSEC ?? join(ROOT, "target/release/coursec");

/** A copy of a course that a test may change. */
export class Course {
  /** @param {string} source folder in the repository, such as `examples/minimal` */
  constructor(source) {
    this.home = mkdtempSync(join(tmpdir(), "coursec-e2e-"));
    this.folder = join(this.home, "course");
    this.dist = join(this.home, "dist");
    cpSync(join(ROOT, source), this.folder, { recursive: true });
  }

  /** Changes a file. @param {string} path @param {(text: string) => string} change */
  edit(path, change) {
    const file = join(this.folder, path);
    const before = readFileSync(file, "utf8");
    const after = change(before);
    if (before === after) throw new Error(`the edit of ${path} changed nothing`);
    writeFileSync(file, after);
  }

  /** Writes a file. @param {string} path @param {string} text */
  write(path, text) {
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs coursec on it. @param {string[]} args @returns {string} what it printed */
  coursec(...args) {
    const [command, ...rest] = args;
    return execFileSync(COURSEC, [command, this.folder, ...rest], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  /** Builds it and unpacks the package of a target. @param {string} target @param {...string} args @returns {string} the folder */
  build(target, ...args) {
    this.coursec("build", "--target", target, "--out", this.dist, ...args);
    const built = JSON.parse(readFileSync(join(this.dist, "build.json"), "utf8"));
    const artifact = built.artifacts.find((/** @type {any} */ artifact) => artifact.target === target);
    const folder = join(this.home, `${target}-${artifact.version}-${Math.random().toString(36).slice(2)}`);
    execFileSync("unzip", ["-q", join(this.dist, artifact.file), "-d", folder]);
    return folder;
  }

  /** Removes it. */
  remove() {
    if (existsSync(this.home)) rmSync(this.home, { recursive: true, force: true });
  }
}
