// In: what has been read and handed in. Out: the marks of the contents, the bars and their sentences, the block to resume from.
import { all, attribute, one, put } from "./hooks.js";

/** @typedef {"done" | "started" | "new"} PageState */

/** Whether a page is done: read, and its sheets handed in. @param {import("./index.js").Ui} ui @param {import("../data.js").Page} page @returns {PageState} */
function stateOf({ data, player: { state } }, page) {
  const sheets = data.sheets.filter((sheet) => sheet.page === page.slot).map((sheet) => state.sheets[sheet.slot]);
  const read = state.read.includes(page.slot);
  if (read && sheets.every((sheet) => sheet && sheet.attempts > 0)) return "done";
  const begun = sheets.some((sheet) => sheet?.paper) || (state.page === page.slot && page.kind !== "overview");
  return read || begun ? "started" : "new";
}

/** @param {import("./index.js").Ui} ui @returns {() => void} */
export function progress(ui) {
  const { data, t } = ui;
  return () => {
    const states = data.pages.map((page) => stateOf(ui, page));
    const done = states.filter((state) => state === "done").length;
    data.pages.forEach((page, index) => {
      for (const link of all(document, `to="${page.slot}"`)) mark(one(link, "mark"), states[index], t);
    });
    // Done ones first, then those that are started.
    const segments = ["done", "started"].flatMap((state) => states.filter((other) => other === state));
    const sentence = t("pages-done", { done, n: data.pages.length, total: data.pages.length });
    for (const block of all(document, "progress")) {
      put(one(block, "progress-text"), sentence);
      const bar = block.querySelector("progress");
      if (bar) bar.value = done;
      all(block, "segment").forEach((segment, index) => (segment.dataset.segment = segments[index] ?? ""));
    }
    for (const block of all(document, "resume")) resume(ui, block, states);
  };
}

/** @param {HTMLElement | null} element @param {PageState} state @param {import("./words.js").Words} t */
function mark(element, state, t) {
  if (!element) return;
  attribute(element, "data-state", state === "new" ? undefined : state);
  put(one(element, "mark-word"), t(`mark-${state}`));
}

/** @param {import("./index.js").Ui} ui @param {HTMLElement} block @param {PageState[]} states */
function resume(ui, block, states) {
  const { data, player, t } = ui;
  /** @param {(page: import("../data.js").Page) => boolean} test the first page to go on with */
  const next = (test) => data.pages.find((page, index) => page.kind !== "results" && page.kind !== "overview" && states[index] !== "done" && test(page));
  const at = data.pages.findIndex((page) => page.slot === player.state.page);
  const page = next(({ slot }) => slot === player.state.page) ?? next((other) => data.pages.indexOf(other) > at) ?? next(() => true);
  const fresh = states.every((state, index) => state === "new" || data.pages[index].kind === "overview");
  const target = page ?? data.pages.find(({ kind }) => kind === "results") ?? data.pages[0];
  const link = one(block, "resume-link");
  link?.setAttribute("href", `#${target?.address}`);
  put(link && (one(link, "resume-word") ?? link), t(!page ? "see-results" : fresh ? "start" : "resume"));
  put(one(block, "resume-title"), page ? page.title : t("all-done"));
  put(one(block, "resume-text"), page ? left(ui, page, fresh) : "");
}

/** How far and how long. @param {import("./index.js").Ui} ui @param {import("../data.js").Page} page @param {boolean} fresh */
function left({ data, player, t }, page, fresh) {
  const sheet = data.sheets.find((other) => other.page === page.slot);
  const paper = sheet && player.drawn(sheet.slot);
  if (sheet && paper?.length) {
    const answers = player.state.sheets[sheet.slot].answers;
    const answered = paper.filter(({ item }) => answers[item]?.response).length;
    return t("answered", { answered, n: paper.length });
  }
  const read = player.state.read;
  const minutes = data.pages.filter(({ slot }) => fresh || !read.includes(slot)).reduce((sum, other) => sum + (other.minutes ?? 0), 0);
  return minutes ? t(fresh ? "time-in-all" : "time-left", { n: minutes }) : "";
}
