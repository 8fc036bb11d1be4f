// In: what has been read and handed in, and where the learner is. Out: the marks of the contents, the bars and their sentences, the block to resume from.
import { all, one, set } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function showProgress(ui) {
  const { data, player, t } = ui;
  const { pages } = data;
  const total = pages.length;
  return {
    draw() {
      const { read, sheets, page: current } = player.state;
      let left = 0;
      const rows = pages.map((page, index) => {
        const { slot, kind, minutes } = page;
        const sheet = Object.values(data.sheets).find((sheet) => sheet.page === slot)?.slot ?? NaN;
        const held = sheets[sheet];
        const seen = read.includes(slot);
        const inside = kind !== "overview" && kind !== "results";
        const state = seen && (!(sheet >= 0) || held?.attempts) ? "done" : seen || held?.paper || (current === slot && inside) ? "started" : "";
        if (!seen) left += minutes ?? 0;
        set(`page="${slot}"`, { "data-read": seen });
        set(`to="${slot}"`, { "aria-current": slot === ui.page && "page", "data-state": state }, one("contents"));
        if (slot === ui.page) set("page-of", { textContent: t("page-of", { page: index + 1, total }) });
        return { page, sheet, held, inside, state };
      });
      const states = rows.map(({ state }) => state).sort().filter(Boolean);
      const done = states.filter((state) => state === "done").length;
      set("progress-text", { textContent: t("pages-done", { done, total, n: total }) });
      for (const block of all("progress")) {
        for (const bar of block.querySelectorAll("progress")) bar.value = done;
        all("segment", block).forEach((segment, index) => (segment.dataset.segment = states[index] ?? ""));
      }

      // Where to go on: the page left, else the first after it that is not done, else the first of all. A paper that is open is not done.
      const open = rows.filter(({ inside, held, state }) => inside && (held?.paper?.submitted === false || state !== "done"));
      const at = rows.findIndex(({ page }) => page.slot === current);
      const next = open.find((row) => rows.indexOf(row) >= at) ?? open[0];
      const fresh = rows.every(({ inside, state }) => !inside || !state);
      const paper = next?.held && next.page.kind !== "case" ? player.drawn(next.sheet) : [];
      set("resume", { "data-state": next ? (fresh ? "start" : "resume") : "results" });
      set("resume-link", { href: `#${(next?.page ?? pages[total - 1]).address}` });
      set("resume-title", { textContent: next ? next.page.title : t("all-done") });
      set("resume-text", { textContent: paper.length ? t("answered", { answered: paper.filter(({ item }) => next.held.answers[item]?.response).length, n: paper.length }) : left ? t(fresh ? "time-in-all" : "time-left", { n: left }) : "" });
    },
  };
}
