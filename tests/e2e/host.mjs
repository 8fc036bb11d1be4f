// The real `coursec preview`, and what its `/__host` answers.

import { spawn } from "node:child_process";
import { COURSEC } from "./course.mjs";
import { PATIENCE } from "./patience.mjs";

/** @typedef {{course: string, unit: string, learner: string, target: string}} Key */
/** @typedef {{model: Record<string, string> | null, finished: boolean, sessions: number, calls: {session: number, name: string, args: string[], answer: string, error: string}[]}} Record_ */

/** A running preview. */
export class Preview {
  /** @param {import("node:child_process").ChildProcess} child @param {string} url */
  constructor(child, url) {
    this.child = child;
    this.url = url;
  }

  /** Starts it on a course folder. @param {string} folder @param {...string} args */
  static async start(folder, ...args) {
    const child = spawn(COURSEC, ["preview", folder, "--port", "0", ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const url = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the preview did not start: ${said}`)), PATIENCE);
      child.stderr.on("data", (piece) => (said += piece));
      child.stdout.on("data", (piece) => {
        said += piece;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found) (clearTimeout(late), resolve(found[0]));
      });
      child.on("exit", (code) => reject(new Error(`the preview ended with ${code}: ${said}`)));
    });
    return new Preview(child, url);
  }

  /** @param {string} path @param {RequestInit} [request] @returns {Promise<any>} */
  async ask(path, request) {
    const answer = await fetch(this.url + path, request);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }

  /** The courses and units that are served. */
  site() {
    return this.ask("/__host/site");
  }

  /** Switches faults on, or all of them off. @param {object | null} change */
  faults(change) {
    if (!change) return this.ask("/__host/faults", { method: "DELETE" });
    return this.ask("/__host/faults", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(change) });
  }

  /** What the LMS keeps of a learner. @param {Key} key @returns {Promise<Record_>} */
  record(key) {
    return this.ask(`/__host/record?${new URLSearchParams(key)}`);
  }

  /** Statements of a learner, oldest first. @param {string} learner @returns {Promise<any[]>} */
  async statements(learner) {
    const all = await this.ask("/__host/statements");
    return all.filter((/** @type {any} */ statement) => statement.actor.account?.name === learner);
  }

  /** Ends it. */
  stop() {
    this.child.removeAllListeners("exit");
    this.child.kill("SIGINT");
  }
}
