// In: presses on the contents button of a phone. Out: the contents as a sheet over the page, which holds the focus until it is closed: all else is inert.
import { focus, one, set } from "./hooks.js";

/** @returns {import("./index.js").Part} */
export function openContents() {
  const sheet = one("contents");
  /** @param {boolean} open */
  const turn = (open) => {
    set("beneath", { inert: open });
    set("contents", { "data-open": open });
    set("contents-open", { ariaExpanded: `${open}` });
  };
  const shut = () => {
    turn(false);
    focus(one("contents-open"));
  };
  sheet?.addEventListener("keydown", ({ key }) => key === "Escape" && shut());
  matchMedia("(min-width: 56rem)").addEventListener("change", () => turn(false));
  return {
    press: {
      "contents-open"() {
        turn(true);
        focus(one("contents-close"));
      },
      "contents-close": shut,
      // A link in the contents: where it leads elsewhere, that page takes the focus.
      "contents] [data-to": (link) => (link.getAttribute("href") === location.hash ? shut() : turn(false)),
    },
  };
}
