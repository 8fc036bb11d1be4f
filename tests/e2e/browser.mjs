// One Chromium for a test file, and a fresh context for each learner.

import { chromium } from "playwright-core";
import { PATIENCE } from "./patience.mjs";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** By how much pages run slower than the machine could: what depends on its speed fails with SLOW=6. */
const SLOW = Number(process.env.SLOW ?? 1);

/** Gives pages all the time that they need, and slows them down where that is asked. @template {import("playwright-core").BrowserContext} Context @param {Context} context */
export function patient(context) {
  context.setDefaultTimeout(PATIENCE);
  if (SLOW === 1) return context;
  const open = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await open();
    // It holds as long as this session does.
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOW });
    return page;
  };
  return context;
}

/** Starts Debian's Chromium. @param {...string} more flags */
export async function launch(...more) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...more], timeout: 2 * PATIENCE });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => patient(await open(options));
  return browser;
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
