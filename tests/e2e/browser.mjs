// One Chromium for a test file, and a fresh context for each learner.

import { chromium } from "playwright-core";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Starts Debian's Chromium. @param {...string} more flags */
export function launch(...more) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...more] });
}

/**
 * Ends a page's renderer at once, as a phone out of memory does: no event reaches the page.
 * @param {import("playwright-core").Page} page
 */
export async function kill(page) {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
}

/**
 * Collects what a page should never do: uncaught errors, errors on its console, requests that leave loopback.
 * @param {import("playwright-core").Page} page
 */
export function watch(page) {
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1" && hostname !== "localhost") faults.push(`request: ${request.url()}`);
  });
  return faults;
}
