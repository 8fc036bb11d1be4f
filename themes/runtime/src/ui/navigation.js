// In: the address after `#`. Out: one page shown, its title, focus on its heading; the events `opened` and `read`.
import { bySlot } from "../data.js";
import { all, focus, focusPage, set } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {import("./index.js").Part} */
export function navigate(ui) {
  const { data, player } = ui;
  const { title } = document;
  /** The page that holds an element. @param {Element | null} element */
  const pageOf = (element) => bySlot(data.pages, element?.closest("[data-page]")?.getAttribute("data-page"));
  /** @param {Element} element whose page has been read */
  const read = (element) => player.dispatch({ type: "read", page: pageOf(element)?.slot ?? NaN });

  /** @param {boolean} [first] */
  function show(first) {
    const name = location.hash.slice(1);
    const target = document.getElementById(name);
    const page = pageOf(target) ?? (first && data.pages[0]);
    if (!page) return;
    const { slot, kind, address } = page;
    const moved = first || slot !== ui.page;
    ui.flush();
    ui.page = slot;
    set("page", { "data-current": false });
    set(`page="${slot}"`, { "data-current": true });
    document.title = kind === "overview" ? title : `${page.title} – ${data.title}`;
    // The overview is where the learner resumes from, so it is never the place to resume at.
    if (moved && kind !== "overview") player.dispatch({ type: "opened", page: slot });
    ui.draw();
    const within = address !== name && target;
    if (first && !within) return;
    if (!within) focusPage();
    else if (!first) focus(within);
    if (within) within.scrollIntoView();
    else scrollTo(0, 0);
  }

  addEventListener("hashchange", () => show());
  const ends = new IntersectionObserver((entries) => entries.forEach((end) => end.isIntersecting && read(end.target)));
  for (const end of all("end")) ends.observe(end);
  show(true);
  return { press: { next: read } };
}
