// In: the address after `#`. Out: one page shown, its title, its links marked, focus on its heading; the events `opened` and `read`.
import { all, attribute, focus, one, put } from "./hooks.js";

/** @param {import("./index.js").Ui} ui @returns {() => void} */
export function navigation(ui) {
  const { data, player, t } = ui;
  const sections = all(document, "page");
  const title = document.title;
  /** @param {Element | null | undefined} element slot of the page that holds it */
  const slotOf = (element) => element?.closest("[data-page]")?.getAttribute("data-page");

  /** The page that the address names, or the one that holds what it names. */
  function place() {
    const name = location.hash.slice(1);
    const page = data.pages.find(({ address }) => address === name || encodeURI(address) === name);
    if (page) return { slot: page.slot, element: null };
    const element = document.getElementById(name);
    const slot = slotOf(element);
    return slot ? { slot: +slot, element } : null;
  }

  /** @param {number} slot */
  function show(slot) {
    ui.flush();
    ui.page = slot;
    for (const section of sections) section.toggleAttribute("data-current", section.dataset.page === `${slot}`);
    const page = data.pages.find((other) => other.slot === slot);
    if (page) document.title = page.kind === "overview" ? title : `${page.title} – ${data.title}`;
    // The overview is where the learner resumes from, so it is never the place to resume at.
    if (page && page.kind !== "overview") player.dispatch({ type: "opened", page: slot });
    ui.draw();
  }

  addEventListener("hashchange", () => {
    const to = place();
    if (!to) return;
    const moved = to.slot !== ui.page;
    if (moved) show(to.slot);
    if (to.element) {
      to.element.scrollIntoView();
      if (moved) focus(to.element);
      return;
    }
    focus(document.querySelector("[data-current] h1"));
    scrollTo(0, 0);
  });

  for (const next of all(document, "next")) {
    next.addEventListener("click", () => {
      const slot = slotOf(next);
      if (slot) player.dispatch({ type: "read", page: +slot });
    });
  }

  const ends = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const slot = slotOf(target);
      if (isIntersecting && slot) player.dispatch({ type: "read", page: +slot });
    }
  });
  for (const end of all(document, "end")) ends.observe(end);

  const first = place();
  show(first?.slot ?? ui.page);
  first?.element?.scrollIntoView();

  return () => {
    for (const link of all(document, "to")) {
      if (one(link, "mark")) attribute(link, "aria-current", link.dataset.to === `${ui.page}` ? "page" : undefined);
    }
    const total = data.pages.length;
    data.pages.forEach(({ slot }, index) => {
      const section = sections.find(({ dataset }) => dataset.page === `${slot}`);
      if (section && player.state.read.includes(slot)) put(one(section, "end-text"), t("end-done", { page: index + 1, total }));
    });
    const page = data.pages.findIndex(({ slot }) => slot === ui.page) + 1;
    for (const element of all(document, "page-of")) put(element, t("page-of", { page, total }));
  };
}
