// In: what has been read. Out: pages that open in order. A link to one that is not open yet says so, and leads nowhere; nor does an address.
// What was open stays open: a release that puts a page before it closes nothing.
import { pageAt } from "../data.js";
import { all, put, set } from "../ui/hooks.js";

/** How long it is said why a link led nowhere, ms. */
const SAID = 8000;

/** @param {import("../ui/index.js").Ui} ui @returns {import("../ui/index.js").Part} */
export function join(ui) {
  const { data, player, t } = ui;
  const { pages } = data;
  /** @type {any} */
  let timer;
  /** The place of the last page that is open: behind the last that was read, or where the learner has been. */
  function last() {
    const { page, read, sheets } = player.state;
    const been = Object.values(data.sheets).filter(({ slot }) => sheets[slot]).map((sheet) => sheet.page);
    return Math.max(...pages.map(({ slot }, place) => (read.includes(slot) ? place + 1 : slot === page || been.includes(slot) ? place : 0)));
  }
  /** @param {number} slot */
  const isClosed = (slot) => !player.readOnly && pages.findIndex((page) => page.slot === slot) > last();
  /** The closed page that an address behind # leads to. @param {string} hash */
  function closedAt(hash) {
    const page = pageAt(data, Number(document.getElementById(hash.slice(1))?.closest("[data-page]")?.getAttribute("data-page") ?? NaN));
    return page && isClosed(page.slot) ? page : null;
  }

  /** Says why a page does not open; afresh each time, so that it is heard each time. @param {{title: string}} page */
  function say({ title }) {
    clearTimeout(timer);
    set("shut", { hidden: true, textContent: "" });
    const next = pages[last()];
    timer = setTimeout(() => {
      set("shut", { hidden: false, textContent: t("closed", { title, next: next.title }) });
      timer = setTimeout(() => set("shut", { hidden: true }), SAID);
    }, 100);
  }
  /** Stays where the learner is. @param {globalThis.Event} [event] */
  function guard(event) {
    const page = closedAt(location.hash);
    if (!page) return;
    event?.stopImmediatePropagation();
    history.replaceState(null, "", `#${pageAt(data, ui.page)?.address}`);
    say(page);
  }

  addEventListener("hashchange", (event) => player.ended || guard(event), true);
  // Next has not been heard yet: it opens what it leads to.
  document.body.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest("a[href^='#']:not([data-next])");
    const page = link && closedAt(link.getAttribute("href") ?? "");
    if (!page) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say(page);
  }, true);
  guard();
  return {
    draw() {
      for (const { slot } of pages) {
        const closed = isClosed(slot);
        for (const link of all(`to="${slot}"`)) if (!("next" in link.dataset)) put(link, { "aria-disabled": closed && "true" });
      }
    },
  };
}
