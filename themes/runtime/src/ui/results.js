// In: the attempts of a sheet that counts, and the answers of the last one handed in. Out: its results, in the rows that stand on the page.
import { attemptsLeft, passes } from "../session.js";
import { same } from "../shape.js";
import { all, arrange, put, set } from "./hooks.js";
import { attemptsWords, findingOf, isTold } from "./standing.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function showResults(ui) {
  const { data, player, t } = ui;
  return {
    draw() {
      for (const place of all("results")) {
        const sheet = data.sheets[Number(place.dataset.results)];
        const { slot, pass } = sheet;
        const held = player.state.sheets[slot];
        const { last, best } = held ?? {};
        put(place, { "data-full": !!last });
        if (!last || !best) continue;
        const told = isTold(sheet, held, true);
        const marked = (held.paper?.submitted ? player.drawn(slot) : []).map(({ item: slot }) => {
          const item = data.items[slot];
          return { slot, max: item.points, ...player.mark(item, held.answers[slot]?.response ?? []) };
        });
        // Whole points, where the learner has such.
        const unit = marked.some(({ points }) => points % 1000) ? 1 : 1000;
        const need = Math.ceil((pass * last.max) / 1000 / unit) * unit;
        const finding = findingOf(sheet, held);
        /** @param {import("../session.js").Score} score */
        const share = ({ points, max }) => t("share-of", { points: points / 1000, max: max / 1000 });
        /** @type {Record<string, string>} */
        const texts = {
          title: t(finding === "not-passed" && last.points < need ? "one-more" : finding, { n: (need - last.points) / 1000 }),
          attempt: t("attempt", held),
          points: t("number", { n: last.points / 1000 }),
          of: t("of-points", { n: last.max / 1000 }),
          sentence: t("sentence", { percent: Math.floor((last.points * 100) / (last.max || 1)), pass: pass / 10, points: need / 1000 }),
          left: held.passed ? "" : attemptsWords(ui, sheet, held),
          last: share(last),
          best: share(best),
        };
        for (const name in texts) set(`results-${name}="${slot}"`, { textContent: texts[name] });
        /** @param {import("../session.js").Score} score */
        const state = (score) => (passes(score, pass) ? "passed" : "failed");
        set("attempt-last", { "data-state": state(last) }, place);
        set("attempt-best", { "data-state": state(best), hidden: same(best, last) }, place);
        set("results-retry", { hidden: held.passed || attemptsLeft(sheet, held) <= 0 || player.readOnly }, place);
        /** What was reached of each row. */
        const reached = new Map();
        for (const row of all("about", place)) {
          const { about, belief } = row.dataset;
          const asked = marked.filter(({ slot, feedback }) => about?.split(" ").includes(`${slot}`) && (!belief || (told && feedback.includes(`misconception:${belief}`))));
          const score = { points: 0, max: 0 };
          for (const { points, max } of asked) {
            score.points += points;
            score.max += max;
          }
          reached.set(row, score.points / score.max);
          const n = asked.filter(({ right }) => !right).length;
          put(row, { hidden: !asked.length, "data-amiss": n > 0, "data-verdict": passes(score, pass) ? "reached" : "below" });
          set("share", { textContent: share(score) }, row);
          set("bar", { style: `--share:${(score.points * 100) / score.max};--pass:${pass / 10}` }, row);
          for (const text of all("count", row)) text.textContent = t(`${text.dataset.count}`, { n, refs: row.dataset.refs ?? "" });
        }
        for (const list of all("weakest", place)) arrange(all("about", list).sort((a, b) => reached.get(a) - reached.get(b) || 0));
      }
    },
  };
}
