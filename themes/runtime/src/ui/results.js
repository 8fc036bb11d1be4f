// In: the attempts of a sheet that counts, and the answers of the last one handed in. Out: its results, from the template of the page.
import { bySlot } from "../data.js";
import { attemptsLeft, passes } from "../session.js";
import { all, append, one, set } from "./hooks.js";
import { attemptsWords, findingOf, isTold } from "./standing.js";

/** @import { Ui } from "./index.js" */
/** @import { Item, Sheet } from "../data.js" */
/** @import { Score, SheetState } from "../session.js" */
/** @import { Mark } from "../table.js" */
/** @typedef {{item: Item, mark: Mark}} Marked an answer to the paper that was handed in */

/** @param {Ui} ui @returns {import("./index.js").Part} */
export function showResults(ui) {
  const { data, items, player } = ui;
  return {
    draw() {
      for (const place of all("results")) {
        const sheet = /** @type {Sheet} */ (bySlot(data.sheets, place.dataset.results));
        const held = player.state.sheets[sheet.slot];
        const said = JSON.stringify([held, player.readOnly]);
        set("results-empty", { hidden: !!held?.last }, place);
        if (!held?.last || place.dataset.said === said) continue;
        place.dataset.said = said;
        const marked = (held.paper?.submitted ? player.drawn(sheet.slot) : []).map(({ item: slot }) => {
          const item = /** @type {Item} */ (bySlot(data.items, slot));
          return { item, mark: items[item.type].mark(item, held.answers[slot]?.response ?? []) };
        });
        const row = tell(ui, sheet, held, held.last, marked);
        const template = one("results-for", place);
        place.replaceChildren(...all("results-empty", place), template);
        append(place, template);
        fill(place, row);
        set("results-retry", { hidden: held.passed || attemptsLeft(sheet, held) <= 0 || player.readOnly }, place);
        // The finding is the title of the page that tells of one sheet.
        const page = /** @type {Element} */ (place.closest("[data-page]"));
        if (all("results", page).length > 1) continue;
        set("results-eyebrow", { textContent: row.eyebrow }, page);
        set("results-title", { textContent: row.finding }, page);
      }
    },
  };
}

/**
 * Fills a copy of a template. `data-text`, `data-html`: the value of that name; `data-show`: hidden where it is empty; `data-list`: the template in it, for each
 * row. `data-link`, `data-verdict`, `data-bar`: the row's own address, state, share.
 * @param {ParentNode} root
 * @param {Record<string, any>} row
 */
function fill(root, row) {
  set("link", { href: `#${row.to}` }, root);
  set("verdict", { "data-verdict": row.state }, root);
  set("bar", { "data-bar": row.state, style: `--share:${row.percent};--pass:${row.pass}` }, root);
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("*"))) {
    const { text, html, show, list } = element.dataset;
    if (text) element.textContent = row[text];
    if (html) element.innerHTML = row[html];
    if (show) element.hidden = !row[show].length;
    for (const each of list ? row[list] : []) {
      const part = document.createElement("div");
      append(part, element.querySelector("template"));
      fill(part, each);
      element.append(...part.children);
    }
  }
}

/** Everything that the template may say. @param {Ui} ui @param {Sheet} sheet @param {SheetState} held @param {Score} last @param {Marked[]} marked */
function tell(ui, sheet, held, last, marked) {
  const { data, t } = ui;
  const pass = sheet.pass / 10;
  // Whole points, where the learner has such.
  const unit = marked.some(({ mark }) => mark.points % 1000) ? 1 : 1000;
  const need = Math.ceil((sheet.pass * last.max) / 1000 / unit) * unit;
  const finding = findingOf(sheet, held);
  /** @param {Score} score */
  const share = ({ points, max }) => t("share-of", { points: points / 1000, max: max / 1000 });
  /** @param {string} attempt @param {Score} score */
  const attempted = (attempt, score) => ({ attempt, share: share(score), verdict: t(passes(score, sheet.pass) ? "result-passed" : "result-not-passed") });

  // A row for each outcome that the paper asked about.
  const outcomes = data.outcomes.flatMap(({ id, statement, lessons }) => {
    const asked = marked.filter(({ item }) => item.outcomes.includes(id));
    const score = { points: 0, max: 0 };
    for (const { item, mark } of asked) {
      score.points += mark.points;
      score.max += item.points;
    }
    const reached = passes(score, sheet.pass);
    const amiss = asked.filter(({ mark }) => !mark.right);
    const state = reached ? "reached" : "below";
    return score.max ? { id, title: statement, lessons, amiss, share: share(score), percent: (score.points * 100) / score.max, pass, state, verdict: t(reached ? "reached" : "not-yet") } : [];
  });
  // Lessons to read again, weakest outcome first.
  const again = [...outcomes]
    .sort((a, b) => a.percent - b.percent)
    .flatMap(({ id, lessons, amiss }) => {
      const refs = [...new Set(amiss.flatMap(({ item }) => (item.criteria.length ? item.criteria : id)))].join(", ");
      return amiss.length ? lessons.map((slot) => ({ slot, reason: t("read-reason", { n: amiss.length, refs }) })) : [];
    })
    .filter(({ slot }, at, rows) => rows.findIndex((row) => row.slot === slot) === at)
    .map(({ slot, reason }) => {
      const page = bySlot(data.pages, slot);
      return { to: page?.address, title: page?.title, reason };
    });
  return {
    eyebrow: t("results-of", { title: sheet.title, attempt: held.attempts }),
    finding: t(finding === "not-passed" && last.points < need ? "one-more" : finding, { n: (need - last.points) / 1000 }),
    points: (last.points / 1000).toLocaleString(data.lang),
    of: t("of-points", { n: last.max / 1000 }),
    sentence: [
      t("sentence", { percent: Math.floor((last.points * 100) / (last.max || 1)), pass, points: need / 1000 }),
      ...(sheet.attempts === 1 ? [] : [t(`counts-${sheet.report}`)]),
      ...(held.passed ? [] : [attemptsWords(ui, sheet, held).replace(/\.?$/, ".")]),
    ].join(" "),
    outcomes,
    again,
    beliefs: Object.entries(isTold(sheet, held, true) ? data.misconceptions : {}).flatMap(([id, belief]) => {
      const n = marked.filter(({ mark }) => mark.feedback.includes(`misconception:${id}`)).length;
      return n ? { count: t("belief-count", { n }), ...belief } : [];
    }),
    attempts: [attempted(t("attempt", { attempt: held.attempts }), last), ...(held.attempts > 1 && held.best ? [attempted(t("best-attempt"), held.best)] : [])],
  };
}
