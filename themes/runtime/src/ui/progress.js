// In: what has been read and handed in, and where the learner is. Out: the marks of the contents, the bars and their sentences, the block to resume from.
import { all, one, say, set } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function showProgress(ui) {
  const { data, player, t } = ui;
  const { pages } = data;
  const total = pages.length;
  return {
    draw() {
      const { read, sheets, page: current } = player.state;
      let left = 0;
      let at = 0;
      const rows = pages.map((page, index) => {
        const { slot, kind, minutes, sheet } = page;
        const held = sheets[/** @type {number} */ (sheet)];
        const seen = read.includes(slot);
        const inside = !/overview|results/.test(kind);
        const state = seen && (sheet === null || held?.attempts) ? "done" : seen || held?.paper || (current === slot && inside) ? "started" : "";
        if (!seen) left += minutes ?? 0;
        if (current === slot) at = index;
        set(`page="${slot}"`, { "data-read": seen });
        set(`to="${slot}"`, { "aria-current": slot === ui.page && "page", "data-state": state }, one("contents"));
        if (slot === ui.page) say({ "page-of": t("page-of", { page: index + 1, total }) });
        return { ...page, index, held, inside, state };
      });
      const states = rows.map(({ state }) => state).sort().filter(Boolean);
      const done = states.filter((state) => state === "done").length;
      say({ "progress-text": t("pages-done", { done, total, n: total }) });
      for (const bar of document.querySelectorAll("progress")) bar.value = done;
      for (const block of all("progress")) all("segment", block).forEach((segment, index) => (segment.dataset.segment = states[index] ?? ""));

      // Where to go on: the page left, else the first after it that is not done, else the first of all. A paper that is open is not done.
      const inner = rows.filter(({ inside }) => inside);
      const open = inner.filter(({ held, state }) => held?.paper?.submitted === false || state !== "done");
      const next = open.find(({ index }) => index >= at) ?? open[0];
      const fresh = !inner.some(({ state }) => state);
      const paper = next?.held && next.kind !== "case" ? player.drawn(/** @type {number} */ (next.sheet)) : [];
      set("resume", { "data-state": next ? (fresh ? "start" : "resume") : "results" });
      set("resume-link", { href: `#${(next ?? pages[total - 1]).address}` });
      say({
        "resume-title": next ? next.title : t("all-done"),
        "resume-text": paper.length ? t("answered", { answered: paper.filter(({ item }) => next.held.answers[item]?.response).length, n: paper.length }) : left ? t(fresh ? "time-in-all" : "time-left", { n: left }) : "",
      });
    },
  };
}
