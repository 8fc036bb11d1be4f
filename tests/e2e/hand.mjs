// A learner who has a keyboard and nothing else: every stop of the focus is looked at.

import assert from "node:assert/strict";

/** @typedef {{what: string, ring: string, lost: string, back: string}} Stop */

/**
 * In the page: what has the focus, how that is seen, whether it lies under something, and whether it stands before the stop before it.
 * @returns {Stop | null}
 */
function look() {
  const kept = /** @type {{last?: Element}} */ (/** @type {any} */ (window).hand ??= {});
  const at = document.activeElement;
  const { last } = kept;
  kept.last = at && at !== document.body ? at : undefined;
  if (!at || at === document.body) return null;
  const hook = [...at.attributes].find(({ name, value }) => name.startsWith("data-") && !value)?.name;
  const what = `${at.localName}${hook ? `[${hook}]` : ""} ${(at.getAttribute("aria-label") ?? at.getAttribute("name") ?? at.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40)}`;

  let ring = "";
  let seen = at;
  for (const around of [at, at.closest("label")]) {
    const style = around && getComputedStyle(around);
    if (!ring && style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) [ring, seen] = [`${style.outlineWidth} ${style.outlineColor}`, /** @type {Element} */ (around)];
  }
  const box = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
  const [x, y] = [(Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2];
  const over = document.elementFromPoint(x, y);
  const lost = box.bottom <= 0 || box.top >= innerHeight ? "out of the window" : over && !seen.contains(over) && !over.contains(seen) ? `under ${over.outerHTML.slice(0, 60)}` : "";

  let back = "";
  const region = (/** @type {Element} */ of) => of.closest("nav.sidebar, main, header, [popover], dialog");
  if (last?.isConnected && last !== at && region(last) === region(at)) {
    const before = last.getBoundingClientRect();
    const after = at.getBoundingClientRect();
    const sameLine = after.top < before.bottom && before.top < after.bottom;
    const later = sameLine ? (document.dir === "rtl" ? after.right <= before.right : after.left >= before.left) : after.top >= before.top;
    // Where a style says so, the focus follows what is seen, not the document.
    const flow = last.parentElement === at.parentElement && at.parentElement && getComputedStyle(at.parentElement).getPropertyValue("reading-flow");
    if ((!flow || flow === "normal") && !(last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) back = "before the last stop in the document";
    else if (before.width && !later) back = "before the last stop on the screen";
  }
  return { what, ring, lost, back };
}

/** The keys of a learner on a page. */
export class Hand {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
    /** @type {string[]} all that the focus came to */
    this.stops = [];
  }

  /** @param {string} key */
  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Goes one stop on, and says what it is; nothing where the page ends. */
  async tab() {
    await this.press("Tab");
    const stop = await this.page.evaluate(look);
    if (!stop) return null;
    const { what, ring, lost, back } = stop;
    this.stops.push(what);
    assert.notEqual(ring, "", `the focus on ${what} cannot be seen`);
    assert.equal(lost, "", `${what} has the focus`);
    assert.equal(back, "", `${what} has the focus`);
    return what;
  }

  /** What has the focus. */
  async at() {
    return (await this.page.evaluate(look))?.what ?? "nothing";
  }

  /** Is the focus on such an element? @param {string} selector */
  on(selector) {
    return this.page.evaluate((selector) => !!document.activeElement?.matches(selector), selector);
  }

  /** Goes on until the focus is on such an element. @param {string} selector */
  async reach(selector) {
    for (let left = 60; left; left -= 1) {
      if (await this.on(selector)) return;
      const from = this.stops.length;
      if (!(await this.tab()) && left < 60) throw new Error(`the page ended before ${selector}, after ${this.stops.slice(Math.max(0, from - 5)).join(" / ")}`);
    }
    throw new Error(`${selector} is not within 60 stops: ${this.stops.slice(-8).join(" / ")}`);
  }

  /** Presses a button or a link. @param {string} selector */
  async enter(selector) {
    await this.reach(selector);
    await this.press("Enter");
  }

  /** Forgets where the focus was: something else has moved it. */
  moved() {
    return this.page.evaluate(() => void (/** @type {any} */ (window).hand = {}));
  }

  /** Chooses one of a group with the arrows. @param {string} group selects its inputs @param {string} value */
  async choose(group, value) {
    await this.reach(group);
    await this.press("Space");
    for (let left = 12; left && !(await this.on(`${group}[value="${value}"]:checked`)); left -= 1) await this.press("ArrowDown");
    assert.ok(await this.on(`${group}[value="${value}"]:checked`), `${group} has no ${value}`);
    await this.moved();
  }

  /** Chooses in a list with the arrows. @param {string} list @param {string} value */
  async pick(list, value) {
    await this.reach(list);
    const way = () => this.page.evaluate((value) => {
      const { selectedIndex, options } = /** @type {HTMLSelectElement} */ (document.activeElement);
      return [...options].findIndex((option) => option.value === value) - selectedIndex;
    }, value);
    for (let left = await way(); left; left = await way()) {
      await this.press(left > 0 ? "ArrowDown" : "ArrowUp");
    }
    await this.moved();
  }

  /** Moves a step up to its place. @param {string} place selects the item @param {string} row @param {number} to */
  async lift(place, row, to) {
    const at = () => this.page.locator(`${place} [data-option]`).evaluateAll((rows, row) => rows.findIndex((one) => one.matches(row)), row);
    if ((await at()) === to) return;
    const button = `${place} ${row} [data-move="-1"]`;
    await this.reach(button);
    for (let left = await at(); left > to; left = await at()) {
      await this.press("Enter");
      assert.ok(await this.on(button), "the focus stays on the button that moved the step");
    }
    await this.moved();
  }

  /** Answers an item right. @param {import("./learner.mjs").Learner} learner @param {import("./learner.mjs").Item} item @param {string} place selects its group */
  async answer(learner, item, place) {
    const { key, type } = item;
    const names = await learner.frame.locator(`${place} :is(input, select, textarea):visible`).evaluateAll((fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field).name));
    const field = (/** @type {number} */ n) => `${place} [name="${names[n]}"]`;
    if (type === "likert") return this.choose(`${place} input`, `${item.parts[0]}`);
    if (type === "choice" || type === "true-false") {
      const right = [key.correct].flat();
      if ((await learner.frame.locator(`${place} input[type="radio"]`).count()) > 0) return this.choose(`${place} input`, `${right[0]}`);
      for (const value of await learner.frame.locator(`${place} input`).evaluateAll((boxes) => boxes.map((box) => /** @type {HTMLInputElement} */ (box).value))) {
        await this.reach(`${place} input[value="${value}"]`);
        if (right.includes(Number(value))) await this.press("Space");
      }
      return;
    }
    if (type === "matching") {
      for (const name of names) await this.pick(`${place} [name="${name}"]`, `${key.correct[Number(name.split("-").at(-1))]}`);
      return;
    }
    if (type === "sequencing") {
      for (const [n, step] of key.correct.entries()) await this.lift(place, `[data-option="${key.steps[step]}"]`, n);
      return;
    }
    const texts = type === "numeric" ? [/[\d.]+/.exec(key.shown)?.[0]] : type === "fill-in" ? key.blanks.map((/** @type {any} */ { accepted }) => accepted[0]) : ["In my own words."];
    for (const [n, text] of texts.entries()) {
      await this.reach(field(n));
      await this.page.keyboard.type(text);
    }
  }
}
