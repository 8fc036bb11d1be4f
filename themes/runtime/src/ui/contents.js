// In: presses on the contents button of a phone. Out: the contents as a sheet over the page, which holds the focus until it is closed.
import { all, focus, one } from "./hooks.js";

/** @returns {void} */
export function contents() {
  const sheet = one(document, "contents");
  if (!sheet) return;
  const openers = all(document, "contents-open");
  /** @type {HTMLElement[]} what the open sheet takes out of reach */
  let outside = [];
  /** @type {HTMLElement | null} */
  let opener = null;

  /** @param {boolean} back give focus back to the button */
  function close(back) {
    if (!sheet?.hasAttribute("data-open")) return;
    outside.forEach((element) => (element.inert = false));
    ["data-open", "role", "aria-modal"].forEach((name) => sheet.removeAttribute(name));
    openers.forEach((button) => button.setAttribute("aria-expanded", "false"));
    if (back) opener?.focus();
  }

  /** @param {HTMLElement} button */
  function open(button) {
    if (!sheet) return;
    opener = button;
    outside = [];
    for (let element = /** @type {Element} */ (sheet); element.parentElement && element !== document.body; element = element.parentElement) {
      for (const other of element.parentElement.children) {
        if (other !== element && other instanceof HTMLElement && !other.inert) outside.push(other);
      }
    }
    outside.forEach((element) => (element.inert = true));
    sheet.setAttribute("data-open", "");
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-modal", "true");
    button.setAttribute("aria-expanded", "true");
    focus(one(sheet, "contents-close") ?? sheet);
  }

  openers.forEach((button) => {
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => open(button));
  });
  all(sheet, "contents-close").forEach((button) => button.addEventListener("click", () => close(true)));
  sheet.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (link) close(link.hash === location.hash);
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
    if (event.key === "Tab" && sheet.hasAttribute("data-open")) keepInside(event, sheet);
  });
  matchMedia("(min-width: 56rem)").addEventListener("change", () => close(false));
}

/** From the last control on to the first, and back. @param {KeyboardEvent} event @param {HTMLElement} sheet */
function keepInside(event, sheet) {
  const stops = [.../** @type {NodeListOf<HTMLElement>} */ (sheet.querySelectorAll("a[href], button, input"))].filter((stop) => stop.offsetParent);
  const [from, to] = event.shiftKey ? [stops[0], stops[stops.length - 1]] : [stops[stops.length - 1], stops[0]];
  if (document.activeElement !== from || !to) return;
  event.preventDefault();
  to.focus();
}
