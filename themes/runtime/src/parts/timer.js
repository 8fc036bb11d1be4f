// In: an attempt whose time is limited. Out: how long it has left, on every page; a warning in good time, with a way to more time; at its end it is handed in.
// The end is kept in the record: closing the window stops no clock. WCAG 2.2, 2.2.1.
import { focus, one, reveal, say, set } from "../ui/hooks.js";

/** How long before the end learners are warned, at most half of the limit, s. */
const WARNED = 120;

/** @param {import("../ui/index.js").Ui} ui @returns {import("../ui/index.js").Part} */
export function join(ui) {
  const { data, flush, player, t } = ui;
  const now = () => Date.now() / 1000;
  const begun = now();
  /** What was said last of which paper. */
  let said = "";
  /** The page on which time was over: it is said until that page is left. */
  let over = NaN;
  /** @type {any} */
  let timer;
  /** The open papers with a limit. */
  const limited = () =>
    Object.values(data.sheets).flatMap((sheet) => {
      const { paper } = player.state.sheets[sheet.slot] ?? {};
      const { limit } = sheet;
      if (!limit || !paper || paper.submitted || player.readOnly) return [];
      const warned = Math.min(WARNED, limit.seconds / 2);
      // Who comes back when the time is over still gets the warning, and the way to more time.
      return { sheet, limit, paper, warned, until: limit.extend && paper.until ? Math.max(paper.until, begun + warned) : (paper.until ?? 0) };
    }).sort((a, b) => a.until - b.until);
  /** How much time that is, in words. @param {number} seconds */
  const words = (seconds) => (seconds > 60 ? t("time-minutes", { n: Math.ceil((seconds - 1) / 60) }) : t("time-seconds", { n: Math.ceil(seconds / 10) * 10 }));

  /** @param {"open" | "warned" | "over"} state @param {string} textContent @param {string | false} [more] the words of the button for more time */
  function tell(state, textContent, more) {
    set("timer", { "data-state": state });
    reveal({ timer: true, extend: more });
    say({ "timer-text": textContent, extend: more });
    over = NaN;
  }

  function draw() {
    clearTimeout(timer);
    if (player.ended) return;
    timer = setTimeout(draw, 1000);
    for (const { sheet, limit, paper, warned, until } of limited()) {
      const { slot, page } = sheet;
      // The clock begins when the questions are seen.
      if (!until) return player.dispatch({ type: "timed", sheet: slot, until: Math.ceil(now() + limit.seconds) });
      const left = until - now();
      if (left <= 0) {
        flush();
        player.dispatch({ type: "submitted", sheet: slot });
        tell("over", t("time-over", sheet));
        say({ live: t("time-over", sheet) });
        over = ui.page;
        return focus(one(`page="${page}"] [data-sheet-status`));
      }
      const state = left <= warned ? "warned" : "open";
      const text = t(ui.page === page ? "time-here" : "time-of", { time: words(left), title: sheet.title });
      tell(state, text, limit.extend && t("time-more", { time: words(limit.seconds) }));
      const step = `${slot} ${state} ${paper.until}`;
      if (said !== step) say({ live: `${text} ${state === "open" ? "" : t(limit.extend ? "time-warning" : "time-end")}` });
      said = step;
      return;
    }
    reveal({ timer: over === ui.page });
  }

  return {
    draw,
    press: {
      extend() {
        const [{ sheet, limit, until }] = limited();
        player.dispatch({ type: "timed", sheet: sheet.slot, until: Math.ceil(Math.max(until, now()) + limit.seconds) });
      },
    },
  };
}
