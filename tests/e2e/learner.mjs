// What a learner does in a course, by the hooks of docs/runtime-contract.md section 6 and nothing else.

import { PATIENCE } from "./patience.mjs";

/** @typedef {import("playwright-core").Frame} Frame */
/** @typedef {import("../../themes/runtime/src/data.js").Data} Data */
/** @typedef {import("../../themes/runtime/src/data.js").Sheet} Sheet */
/** @typedef {import("../../themes/runtime/src/data.js").Item} Item */

/** It is known what is stored: the page says what it does with it, or that nothing is recorded. */
const LOADED = ['[data-save][data-state]:not([data-state="off"])', ...["review", "unrecorded", "newer"].map((kind) => `[data-notice-kind="${kind}"]:not([hidden])`)].join();

/** A learner in one launchable. */
export class Learner {
  /** @param {Frame} frame the course's own frame @param {Data} data the run-time's data in it */
  constructor(frame, data) {
    this.frame = frame;
    this.data = data;
  }

  /**
   * Waits until the course is there, and what is stored with it or that nothing is; reads its data.
   * @param {Frame} frame @param {{early?: boolean}} [how] early: the page alone is waited for, which is at work before anything is known of what is stored
   */
  static async meet(frame, { early = false } = {}) {
    await frame.waitForSelector("section[data-page][data-current] h1");
    if (!early) await frame.waitForSelector(LOADED, { state: "attached" });
    const text = await frame.locator("script[data-player]").textContent();
    return new Learner(frame, JSON.parse(text ?? "null"));
  }

  /** @param {string} id of a page */
  page(id) {
    const page = this.data.pages.find((page) => page.id === id);
    if (!page) throw new Error(`no page ${id}`);
    return page;
  }

  /** @param {string} id of an assessment */
  sheet(id) {
    const sheet = Object.values(this.data.sheets).find((sheet) => sheet.id === id);
    if (!sheet) throw new Error(`no assessment ${id}`);
    return sheet;
  }

  /** @param {number} slot */
  item(slot) {
    const item = Object.values(this.data.items).find((item) => item.slot === slot);
    if (!item) throw new Error(`no item in slot ${slot}`);
    return item;
  }

  /** Slot of the page that is shown. */
  async current() {
    return Number(await this.frame.locator("section[data-page][data-current]").getAttribute("data-page"));
  }

  /** Goes to a page through the contents. @param {number} slot */
  async go(slot) {
    const open = this.frame.locator("[data-contents-open]:visible");
    if (await open.count()) await open.first().click();
    await this.frame.locator(`[data-contents] a[data-to="${slot}"]`).first().click();
    await this.frame.waitForSelector(`section[data-page="${slot}"][data-current]`);
  }

  /** Reads a page to its end: it is done, or started where an assessment waits to be handed in. @param {number} slot */
  async read(slot) {
    await this.go(slot);
    const end = this.frame.locator(`section[data-page="${slot}"] [data-end]`);
    const waits = Object.values(this.data.sheets).some((sheet) => sheet.page === slot);
    // A picture that comes late pushes the end out of sight: who reads goes on to it.
    for (let left = PATIENCE / 250; left; left -= 1) {
      await end.scrollIntoViewIfNeeded();
      if (await this.frame.waitForSelector(`section[data-page="${slot}"][data-read]`, { state: "attached", timeout: 250 }).catch(() => null)) break;
    }
    await this.frame.waitForSelector(`[data-contents] a[data-to="${slot}"][data-state${waits ? "" : '="done"'}]`, { state: "attached" });
  }

  /** Goes on where the learner stopped, by the overview's link. */
  async resume() {
    await this.frame.locator("a[data-resume-link]:visible").click();
  }

  /** Reads every page of a kind. @param {string} kind */
  async readAll(kind) {
    for (const page of this.data.pages) if (page.kind === kind) await this.read(page.slot);
  }

  /** Opens an assessment and starts it if it waits for that. @param {Sheet} sheet */
  async start(sheet) {
    await this.go(sheet.page);
    const start = this.frame.locator(`[data-sheet="${sheet.slot}"] [data-start]:visible`);
    if (await start.count()) await start.first().click();
    await this.frame.locator(`[data-sheet="${sheet.slot}"] [data-item]:visible`).first().waitFor();
  }

  /** The fieldset of an item. @param {Sheet} sheet @param {Item} item */
  fieldset(sheet, item) {
    return this.frame.locator(`[data-sheet="${sheet.slot}"] [data-item="${item.slot}"]`);
  }

  /** Answers one item, right or wrong. @param {Sheet} sheet @param {Item} item @param {boolean} right */
  async answer(sheet, item, right) {
    const fieldset = this.fieldset(sheet, item);
    const texts = { "fill-in": () => item.key.blanks.map((/** @type {any} */ { accepted }) => accepted[0]), numeric: () => [`${item.key.min ?? item.key.max}`] }[item.type];
    if (texts) {
      for (const [n, text] of texts().entries()) {
        const blank = fieldset.locator("input").nth(n);
        await blank.fill(right ? text : "zzz");
        await blank.blur();
      }
      return;
    }
    if (item.type === "likert") return fieldset.locator("input").first().check();
    if (item.type === "long-fill-in") {
      await fieldset.locator("textarea").fill("In my own words.");
      return fieldset.locator("textarea").blur();
    }
    if (item.type === "matching") {
      for (const [n, place] of pairs(item, right).entries()) await fieldset.locator(`select[name$="-${n}"]`).selectOption({ value: `${place}` });
      return;
    }
    if (item.type === "sequencing") {
      const wanted = right ? item.key.correct : item.key.correct.toReversed();
      for (const [place, step] of wanted.entries()) {
        const row = `[data-option="${item.key.steps[step]}"]`;
        const rows = await fieldset.locator("[data-option]").evaluateAll((rows) => rows.map((row) => `[data-option="${row.getAttribute("data-option")}"]`));
        for (let at = rows.indexOf(row); at > place; at -= 1) await fieldset.locator(`${row} [data-move="-1"]`).click();
      }
      return;
    }
    const wanted = new Set(right ? [item.key.correct].flat() : [wrong(item)]);
    for (const control of await fieldset.locator("input").all()) {
      const value = Number(await control.getAttribute("value"));
      const checked = await control.isChecked();
      const radio = (await control.getAttribute("type")) === "radio";
      if (wanted.has(value) !== checked && (wanted.has(value) || !radio)) await control.click();
    }
  }

  /** The items of the paper that is open, in the order in which they are shown. @param {Sheet} sheet */
  async paper(sheet) {
    const slots = await this.frame.locator(`[data-sheet="${sheet.slot}"] [data-item]:visible`).evaluateAll((items) => items.map((item) => item.getAttribute("data-item")));
    return slots.map((slot) => this.item(Number(slot)));
  }

  /** Answers and checks every item of a formative sheet. @param {Sheet} sheet @param {boolean} right */
  async practise(sheet, right) {
    await this.start(sheet);
    for (const item of await this.paper(sheet)) {
      if (item.type === "case-study") {
        await this.play(sheet, item, right);
        continue;
      }
      await this.answer(sheet, item, right);
      await this.fieldset(sheet, item).locator("[data-check]").click();
      await this.fieldset(sheet, item).locator("[data-feedback]").first().waitFor();
    }
  }

  /**
   * Takes a way through a case study to an end: each time what is worth most, or least.
   * @param {Sheet} sheet @param {Item} item @param {boolean} right @param {(end: boolean) => Promise<void>} [seen] what is done in each scene that follows */
  async play(sheet, item, right, seen = async () => {}) {
    /** @type {Set<string>} */
    const taken = new Set();
    let scene = item.key.start;
    for (;;) {
      const ways = Object.entries(/** @type {Record<string, [number, number]>} */ (item.key.scenes[scene])).filter(([way]) => !taken.has(`${scene}-${way}`));
      if (!ways.length) return;
      const [way, [to]] = ways.sort(([, [, a]], [, [, b]]) => (right ? b - a : a - b))[0];
      taken.add(`${scene}-${way}`);
      const place = this.frame.locator(`[data-sheet="${sheet.slot}"] [data-scene="${scene}"]`);
      if (way !== "0") await place.locator(`input[value="${way}"]`).check();
      await place.locator("[data-go]").click();
      await this.frame.locator(`[data-sheet="${sheet.slot}"] [data-scene="${to}"]`).waitFor();
      scene = to;
      await seen(!Object.keys(item.key.scenes[scene]).length);
    }
  }

  /** Answers every item of a sheet and submits it. @param {Sheet} sheet @param {boolean} right */
  async sit(sheet, right) {
    await this.start(sheet);
    for (const item of await this.paper(sheet)) await this.answer(sheet, item, right);
    await this.submit(sheet);
  }

  /** @param {Sheet} sheet */
  async submit(sheet) {
    await this.frame.locator(`[data-sheet="${sheet.slot}"] [data-submit]`).click();
  }

  /** Waits until the page says that everything is saved. */
  async saved() {
    const word = String(this.data.messages.saved ?? "Saved").split("{")[0].trim();
    await this.frame.waitForFunction((word) => document.querySelector("[data-save]")?.textContent?.includes(word), word);
  }

  /** Waits until the page knows what stands on the screen: what observes that is told in turn. */
  async seen() {
    await this.frame.evaluate(() => new Promise((resolve) => new IntersectionObserver((_, mine) => (mine.disconnect(), resolve(null))).observe(document.documentElement)));
  }

  /** Waits until the page has ended its session, and says so; or is gone already, where the LMS wants it back (`returnURL` of cmi5). */
  async ended() {
    await this.frame.waitForFunction(() => location.pathname.endsWith("/__host/returned") || document.querySelector("section[data-page][inert]"));
  }

  /** Waits until what the page gave to the browser's databases is written: a page that goes at once takes what is not with it. */
  async written() {
    await this.frame.evaluate(async () => {
      for (const { name = "", version } of await indexedDB.databases()) {
        const opened = await /** @type {Promise<IDBDatabase>} */ (
          new Promise((resolve, reject) => {
            const request = indexedDB.open(name, version);
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          })
        );
        // Transactions on the same stores follow each other.
        if (opened.objectStoreNames.length) {
          const look = opened.transaction([...opened.objectStoreNames]);
          await new Promise((resolve) => (look.objectStore(opened.objectStoreNames[0]).count().onsuccess = resolve));
        }
        opened.close();
      }
    });
  }

  /** What is chosen or typed in an item. @param {Sheet} sheet @param {Item} item */
  async response(sheet, item) {
    if (item.type === "sequencing") return this.fieldset(sheet, item).locator("[data-option]").evaluateAll((rows) => rows.map((row) => `${row.getAttribute("data-option")}`));
    return this.fieldset(sheet, item)
      .locator("input, select")
      .evaluateAll((inputs) =>
        inputs.map((input) => /** @type {HTMLInputElement} */ (input)).flatMap((input) => (/^(text|select)/.test(input.type) || input.checked ? [input.value] : [])),
      );
  }

  /** Text of all notices above the page. */
  async notice() {
    return (await this.frame.locator("[data-notice]").first().innerText()).trim();
  }
}

/** The target of each source: its own, or the next one. @param {Item} item @param {boolean} right @returns {number[]} */
const pairs = ({ key }, right) => key.correct.map((/** @type {number} */ place) => (right ? place : (place + 1) % key.targets.length));

/** A response that is not right, as the slot of one part. @param {Item} item */
function wrong(item) {
  if (item.type === "true-false") return 1 - item.key.correct;
  const part = item.parts.find((part) => !item.key.correct.includes(part));
  return part ?? item.parts[0];
}
