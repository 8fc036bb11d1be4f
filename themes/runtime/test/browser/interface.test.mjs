// The interface in Chromium, on the page of fixture/course.js: what a learner does by mouse and keyboard, what is kept, what is said.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openStage } from "./stage.js";

/** @type {Awaited<ReturnType<typeof openStage>>} */
let stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.end());

/** @param {import("playwright-core").Page} page @param {string} selector */
const text = async (page, selector) => (await page.locator(selector).first().evaluate((/** @type {any} */ element) => (element.checkVisibility() ? element.innerText : ""))).replace(/\s+/g, " ").trim();
/** @param {import("playwright-core").Page} page */
const state = (page) => page.evaluate("player.state");
/** @param {import("playwright-core").Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());
/** @param {import("playwright-core").Page} page @param {string} address */
const go = async (page, address) => {
  await page.evaluate((hash) => (location.hash = hash), address);
  await page.waitForSelector(`[data-current][id="${address}"]`);
};
/** @param {import("playwright-core").Page} page @param {string} name */
const press = (page, name) => page.locator("[data-current]").getByRole("button", { name }).first().click();

test("an address opens a page: title, mark, focus on its heading", async () => {
  const page = await stage.open();
  assert.equal(await page.title(), "Clean hands");
  assert.equal(await text(page, "[data-resume-word]"), "Start");
  assert.equal(await text(page, "[data-resume-text]"), "About 15 minutes in all");
  await page.click("[data-resume-link]");
  await page.waitForSelector('[data-current][id="/why"]');
  assert.equal(await page.title(), "Why it matters – Clean hands");
  assert.equal(await focused(page), "Why it matters");
  assert.equal(await page.locator("[data-page]:visible").count(), 1);
  assert.equal(await page.getAttribute('.contents a[data-to="1"]', "aria-current"), "page");
  assert.equal(await page.locator("[data-page-of]").textContent(), "Page 2 of 6");
  assert.equal((await state(page)).page, 1);
});

test("a page is done when its end was on screen, or Next was used", async () => {
  const page = await stage.open({ hash: "#/how" });
  assert.equal(await page.getAttribute('.contents a[data-to="2"]', "data-state"), "started");
  assert.equal(await text(page, '.contents a[data-to="2"] [data-mark-word]'), "Started");
  await page.locator('[data-page="2"] [data-end]').scrollIntoViewIfNeeded();
  await page.waitForSelector('.contents a[data-to="2"][data-state="done"]', { state: "attached" });
  assert.equal(await text(page, '.contents a[data-to="2"] [data-mark-word]'), "Done");
  assert.equal(await text(page, "[data-progress-text]"), "1 of 6 pages done");
  assert.equal(await text(page, '[data-page="2"] .page-done'), "Page 3 of 6 is done.");
  assert.equal(await page.locator('[data-segment="done"]').count(), 1);
});

test("Next marks a long page read", async () => {
  const page = await stage.open({ hash: "#/how" });
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-current] [data-next]")).click());
  await page.waitForSelector('[data-current][id="/check"]');
  assert.ok((await state(page)).read.includes(2));
});

test("a link to a place within another page opens that page", async () => {
  const page = await stage.open({ hash: "#/why" });
  await page.evaluate(() => (location.hash = "#key-facts"));
  await page.waitForSelector('[data-current][id="/overview"]');
  assert.equal(await focused(page), "Key facts");
});

test("an address that nothing has leaves the page as it is", async () => {
  const page = await stage.open({ hash: "#/why" });
  await page.evaluate(() => new Promise((heard) => (addEventListener("hashchange", heard, { once: true }), (location.hash = "#%E0%A4%A"))));
  assert.equal(await page.getAttribute("[data-current]", "id"), "/why");
});

test("on a phone the contents hold the focus until they are closed", async () => {
  const page = await stage.open({ width: 360 });
  await page.click("[data-contents-open]");
  assert.equal(await focused(page), "Close");
  assert.match(await page.locator(".frame").ariaSnapshot(), /navigation "Contents"/);
  assert.equal(await page.locator("main:visible").count(), 0);
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest("[data-contents]")), `press ${presses}`);
  }
  await page.focus("[data-contents-close]");
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "Contents");
  assert.equal(await page.locator("[data-contents]:popover-open").count(), 0);
  await page.click("[data-contents-open]");
  await page.click('.contents a[data-to="1"]');
  await page.waitForSelector('[data-current][id="/why"]');
  assert.equal(await focused(page), "Why it matters");
  assert.equal(await page.locator("[inert]").count(), 0);
});

test("answers checked one by one: too early, wrong, tried again, right", async () => {
  const page = await stage.open({ hash: "#/check" });
  const item = page.locator('[data-item="0"]');
  assert.equal(await text(page, '[data-item="0"] [data-number]'), "Question 1 of 2");
  await item.getByRole("button", { name: "Check answer" }).click();
  assert.equal(await text(page, '[data-item="0"] .lacking'), "Choose an answer first.");
  await item.getByText("Rinse").click();
  assert.deepEqual((await state(page)).sheets[0].answers[0].response, [0]);
  await item.getByRole("button", { name: "Check answer" }).click();
  assert.equal(await item.getAttribute("data-state"), "wrong");
  assert.equal(await text(page, '[data-item="0"] [data-part="0"] [data-result]'), "Your answer, not right");
  assert.equal(await text(page, '[data-item="0"] [data-part="1"] [data-result]'), "", "the key stays hidden");
  assert.equal(await text(page, '[data-item="0"] [data-points]'), "0 of 1 point, 1 try so far");
  assert.equal(await text(page, '[data-item="0"] [data-feedback-more]'), "Rinsing leaves germs. A belief: A quick rinse is enough.");
  assert.ok(await item.locator("[data-again]").isVisible());
  assert.equal(await focused(page), "Try again");
  await page.keyboard.press("Enter");
  assert.equal(await item.getAttribute("data-state"), null);
  await item.getByText("Lather").click();
  await item.getByRole("button", { name: "Check answer" }).click();
  assert.equal(await item.getAttribute("data-state"), "right");
  assert.equal(await text(page, '[data-item="0"] [data-part="1"] [data-result]'), "Your answer, right");
  assert.ok(!(await item.locator("[data-again]").isVisible()));
});

test("a hint opens, and is gone with the answer checked", async () => {
  const page = await stage.open({ hash: "#/check" });
  const hint = page.locator('[data-item="0"] [data-hint]');
  assert.equal(await hint.getAttribute("open"), null);
  await hint.locator("summary").click();
  assert.notEqual(await hint.getAttribute("open"), null);
  await page.getByText("Lather").click();
  await page.locator('[data-item="0"] [data-check]').click();
  assert.ok(!(await hint.isVisible()));
});

test("what is typed is kept while typing, at once when the field or the page is left", async () => {
  const page = await stage.open({ hash: "#/check" });
  const [first, second] = [page.locator('[name="i0-1-0"]'), page.locator('[name="i0-1-1"]')];
  await first.pressSequentially("so");
  assert.equal((await state(page)).sheets[0].answers[1], undefined);
  await page.waitForFunction("player.state.sheets[0].answers[1]?.response[0] === 'so'");
  await first.pressSequentially("ap");
  await second.focus();
  assert.deepEqual((await state(page)).sheets[0].answers[1].response, ["soap", ""]);
  await second.pressSequentially("2");
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  assert.deepEqual((await state(page)).sheets[0].answers[1].response, ["soap", "2"]);
  await second.press("Enter");
  assert.equal(await page.locator('[data-item="1"]').getAttribute("data-state"), "partial");
  assert.equal(await page.locator('[data-item="1"] [data-part="0"]').getAttribute("data-state"), "right");
  assert.equal(await page.locator('[data-item="1"] [data-part="1"]').getAttribute("data-state"), "wrong");
});

test("a half-filled answer is not checked", async () => {
  const page = await stage.open({ hash: "#/check" });
  await page.locator('[name="i0-1-0"]').fill("soap");
  await page.locator('[name="i0-1-0"]').press("Enter");
  assert.equal(await text(page, '[data-item="1"] .lacking'), "Give your whole answer first.");
  assert.equal((await state(page)).sheets[0].answers[1].checked, false);
});

test("an assessment: started, asked where answers are missing, handed in, told", async () => {
  const page = await stage.open({ hash: "#/final" });
  assert.ok(!(await page.locator('[data-item="2"]').isVisible()));
  await press(page, "Start");
  assert.ok(await page.locator('[data-item="2"]').isVisible());
  await page.getByText("After waste").click();
  assert.equal(await text(page, '[data-sheet="1"] [data-sheet-status]'), "1 of 2 questions answered");
  await press(page, "Hand in your answers");
  assert.equal(await text(page, '[data-sheet="1"] [data-sheet-status]'), "1 question has no answer yet.");
  assert.equal(await text(page, '[data-item="3"] .lacking'), "Choose an answer first.");
  assert.equal((await state(page)).sheets[1].attempts, 0);
  await press(page, "Hand in anyway");
  assert.equal((await state(page)).sheets[1].attempts, 1);
  assert.equal(await text(page, '[data-sheet="1"] [data-sheet-status]'), "Your answers are handed in. 1 of 3 points. Not passed yet.");
  assert.equal(await page.locator('[data-item="2"]').getAttribute("data-state"), "partial");
  assert.equal(await page.locator('[data-item="3"]').getAttribute("data-state"), "empty");
  assert.equal(await text(page, '[data-item="3"] [data-feedback-title]'), "Said empty", "what has no answer is not called wrong");
  assert.equal(await text(page, '[data-item="2"] [data-part="2"] [data-result]'), "", "the key stays hidden while an attempt is left");
  assert.ok(await page.locator('[data-item="2"] input').first().isDisabled());
  assert.equal(await text(page, '[data-sheet="1"] [data-attempts]'), "You have 1 attempt left.");
  await press(page, "Start");
  assert.equal(await page.locator('[data-item="2"]').getAttribute("data-state"), null);
  assert.ok(!(await page.getByText("After waste").locator("..").locator("input").isChecked()));
  await press(page, "Hand in your answers");
  await press(page, "Hand in anyway");
  assert.equal(await text(page, '[data-item="2"] [data-part="2"] [data-result]'), "Right answer", "no attempt is left");
  assert.ok(!(await page.locator('[data-sheet="1"] [data-start]').isVisible()));
});

test("who starts by keyboard stands at the first question, also when it is drawn again", async () => {
  const page = await stage.open({ hash: "#/final", final: { shuffle: { items: true, options: true } } });
  await page.locator("[data-current] [data-start]").press("Enter");
  const at = () => page.evaluate(() => document.activeElement === document.querySelector("[data-current] [data-item]:not([hidden])"));
  assert.ok(await at());
  await page.waitForFunction("player.saving === 'saved'");
  assert.ok(await at(), "saved");
  await page.evaluate("player.save()");
  assert.ok(await at(), "saved again");
});

test("feedback waits for the last attempt, or never comes", async () => {
  for (const [feedback, told] of /** @type {const} */ ([["after-last-attempt", [null, "empty"]], ["never", [null, null]]])) {
    const page = await stage.open({ hash: "#/final", final: { feedback } });
    for (const state of told) {
      await press(page, "Start");
      await press(page, "Hand in your answers");
      await press(page, "Hand in anyway");
      assert.equal(await page.locator('[data-item="3"]').getAttribute("data-state"), state, feedback);
    }
  }
});

test("results: nothing yet, then the finding, outcomes, what to read again, beliefs, attempts", async () => {
  const page = await stage.open({ hash: "#/results" });
  assert.ok(await page.locator("[data-results-empty]").isVisible());
  await go(page, "/final");
  await press(page, "Start");
  await page.getByText("After waste").click();
  await page.getByText("After a cough").click();
  await page.getByText("False").click();
  await press(page, "Hand in your answers");
  await go(page, "/results");
  assert.ok(!(await page.locator("[data-results-empty]").isVisible()));
  assert.equal(await text(page, "[data-results-title]"), "One more point and you pass");
  assert.equal(await text(page, "[data-results-attempt]"), "attempt 1");
  assert.equal(await text(page, "p:has(> [data-results-sentence])"), "That is 66 per cent. The pass mark is 80 per cent, or 3 points. Your best attempt counts. You have 1 attempt left.");
  assert.deepEqual(await page.locator("li[data-about]:has([data-bar])").allTextContents(), ["LO1 0 of 1", "LO2 2 of 2"]);
  assert.deepEqual(await page.locator("[data-weakest] a").allTextContents(), ["Lesson 2: How", "Lesson 1: Why"], "least first");
  const bars = await page.locator("[data-bar]").evaluateAll((bars) => bars.map((/** @type {any} */ bar) => [bar.parentElement.dataset.verdict, bar.style.getPropertyValue("--share"), bar.style.getPropertyValue("--pass")]));
  assert.deepEqual(bars, [["below", "0", "80"], ["reached", "100", "80"]]);
  assert.equal(await text(page, "ul.rows"), "Lesson 2: How 1 question on LO1 is not right yet.");
  assert.equal(await text(page, "div.rows"), "In 1 of your answers A quick rinse is enough. Soap needs time.");
  assert.equal(await text(page, "tbody:has(> [data-attempt-last])"), "Attempt 1 2 of 3 Not passed", "the best is the last");
});

test("who returns finds answers, order and place", async () => {
  const shuffle = { items: true, options: true };
  const page = await stage.open({ hash: "#/final", final: { shuffle } });
  await press(page, "Start");
  await page.getByText("After a cough").click();
  const order = () => page.locator('[data-sheet="1"] [data-item], [data-sheet="1"] [data-part]').evaluateAll((all) => all.map((one) => one.dataset.item ?? one.dataset.part).join());
  const drawn = await order();
  await page.waitForFunction("player.saving === 'saved'");
  await page.evaluate(() => (location.hash = ""));
  await page.reload();
  await page.waitForFunction("window.ready");
  assert.equal(await text(page, "[data-resume-word]"), "Resume");
  assert.equal(await text(page, "[data-resume-title]"), "Final assessment");
  assert.equal(await text(page, "[data-resume-text]"), "1 of 2 questions answered");
  await page.click("[data-resume-link]");
  assert.equal(await order(), drawn);
  assert.ok(await page.locator('[data-item="2"] input[value="2"]').isChecked());
});

test("while nothing is saved it says so, and takes it back when saving works", async () => {
  const page = await stage.open({ hash: "#/why", tracker: { saves: false } });
  await page.waitForSelector('[data-notice-kind="unsaved"]');
  assert.equal(await text(page, "[data-save]"), "Progress is not being saved");
  await page.evaluate("tracker.saves = true");
  await page.locator("[data-try]").click();
  await page.waitForSelector('[data-notice-kind="unsaved"]', { state: "hidden" });
  assert.match(await text(page, "[data-save]"), /^Saved at \d\d:\d\d$/);
  assert.equal(await text(page, "[data-live]"), "Progress is being saved again.");
  assert.equal(await focused(page), "Why it matters");
});

test("review: nothing can be changed, and it says so", async () => {
  const page = await stage.open({ hash: "#/check", tracker: { facts: { mode: "review" } } });
  assert.ok(await page.locator('[data-notice-kind="review"]').isVisible());
  assert.ok(!(await page.locator("[data-current] [data-start]").isVisible()));
});

test("a finished unit opened again: answers stay, what is recorded is said", async () => {
  const page = await stage.open({ hash: "#/final", tracker: { facts: { learner: { id: "anna", name: "" } } }, rules: { pages: 0 } });
  await press(page, "Start");
  await page.getByText("After waste").click();
  await page.getByText("After a cough").click();
  await page.locator("label", { hasText: "True" }).click();
  await press(page, "Hand in your answers");
  await page.waitForFunction("player.saving === 'saved'");
  await page.reload();
  await page.waitForFunction("window.ready");
  assert.ok(await page.locator('[data-notice-kind="finished"]').isVisible());
  assert.ok(!(await page.locator('[data-notice-kind="review"]').isVisible()));
  assert.ok(await page.locator('[data-item="2"] input').first().isDisabled());
});

test("nothing that records: it says so", async () => {
  const page = await stage.open({ tracker: { facts: { recording: false } } });
  assert.ok(await page.locator('[data-notice-kind="unrecorded"]').isVisible());
});

test("save and exit keeps typed text, then says that the window can be closed", async () => {
  const page = await stage.open({ hash: "#/check" });
  await page.locator('[name="i0-1-0"]').pressSequentially("soap");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-exit]")).click());
  await page.waitForSelector("text=Saved. You can close this window now.");
  assert.deepEqual((await state(page)).sheets[0].answers[1].response, ["soap", ""]);
  assert.equal(await page.locator("[data-page]:not([inert])").count(), 0);
  const last = await page.evaluate("tracker.projections.at(-1).frame === sessionStorage.frame");
  assert.ok(last);
});

test("exit that cannot save leaves everything open", async () => {
  const page = await stage.open({ hash: "#/why", tracker: { saves: false } });
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-exit]")).click());
  await page.waitForSelector("text=Not saved yet. Please keep this window open and try again.");
  assert.equal(await page.locator("[data-page][inert]").count(), 0);
});

test("a page that lacks hooks still keeps answers", async () => {
  const page = await stage.open({ hash: "#/check" });
  await page.evaluate(() => document.querySelectorAll("[data-progress], [data-notice], [data-feedback], [data-save], [data-number], [data-results]").forEach((element) => element.remove()));
  await page.getByText("Lather").click();
  assert.deepEqual((await state(page)).sheets[0].answers[0].response, [1]);
  await page.locator('[data-item="0"] [data-check]').click();
  assert.equal(await page.locator('[data-item="0"]').getAttribute("data-state"), "right");
});
