// In: the address after `#`. Out: one page shown, its title, focus on its heading; the events `opened` and `read`.
import { pageAt } from "../data.js";
import { all, focus, focusPage, set } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function navigate(ui) {
  const { data, player } = ui;
  const { title } = document;
  /** Slot of the page that holds an element. @param {Element | null} element */
  const pageOf = (element) => Number(/** @type {HTMLElement | null | undefined} */ (element?.closest("[data-page]"))?.dataset.page);
  /** @param {Element} element whose page has been read */
  const read = (element) => player.dispatch({ type: "read", page: pageOf(element) });

  /** @param {boolean} [first] */
  function show(first) {
    const name = location.hash.slice(1);
    const target = document.getElementById(name);
    const page = pageAt(data, pageOf(target)) ?? (first && data.pages[0]);
    if (!page) return;
    const { slot, kind, address } = page;
    const moved = first || slot !== ui.page;
    const overview = kind === "overview";
    ui.flush();
    ui.page = slot;
    set("page", { "data-current": false });
    set(`page="${slot}"`, { "data-current": true });
    document.title = overview ? title : `${page.title} – ${data.title}`;
    // The overview is where the learner resumes from, so it is never the place to resume at.
    if (moved && !overview) player.dispatch({ type: "opened", page: slot });
    ui.draw();
    const within = address !== name && target;
    if (within) within.scrollIntoView();
    else if (!first) scrollTo(0, 0);
    if (first) return;
    if (within) focus(within);
    else focusPage();
  }

  addEventListener("hashchange", () => player.ended || show());
  const ends = new IntersectionObserver((entries) => entries.forEach((end) => end.isIntersecting && read(end.target)));
  for (const end of all("end")) ends.observe(end);
  show(true);
  return { press: { next: read } };
}
