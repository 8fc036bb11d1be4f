// In: the address after `#`. Out: one page shown, its title, focus on its heading; the events `opened` and `read`.
import { all, bySlot, focus } from "./hooks.js";

/** @param {import("./index.js").Ui} ui */
export function navigation(ui) {
  const { data, player } = ui;
  const title = document.title;
  /** @param {Element | null} element slot of the page that holds it */
  const slotOf = (element) => Number(element?.closest("[data-page]")?.getAttribute("data-page") ?? NaN);
  /** @param {Element} element its page has been read */
  const read = (element) => player.dispatch({ type: "read", page: slotOf(element) });

  /** @param {boolean} [first] */
  function show(first) {
    const name = location.hash.slice(1);
    const target = document.getElementById(name);
    const page = bySlot(data.pages, slotOf(target)) ?? (first && data.pages[0]);
    if (!page) return;
    const moved = first || page.slot !== ui.page;
    ui.flush();
    ui.page = page.slot;
    for (const section of all(document, "page")) section.toggleAttribute("data-current", slotOf(section) === page.slot);
    document.title = page.kind === "overview" ? title : `${page.title} – ${data.title}`;
    // The overview is where the learner resumes from, so it is never the place to resume at.
    if (moved && page.kind !== "overview") player.dispatch({ type: "opened", page: page.slot });
    ui.draw();
    const within = target && page.address !== name ? target : null;
    if (!first && (moved || !within)) focus(within ?? document.querySelector("[data-current] h1"));
    if (within) within.scrollIntoView();
    else if (!first) scrollTo(0, 0);
  }

  addEventListener("hashchange", () => show());
  for (const next of all(document, "next")) next.addEventListener("click", () => read(next));
  const ends = new IntersectionObserver((entries) => entries.forEach((end) => end.isIntersecting && read(end.target)));
  for (const end of all(document, "end")) ends.observe(end);
  show(true);
}
