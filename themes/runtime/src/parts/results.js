// In: the attempts of a sheet that counts, and the answers of the last one handed in. Out: its results, in the rows that stand on the page.
import { attemptsLeft, passes } from "../session.js";
import { same } from "../shape.js";
import { all, arrange, put, reveal, say, set } from "../ui/hooks.js";
import { attemptsWords, findingOf, isTold } from "../ui/standing.js";

/** @param {import("../ui/index.js").Ui} ui @returns {import("../ui/index.js").Part} */
export function join(ui) {
  const { data, player, t } = ui;
  return {
    draw() {
      for (const place of all("results")) {
        const sheet = data.sheets[/** @type {any} */ (place.dataset.results)];
        const { slot, pass } = sheet;
        const held = player.state.sheets[slot];
        const { last, best, first } = held ?? {};
        put(place, { "data-full": !!last });
        if (!last) continue;
        const told = isTold(sheet, held, true);
        const answers = (held.paper?.submitted ? player.drawn(slot) : []).map(({ item }) => {
          const asked = data.items[item];
          return { item, max: asked.points, ...player.mark(asked, held.answers[item]?.response) };
        });
        // Whole points, where the learner has such.
        const unit = answers.some(({ points }) => points % 1000) ? 1 : 1000;
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
          sentence: t("sentence", { percent: Math.floor((last.points * 100) / (last.max || 1)), pass: pass / 10, n: need / 1000 }),
          left: held.passed ? "" : attemptsWords(ui, sheet, held),
        };
        for (const [name, score] of Object.entries(/** @type {Record<string, import("../session.js").Score>} */ ({ last, best, first }))) {
          texts[name] = share(score);
          set(`attempt-${name}`, { "data-state": passes(score, pass) ? "passed" : "failed", hidden: name !== "last" && same(score, last) }, place);
        }
        for (const name in texts) say({ [`results-${name}="${slot}"`]: texts[name] });
        reveal({ "results-retry": !held.passed && attemptsLeft(sheet, held) > 0 && !player.readOnly }, place);
        /** What was reached of each row. */
        const shares = new Map();
        for (const row of all("about", place)) {
          const { about, belief } = row.dataset;
          const asked = answers.filter(({ item, feedback }) => about?.split(" ").includes(`${item}`) && (!belief || (told && feedback.includes(`misconception:${belief}`))));
          const score = { points: 0, max: 0 };
          for (const { points, max } of asked) {
            score.points += points;
            score.max += max;
          }
          shares.set(row, score.points / score.max);
          const n = asked.filter(({ right }) => !right).length;
          put(row, { hidden: !asked.length, "data-amiss": n > 0, "data-verdict": passes(score, pass) ? "reached" : "below" });
          say({ share: share(score) }, row);
          set("bar", { style: `--share:${(score.points * 100) / score.max};--pass:${pass / 10}` }, row);
          for (const text of all("count", row)) text.textContent = t(/** @type {string} */ (text.dataset.count), { n, refs: row.dataset.refs ?? "" });
        }
        for (const list of all("weakest", place)) arrange(all("about", list).sort((a, b) => shares.get(a) - shares.get(b) || 0));
      }
    },
  };
}
