// In: the attempts of a sheet that counts, and the answers of the last one handed in. Out: its results, from the template of the page.
import { attemptsLeft, verdict } from "./handing-in.js";
import { all, bySlot, copy, fill, one, put, reveal } from "./hooks.js";
import { isTold } from "./item.js";

/** @import { Ui } from "./index.js" */
/** @import { Item, Sheet } from "../data.js" */
/** @import { Score, SheetState } from "../session.js" */
/** @import { Mark } from "../table.js" */
/** @typedef {{item: Item, mark: Mark}} Marked an answer to the paper that was handed in */

/** @param {Ui} ui */
export function results(ui) {
  const { data, items, player } = ui;
  const drawn = new Map();
  return () => {
    for (const place of all(document, "results")) {
      const sheet = /** @type {Sheet} */ (bySlot(data.sheets, place.dataset.results));
      const held = player.state.sheets[sheet.slot];
      const empty = one(place, "results-empty");
      reveal(empty, !held?.last);
      if (!held?.last || drawn.get(place) === held) continue;
      drawn.set(place, held);
      const marked = (held.paper?.submitted ? player.drawn(sheet.slot) : []).map(({ item: slot }) => {
        const item = /** @type {Item} */ (bySlot(data.items, slot));
        return { item, mark: items[item.type].mark(item, held.answers[slot]?.response ?? []) };
      });
      const row = tell(ui, sheet, held, held.last, marked);
      const template = one(place, "results-for");
      place.replaceChildren(.../** @type {Node[]} */ ([empty, template].filter(Boolean)), copy(template));
      fill(place, row);
      reveal(one(place, "results-retry"), !held.passed && row.left && !player.readOnly);
      // The finding is the title of the page that tells of one sheet.
      const page = /** @type {Element} */ (place.closest("[data-page]"));
      if (all(page, "results").length > 1) continue;
      put(one(page, "results-eyebrow"), row.eyebrow);
      put(one(page, "results-title"), row.finding);
    }
  };
}

/** Everything that the template may say. @param {Ui} ui @param {Sheet} sheet @param {SheetState} held @param {Score} last @param {Marked[]} marked */
function tell(ui, sheet, held, last, marked) {
  const { data, t } = ui;
  // Whole points, where the learner has such.
  const step = marked.some(({ mark }) => mark.points % 1000) ? 1 : 1000;
  const need = Math.ceil((sheet.pass * last.max) / 1000 / step) * step;
  const key = verdict(sheet, held);
  const outcomes = byOutcome(ui, sheet, marked);
  /** @param {string} attempt @param {Score} score */
  const attempted = (attempt, { points, max }) => ({ attempt, share: share(ui, points, max), verdict: t(points * 1000 >= sheet.pass * max ? "result-passed" : "result-not-passed") });
  return {
    left: sheet.attempts === null || held.attempts < sheet.attempts,
    eyebrow: t("results-of", { title: sheet.title, attempt: held.attempts }),
    finding: t(key === "not-passed" && last.points < need ? "one-more" : key, { n: (need - last.points) / 1000 }),
    points: (last.points / 1000).toLocaleString(data.lang),
    of: t("of-points", { n: last.max / 1000 }),
    sentence: [
      t("sentence", { percent: Math.floor((last.points * 100) / (last.max || 1)), pass: sheet.pass / 10, points: need / 1000 }),
      sheet.attempts === 1 ? "" : t(`counts-${sheet.report}`),
      held.passed ? "" : attemptsLeft(ui, sheet, held.attempts).replace(/\.?$/, "."),
    ].join(" "),
    outcomes,
    again: readAgain(ui, outcomes),
    beliefs: Object.entries(isTold(sheet, held, true) ? data.misconceptions : {}).flatMap(([id, { claim, correction }]) => {
      const n = marked.filter(({ mark }) => mark.feedback.includes(`misconception:${id}`)).length;
      return n ? { count: t("belief-count", { n }), claim, correction } : [];
    }),
    attempts: [attempted(t("attempt", { attempt: held.attempts }), last), ...(held.attempts > 1 && held.best ? [attempted(t("best-attempt"), held.best)] : [])],
  };
}

/** @param {Ui} ui @param {number} points @param {number} max */
const share = ({ t }, points, max) => t("share-of", { points: points / 1000, max: max / 1000 });

/** A row for each outcome that the paper asked about. @param {Ui} ui @param {Sheet} sheet @param {Marked[]} marked */
function byOutcome(ui, { pass }, marked) {
  return ui.data.outcomes.flatMap(({ id, statement, lessons }) => {
    const asked = marked.filter(({ item }) => item.outcomes.includes(id));
    const amiss = asked.filter(({ mark }) => !mark.right);
    const max = asked.reduce((sum, { item }) => sum + item.points, 0);
    const points = asked.reduce((sum, { mark }) => sum + mark.points, 0);
    const reached = points * 1000 >= pass * max;
    if (!max) return [];
    return {
      ...{ id, title: statement, lessons, amiss, share: share(ui, points, max), percent: (points * 100) / max, pass: pass / 10 },
      ...{ state: reached ? "reached" : "below", verdict: ui.t(reached ? "reached" : "not-yet") },
    };
  });
}

/** Lessons to read again, weakest outcome first. @param {Ui} ui @param {ReturnType<typeof byOutcome>} outcomes */
function readAgain({ data, t }, outcomes) {
  /** @type {Set<number>} */
  const listed = new Set();
  return [...outcomes]
    .sort((a, b) => a.percent - b.percent)
    .flatMap(({ id, lessons, amiss }) =>
      lessons.flatMap((slot) => {
        const page = bySlot(data.pages, slot);
        if (!amiss.length || !page || listed.has(slot)) return [];
        listed.add(slot);
        const refs = [...new Set(amiss.flatMap(({ item }) => (item.criteria.length ? item.criteria : id)))].join(", ");
        return { to: page.address, title: page.title, reason: t("read-reason", { n: amiss.length, refs }) };
      }),
    );
}
