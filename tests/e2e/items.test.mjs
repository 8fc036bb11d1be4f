// Every item type in the package itself: answered by keyboard alone, marked, kept, and nothing that axe-core finds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { launch, watch } from "./browser.mjs";
import { Course } from "./course.mjs";
import { Learner } from "./learner.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Course} */
let course;
/** @type {import("playwright-core").Page} */
let page;
/** @type {string[]} */
let faults;

before(async () => {
  browser = await launch();
  course = new Course("examples/every-item-type");
  const folder = course.build("web");
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  faults = watch(page);
  await page.goto(`file://${folder}/units/puncture.html#/every-type`);
  await Learner.meet(page.mainFrame());
});
after(async () => {
  await browser?.close();
  course.remove();
});

/** The item of a type. @param {string} type */
const item = (type) => page.locator(`[data-current] [data-type="${type}"]`);

/** Checks it, by keyboard, and gives the state of the item. @param {string} type */
async function check(type) {
  const button = item(type).locator("[data-check]");
  await button.focus();
  await page.keyboard.press("Enter");
  return item(type).getAttribute("data-state");
}

/** Chooses in a list by typing the first letters of an option. @param {string} type @param {number} nth @param {string} letters */
async function pick(type, nth, letters) {
  await item(type).locator("select").nth(nth).focus();
  await page.keyboard.type(letters);
}

test("a number is typed with its unit, and a typical wrong one named back", async () => {
  await item("numeric").locator("input").focus();
  await page.keyboard.type("8 bar");
  assert.equal(await check("numeric"), "wrong");
  assert.match(await item("numeric").locator("[data-feedback]").innerText(), /The harder the tyre, the better/);
  await item("numeric").locator("[data-retry]").press("Enter");
  await item("numeric").locator("input").focus();
  await page.keyboard.type("3,5");
  assert.equal(await check("numeric"), "right");
});

test("gaps are filled in the sentence, and each says what stands around it", async () => {
  const gaps = item("fill-in").locator("input");
  assert.match(await item("fill-in").locator(".cloze").innerText(), /Spread the\s+thinly, and wait about\s+minutes/);
  const tree = await item("fill-in").ariaSnapshot();
  assert.match(tree, /group "Fill in the gaps"/);
  assert.match(tree, /textbox "Gap 1"[\s\S]*thinly, and wait about[\s\S]*textbox "Gap 2"/);
  assert.equal(await gaps.nth(1).evaluate((gap) => document.getElementById(`${gap.getAttribute("aria-describedby")?.split(" ")[0]}`)?.textContent), "Spread the Gap 1 thinly, and wait about Gap 2 minutes before you press the patch on.");
  await gaps.nth(0).fill("a thin layer of tube glue");
  assert.equal(await gaps.nth(0).evaluate((gap) => gap.scrollWidth <= gap.clientWidth + 1), true, "a gap grows with what is typed");
  await gaps.nth(0).fill("");
  await gaps.nth(0).focus();
  await page.keyboard.type("glue");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1");
  assert.equal(await check("fill-in"), "partial");
  assert.deepEqual(await item("fill-in").locator(".gap").evaluateAll((all) => all.map((gap) => gap.getAttribute("data-state"))), ["right", "wrong"]);
  assert.match(await item("fill-in").locator("[data-feedback]").innerText(), /still looks wet/);
  await item("fill-in").locator("[data-retry]").press("Enter");
  await page.keyboard.type("glue");
  await gaps.nth(1).fill("5");
  assert.equal(await check("fill-in"), "right");
});

test("pairs are made from lists, and give their share of the points", async () => {
  await pick("matching", 0, "Lifts");
  await pick("matching", 1, "Makes");
  await pick("matching", 2, "Tight");
  assert.equal(await check("matching"), "partial");
  assert.deepEqual(await item("matching").locator(".blank").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-state"))), ["right", "right", "wrong"]);
});

test("what is chosen of a list is read whole, on a phone and on paper, whatever the size of the text", async () => {
  const long = "Presses the patch on until the rubber solution holds it, all the way to its edges";
  const course = new Course("examples/every-item-type");
  course.edit("units/puncture.yaml", (text) => text.replace("Holds the patch on the tube", long));
  const browser = await launch("--blink-settings=defaultFontSize=32");
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(`file://${course.build("web")}/units/puncture.html#/every-type`);
  await Learner.meet(page.mainFrame());
  const row = page.locator("[data-current] [data-type='matching'] .blank").first();
  await row.locator("select").selectOption({ label: long });
  for (const media of /** @type {const} */ (["screen", "print"])) {
    await page.emulateMedia({ media });
    const seen = await row.locator(".picked").evaluate((picked) => {
      const shown = [...picked.children].filter((one) => one.checkVisibility());
      const [box, around] = [picked.getBoundingClientRect(), /** @type {Element} */ (picked.parentElement).getBoundingClientRect()];
      return { text: shown.map((one) => one.textContent).join("|"), lines: box.height > 100, inside: box.bottom <= around.bottom && box.right <= around.right && around.right <= innerWidth };
    });
    assert.deepEqual(seen, { text: long, lines: true, inside: true }, media);
  }
  await browser?.close();
  course.remove();
});

test("steps are moved by buttons, or dragged, and the focus stays where it is", async () => {
  const rows = item("sequencing").locator("[data-part]");
  const right = ["Lift one", "Find the", "Feel along", "Patch the", "Pump the"];
  const texts = () => rows.locator(".step").allInnerTexts();
  const places = async () => (await texts()).map((text) => right.findIndex((start) => text.startsWith(start)));
  assert.notDeepEqual(await places(), [0, 1, 2, 3, 4]);
  assert.equal(await check("sequencing"), null);
  assert.match(await item("sequencing").innerText(), /Move at least one step first/);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.nodeName);
  const [, second] = await texts();
  await rows.nth(1).locator("[data-move='-1']").press("Enter");
  assert.equal((await texts())[0], second);
  await page.waitForFunction(() => document.activeElement?.matches("[data-move='-1']"));
  assert.match(await item("sequencing").locator("[data-moved]").innerText(), /is now in place 1 of 5/);
  await page.keyboard.press("Enter");
  assert.equal((await texts())[0], second, "the first stays the first");
  assert.equal(await focused(), "Move up");
  const ends = () => rows.locator("[data-move]").evaluateAll((buttons) => buttons.map((button) => button.ariaDisabled));
  assert.deepEqual(await ends(), ["true", ...Array(8).fill("false"), "true"], "what is at an end goes no further");
  for (const wanted of [0, 1, 2, 3, 4]) {
    const now = await places();
    const grip = async (/** @type {number} */ nth) => /** @type {{x: number, y: number, width: number, height: number}} */ (await rows.nth(nth).locator("[data-grip]").boundingBox());
    await rows.nth(wanted).scrollIntoViewIfNeeded();
    const [from, to] = [await grip(now.indexOf(wanted)), await grip(wanted)];
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + 4, { steps: 5 });
    await page.mouse.up();
    assert.equal((await places())[wanted], wanted);
  }
  assert.deepEqual(await ends(), ["true", ...Array(8).fill("false"), "true"]);
  assert.equal(await check("sequencing"), "right");
  assert.equal(await rows.locator("button:visible").count(), 0);
});

test("a step of a scale is kept, and is neither right nor wrong", async () => {
  assert.match(await item("likert").locator(".item-margin").innerText(), /Not marked/);
  await item("likert").locator("input").nth(1).focus();
  await page.keyboard.press("Space");
  assert.equal(await check("likert"), "noted");
  assert.match(await item("likert").locator("[data-feedback]").innerText(), /It is not marked/);
  assert.equal(await item("likert").locator("input").nth(1).isChecked(), true);
});

test("a long answer stands beside a model answer, and learners tick what they find in it", async () => {
  const long = item("long-fill-in");
  assert.equal(await long.locator("[data-compare]").isVisible(), false);
  await long.locator("textarea").focus();
  await page.keyboard.type("The thorn is still there.\nI would look for it.");
  assert.equal(await long.locator("[data-left]").innerText(), "254");
  assert.equal(await check("long-fill-in"), "noted");
  assert.equal(await long.locator("[data-compare]").evaluate((part) => part === document.activeElement), true);
  assert.match(await long.locator("[data-compare]").innerText(), /may still be in the tyre/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await long.locator("[data-compare] input").first().isChecked(), true);
  await long.locator("[data-retry]").press("Enter");
  assert.equal(await long.locator("textarea").evaluate((field) => field === document.activeElement), true);
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Then I would patch it.");
  await check("long-fill-in");
});

test("answers come back", async () => {
  await page.locator("[data-save]").filter({ hasText: /Saved/ }).waitFor({ state: "attached" });
  await page.reload();
  await Learner.meet(page.mainFrame());
  assert.equal(await item("numeric").locator("input").inputValue(), "3,5");
  assert.equal(await item("matching").locator("select").nth(1).evaluate((list) => /** @type {HTMLSelectElement} */ (list).selectedOptions[0].text), "Makes the rubber rough");
  assert.equal(await item("sequencing").getAttribute("data-state"), "right");
  assert.equal(await item("likert").locator("input").nth(1).isChecked(), true);
  assert.equal(await item("long-fill-in").locator("textarea").inputValue(), "The thorn is still there.\nI would look for it. Then I would patch it.");
  assert.deepEqual(await item("long-fill-in").locator("[data-compare] input").evaluateAll((ticks) => ticks.map((tick) => /** @type {HTMLInputElement} */ (tick).checked)), [true, false, false]);
});

test("nothing is cut at 320 px, and axe-core finds nothing", async () => {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(faults, []);
});
