// In: links to key terms, and the rows that they lead to. Out: what a term means, beside the word. Where there are no popovers, the links lead to the rows.

import { one } from "../ui/hooks.js";

addEventListener("DOMContentLoaded", () => {
  const popover = one("popover");
  if (!popover?.showPopover) return;
  /** @param {string} name */
  const hook = (name) => /** @type {HTMLAnchorElement} */ (one(`popover-${name}`, popover));
  /** @type {HTMLAnchorElement | null} */
  let opener = null;

  /** Closes it, where it is open. @param {typeof opener} next the word that it is then beside */
  const shut = (next) => {
    delete opener?.dataset.open;
    opener = next;
    popover.hidePopover();
  };

  document.body.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const row = link?.matches("[href^='#term-']") && /** @type {any} */ (document.getElementById(link.hash.slice(1)));
    const inside = popover.contains(link);
    // Somewhere else in the course: the word stays behind.
    if (!row) return inside && shut(null);
    event.preventDefault();
    if (!inside) shut(link);
    hook("title").textContent = row.querySelector("dt").textContent;
    hook("text").innerHTML = row.querySelector("dd").innerHTML;
    hook("all").href = `#${row.parentElement.closest("[id]").id}`;
    // The style sheet places it beside that word.
    if (opener) opener.dataset.open = "";
    popover.showPopover();
  });

  popover.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") return;
    delete opener?.dataset.open;
    // A press beside it may have moved the focus to the page, which is no control.
    if (/** @type {HTMLElement | null} */ (document.activeElement)?.tabIndex !== 0) opener?.focus({ preventScroll: true });
  });
});
