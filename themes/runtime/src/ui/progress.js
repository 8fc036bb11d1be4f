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
      const rows = pages.map((page, index) => {
        const { slot, kind } = page;
        const sheet = data.sheets.find((sheet) => sheet.page === slot);
        const held = sheet && sheets[sheet.slot];
        const seen = read.includes(slot);
        const done = seen && (!sheet || held?.attempts);
        const inside = kind !== "overview" && kind !== "results";
        return { page, index, sheet, held, inside, state: done ? "done" : seen || held?.paper || (current === slot && inside) ? "started" : "" };
      });
      const states = rows.map(({ state }) => state).sort().filter(Boolean);
      const done = states.filter((state) => state === "done").length;
      for (const { page, index, state } of rows) {
        const { slot } = page;
        const link = one(`to="${slot}"`, one("contents"));
        set(`to="${slot}"`, { "aria-current": slot === ui.page && "page" }, one("contents"));
        set("mark", { "data-state": state }, link);
        set("mark-word", { textContent: t(`mark-${state || "new"}`) }, link);
        if (read.includes(slot)) set("end-text", { textContent: t("end-done", { page: index + 1, total }) }, one(`page="${slot}"`));
        if (slot === ui.page) set("page-of", { textContent: t("page-of", { page: index + 1, total }) });
      }
      set("progress-text", { textContent: t("pages-done", { done, total, n: total }) });
      for (const block of all("progress")) {
        for (const bar of block.querySelectorAll("progress")) bar.value = done;
        all("segment", block).forEach((segment, index) => (segment.dataset.segment = states[index] ?? ""));
      }

      // Where to go on: the page left, else the first after it that is not done, else the first of all. A paper that is open is not done.
      const open = rows.filter(({ inside, held, state }) => inside && (held?.paper?.submitted === false || state !== "done"));
      const at = pages.findIndex(({ slot }) => slot === current);
      const next = open.find(({ index }) => index >= at) ?? open[0];
      const fresh = rows.every(({ inside, state }) => !inside || !state);
      const paper = next?.sheet ? player.drawn(next.sheet.slot) : [];
      const n = pages.reduce((sum, { slot, minutes }) => sum + (read.includes(slot) ? 0 : (minutes ?? 0)), 0);
      set("resume-link", { href: `#${(next?.page ?? pages[total - 1]).address}` });
      set("resume-word", { textContent: t(next ? (fresh ? "start" : "resume") : "see-results") });
      set("resume-title", { textContent: next ? next.page.title : t("all-done") });
      set("resume-text", { textContent: paper.length ? t("answered", { answered: paper.filter(({ item }) => next.held?.answers[item]?.response).length, n: paper.length }) : n ? t(fresh ? "time-in-all" : "time-left", { n }) : "" });
    },
  };
}
