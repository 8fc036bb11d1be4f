// In: what has been read and handed in, and where the learner is. Out: the marks of the contents, the bars and their sentences, the block to resume from.
import { all, mark, one, put } from "./hooks.js";

/** @import { Ui } from "./index.js" */
/** @import { Page } from "../data.js" */

/** "done" where it is read and its sheet handed in; "started", or nothing. @param {Ui} ui @param {Page} page */
function stateOf({ data, player: { state } }, { slot, kind }) {
  const read = state.read.includes(slot);
  const sheet = data.sheets.find(({ page }) => page === slot);
  const held = sheet && state.sheets[sheet.slot];
  if (read && (!sheet || held?.attempts)) return "done";
  return read || held?.paper || (state.page === slot && kind !== "overview") ? "started" : "";
}

/** @param {Ui} ui */
export function progress(ui) {
  const { data, player, t } = ui;
  const { pages } = data;
  const total = pages.length;
  return () => {
    const states = pages.map((page) => stateOf(ui, page));
    const done = states.filter((state) => state === "done").length;
    const segments = states.filter(Boolean).sort();
    pages.forEach(({ slot }, index) => {
      for (const link of document.querySelectorAll(`[data-contents] [data-to="${slot}"]`)) {
        mark(one(link, "mark"), states[index]);
        put(one(link, "mark-word"), t(`mark-${states[index] || "new"}`));
        if (slot === ui.page) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      if (player.state.read.includes(slot)) put(document.querySelector(`[data-page="${slot}"] [data-end-text]`), t("end-done", { page: index + 1, total }));
      if (slot === ui.page) put(one(document, "page-of"), t("page-of", { page: index + 1, total }));
    });
    for (const block of all(document, "progress")) {
      put(one(block, "progress-text"), t("pages-done", { done, total, n: total }));
      for (const bar of block.querySelectorAll("progress")) bar.value = done;
      all(block, "segment").forEach((segment, index) => (segment.dataset.segment = segments[index] ?? ""));
    }
    resume(ui, states);
  };
}

/** Where to go on: the page left, else the first after it that is not done, else the first of all. @param {Ui} ui @param {string[]} states */
function resume(ui, states) {
  const { data, player, t } = ui;
  const { pages } = data;
  const open = pages.filter(({ kind }, index) => kind !== "results" && kind !== "overview" && states[index] !== "done");
  const at = pages.findIndex(({ slot }) => slot === player.state.page);
  const page = open.find((each) => pages.indexOf(each) >= at) ?? open[0];
  const fresh = !states.some((state, index) => state && pages[index].kind !== "overview");
  const link = one(document, "resume-link");
  link?.setAttribute("href", `#${(page ?? pages[pages.length - 1]).address}`);
  put(one(document, "resume-word"), t(!page ? "see-results" : fresh ? "start" : "resume"));
  put(one(document, "resume-title"), page ? page.title : t("all-done"));
  put(one(document, "resume-text"), page ? left(ui, page, fresh) : "");
}

/** How far and how long. @param {Ui} ui @param {Page} page @param {boolean} fresh */
function left({ data, player: { state, drawn }, t }, { slot }, fresh) {
  const sheet = data.sheets.find(({ page }) => page === slot);
  const paper = sheet ? drawn(sheet.slot) : [];
  const answered = paper.filter(({ item }) => state.sheets[sheet?.slot ?? ""].answers[item]?.response).length;
  if (paper.length) return t("answered", { answered, n: paper.length });
  const n = data.pages.reduce((sum, page) => sum + (state.read.includes(page.slot) ? 0 : (page.minutes ?? 0)), 0);
  return n ? t(fresh ? "time-in-all" : "time-left", { n }) : "";
}
