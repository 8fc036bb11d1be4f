// In: the attempts of a sheet that counts, and the answers of the last one handed in. Out: its results, from the template of the page.
import { all, copy, fill, one, put, reveal } from "./hooks.js";
import { attemptsLeft, verdict } from "./handing-in.js";
import { openness } from "./item.js";

/** @import { Ui } from "./index.js" */
/** @import { Sheet } from "../data.js" */
/** @import { SheetState } from "../session.js" */

/** @param {Ui} ui @returns {() => void} */
export function results(ui) {
  const { data, player } = ui;
  const drawn = new Map();
  return () => {
    for (const place of all(document, "results")) {
      const sheet = data.sheets.find(({ slot }) => place.dataset.results === `${slot}`);
      const held = sheet && player.state.sheets[sheet.slot];
      const shown = !!held?.attempts && !!held.last;
      reveal(one(place, "results-empty"), !shown);
      if (!sheet || !held || !shown || drawn.get(place) === held) continue;
      drawn.set(place, held);
      const content = copy(one(place, "results-for"));
      const { finding, eyebrow, retry, ...values } = tell(ui, sheet, held);
      fill(content, values);
      reveal(one(content, "results-retry"), retry);
      for (const child of [...place.children]) if (!child.matches("[data-results-empty], template")) child.remove();
      place.append(content);
      // The finding is the title of the page that tells of one sheet.
      const page = place.closest("[data-page]");
      if (!page || all(page, "results").length > 1) continue;
      put(one(page, "results-eyebrow"), eyebrow);
      put(one(page, "results-title"), finding);
    }
  };
}

/** Points of the answers to the paper that was handed in, by item. @param {Ui} ui @param {Sheet} sheet @param {SheetState} held */
function marks({ data, items, player }, sheet, held) {
  if (!held.paper?.submitted) return [];
  return player.drawn(sheet.slot).flatMap(({ item: slot }) => {
    const item = data.items.find((other) => other.slot === slot);
    const response = held.answers[slot]?.response;
    if (!item) return [];
    return [{ item, mark: items[item.type]?.mark(item, response ?? []) }];
  });
}

/** Everything that the template may say. @param {Ui} ui @param {Sheet} sheet @param {SheetState} held */
function tell(ui, sheet, held) {
  const { data, player, t } = ui;
  const last = held.last ?? { points: 0, max: 0 };
  const marked = marks(ui, sheet, held);
  const outcomes = byOutcome(ui, sheet, marked);
  // Whole points, where there are no others to be had.
  const whole = marked.every(({ item }) => item.points % 1000 === 0 && (item.marking === "all-or-nothing" || item.shape.length * Number(item.shape[0].startsWith("text")) === 1));
  const step = whole ? 1000 : 1;
  const need = Math.ceil((sheet.pass * last.max) / 1000 / step) * step;
  const left = sheet.attempts === null ? Infinity : sheet.attempts - held.attempts;
  const key = verdict(sheet, held);
  /** @param {import("../session.js").Score} score */
  const share = ({ points, max }) => t("share-of", { points: points / 1000, max: max / 1000 });
  /** @param {import("../session.js").Score} score */
  const passed = ({ points, max }) => t(points * 1000 >= sheet.pass * max ? "result-passed" : "result-not-passed");
  const sentences = [
    t("sentence", { percent: last.max ? Math.floor((last.points * 100) / last.max) : 0, pass: sheet.pass / 10, points: need / 1000 }),
    ...(sheet.attempts === 1 ? [] : [t(`counts-${sheet.report}`)]),
    ...(held.passed ? [] : [attemptsLeft(ui, sheet, held.attempts)]),
  ];
  const number = t("attempt", { attempt: held.attempts });
  /** @param {import("../session.js").Score | null} score */
  const isBest = (score) => score?.points === held.best?.points && score?.max === held.best?.max;
  const attempts = [{ attempt: held.attempts > 1 && isBest(last) ? t("attempt-best", { attempt: number }) : number, score: last }];
  if (held.attempts > 2 && held.best && !isBest(last) && !isBest(held.first)) attempts.push({ attempt: t("best-attempt"), score: held.best });
  if (held.attempts > 1 && held.first) attempts.push({ attempt: t("attempt", { attempt: 1 }), score: held.first });
  return {
    eyebrow: t("results-of", { title: sheet.title, attempt: held.attempts }),
    finding: t(key === "not-passed" && last.points < need ? "one-more" : key, { n: (need - last.points) / 1000 }),
    points: new Intl.NumberFormat(data.lang).format(last.points / 1000),
    of: t("of-points", { n: last.max / 1000 }),
    sentence: sentences.map((text) => text.replace(/\.?$/, ".")).join(" "),
    retry: !held.passed && left > 0 && !player.readOnly,
    outcomes,
    again: readAgain(ui, outcomes),
    beliefs: openness(sheet, held).feedback(true) ? beliefs(data, marked, t) : [],
    attempts: attempts.map(({ attempt, score }) => ({ attempt, share: share(score), verdict: passed(score) })),
  };
}

/** @typedef {{item: import("../data.js").Item, mark?: import("../table.js").Mark}} Marked */

/** A row for each outcome that the paper asked about. @param {Ui} ui @param {Sheet} sheet @param {Marked[]} marked */
function byOutcome({ data, t }, sheet, marked) {
  return data.outcomes.flatMap(({ id, statement, lessons }) => {
    const asked = marked.filter(({ item }) => item.outcomes.includes(id));
    const max = asked.reduce((sum, { item }) => sum + item.points, 0);
    if (!max) return [];
    const points = asked.reduce((sum, { mark }) => sum + (mark?.points ?? 0), 0);
    const reached = points * 1000 >= sheet.pass * max;
    const amiss = asked.filter(({ item, mark }) => (mark?.points ?? 0) < item.points);
    return [
      {
        ...{ id, title: statement, lessons, amiss, share: t("share-of", { points: points / 1000, max: max / 1000 }) },
        ...{ verdict: t(reached ? "reached" : "not-yet"), state: reached ? "reached" : "below" },
        ...{ "share-percent": (points * 100) / max, "pass-percent": sheet.pass / 10 },
      },
    ];
  });
}

/** Lessons to read again, weakest outcome first. @param {Ui} ui @param {ReturnType<typeof byOutcome>} outcomes */
function readAgain({ data, t }, outcomes) {
  /** @type {Set<number>} */
  const listed = new Set();
  const weak = outcomes.filter(({ amiss }) => amiss.length).sort((a, b) => a["share-percent"] - b["share-percent"]);
  return weak.flatMap(({ id, lessons, amiss }) =>
    data.pages.flatMap((page) => {
      if (!lessons.includes(page.slot) || listed.has(page.slot)) return [];
      listed.add(page.slot);
      const refs = [...new Set(amiss.flatMap(({ item }) => (item.criteria.length ? item.criteria : [id])))].join(", ");
      return [{ to: page.address, title: page.title, reason: t("read-reason", { n: amiss.length, refs }) }];
    }),
  );
}

/** @param {import("../data.js").Data} data @param {Marked[]} marked @param {import("./words.js").Words} t */
function beliefs({ misconceptions }, marked, t) {
  return Object.entries(misconceptions).flatMap(([id, { claim, correction }]) => {
    const n = marked.filter(({ mark }) => mark?.feedback.includes(`misconception:${id}`)).length;
    return n ? [{ count: t("belief-count", { n }), claim, correction }] : [];
  });
}
