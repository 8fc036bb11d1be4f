// In: an attempt whose time is limited. Out: how long it has left, on every page; a warning in good time, with a way to more time; at its end it is handed in.
// The end is kept in the record: closing the window stops no clock. WCAG 2.2, 2.2.1.
import { all, focus, one, put, set } from "../ui/hooks.js";

/** How long before the end learners are warned, at most half of the limit, s. */
const WARNED = 120;
/** Once more it is said when so much is left, s. */
const SAID = 300;

/** @param {import("../ui/index.js").Ui} ui @returns {import("../ui/index.js").Part} */
export function join(ui) {
  const { data, flush, player, t } = ui;
  const begun = Date.now() / 1000;
  /** What was said last of which paper. */
  let said = "";
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

  function draw() {
    clearTimeout(timer);
    timer = setTimeout(draw, 1000);
    const now = Date.now() / 1000;
    for (const { sheet, limit, paper, warned, until } of limited()) {
      const { slot, page } = sheet;
      // The clock begins when the questions are seen.
      if (!until) return player.dispatch({ type: "timed", sheet: slot, until: Math.ceil(now + limit.seconds) });
      const left = until - now;
      if (left <= 0) {
        flush();
        player.dispatch({ type: "submitted", sheet: slot });
        said = t("time-over", sheet);
        set("live", { textContent: said });
        set("timer", { "data-state": "over", hidden: false });
        set("timer-text", { textContent: said });
        set("extend", { hidden: true });
        return focus(one(`page="${page}"] [data-sheet-status`));
      }
      const state = left <= warned ? "warned" : "open";
      const text = t(ui.page === page ? "time-left-here" : "time-left-of", { time: words(left), title: sheet.title });
      set("timer", { "data-state": state, hidden: false });
      set("timer-text", { textContent: text });
      set("extend", { hidden: !limit.extend, textContent: t("time-more", { time: words(limit.seconds) }) });
      const step = `${slot} ${paper.attempt} ${state} ${left <= SAID} ${limit.extend && paper.until}`;
      if (said !== step) set("live", { textContent: state === "warned" ? `${text} ${t(limit.extend ? "time-warning" : "time-ending")}` : text });
      said = step;
      return;
    }
    // That time was up is said until the page is left.
    for (const bar of all("timer")) put(bar, { hidden: bar.dataset.state !== "over" || !said });
  }

  return {
    draw,
    press: {
      extend() {
        const [{ sheet, limit, until }] = limited();
        player.dispatch({ type: "timed", sheet: sheet.slot, until: Math.ceil(Math.max(until, Date.now() / 1000) + limit.seconds) });
      },
      to() {
        if (one("timer").dataset.state === "over") said = "";
      },
    },
  };
}
