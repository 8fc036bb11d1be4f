// In: presses on the contents button of a phone. Out: the contents as a sheet over the page, which holds the focus until it is closed:
// all else is inert.
import { focus, one } from "./hooks.js";

/** @returns {void} */
export function contents() {
  const sheet = /** @type {HTMLElement} */ (one(document, "contents"));
  const opener = /** @type {HTMLElement} */ (one(document, "contents-open"));

  /** @param {boolean} open */
  function turn(open) {
    for (const other of document.querySelectorAll("body > *, body > * > *")) {
      if (!other.contains(sheet)) /** @type {HTMLElement} */ (other).inert = open;
    }
    sheet.toggleAttribute("data-open", open);
    opener.setAttribute("aria-expanded", `${open}`);
  }
  /** @param {boolean} back give focus back to the button */
  function close(back) {
    if (!sheet.hasAttribute("data-open")) return;
    turn(false);
    if (back) focus(opener);
  }

  opener.addEventListener("click", () => {
    turn(true);
    focus(one(sheet, "contents-close"));
  });
  sheet.addEventListener("click", ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("a, [data-contents-close]");
    if (pressed) close(!(pressed instanceof HTMLAnchorElement) || pressed.hash === location.hash);
  });
  sheet.addEventListener("keydown", ({ key }) => key === "Escape" && close(true));
  matchMedia("(min-width: 56rem)").addEventListener("change", () => close(false));
}
