// In: links to key terms, and the rows that they lead to. Out: what a term means, beside the word. Where there are no popovers, the links lead to the rows.

addEventListener("DOMContentLoaded", () => {
  const popover = /** @type {HTMLElement | null} */ (document.querySelector("[data-popover]"));
  if (!popover?.showPopover) return;
  /** @param {string} name */
  const hook = (name) => /** @type {HTMLAnchorElement} */ (popover.querySelector(`[data-popover-${name}]`));
  /** @type {HTMLAnchorElement | null} */
  let opener = null;

  document.body.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const row = link?.matches("[href^='#term-']") && /** @type {any} */ (document.getElementById(link.hash.slice(1)));
    const inside = popover.contains(link);
    if (!row) {
      // Somewhere else in the course: the word stays behind.
      if (inside) {
        opener = null;
        popover.hidePopover();
      }
      return;
    }
    event.preventDefault();
    if (!inside) {
      popover.hidePopover();
      opener = link;
    }
    hook("title").textContent = row.querySelector("dt").textContent;
    hook("text").innerHTML = row.querySelector("dd").innerHTML;
    hook("all").href = `#${row.parentElement.closest("[id]").id}`;
    if (!opener) return popover.showPopover();
    const [word] = opener.getClientRects();
    const column = (opener.closest(".prose, .block-body") ?? document.body).getBoundingClientRect();
    // Beside the word before it is shown: the focus goes into it, and the page would follow it to where it was.
    popover.style.top = `${word.bottom + scrollY + 6}px`;
    popover.showPopover();
    const width = popover.offsetWidth;
    const first = document.dir === "rtl" ? word.right - width : word.left;
    popover.style.left = `${Math.max(column.left, Math.min(first, column.right - width)) + scrollX}px`;
    opener.dataset.open = "";
  });

  popover.addEventListener("toggle", (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === "open") return;
    for (const word of document.querySelectorAll("a[data-open]")) word.removeAttribute("data-open");
    // A press beside it may have moved the focus to the page, which is no control.
    if (/** @type {HTMLElement | null} */ (document.activeElement)?.tabIndex !== 0) opener?.focus({ preventScroll: true });
  });
});
