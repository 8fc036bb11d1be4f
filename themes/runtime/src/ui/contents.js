// In: the contents, which are a popover over the page of a phone. Out: they are closed where they lead somewhere, and where the screen grows wide. The browser opens and closes them else.
import { one } from "./hooks.js";

/** @returns {import("./index.js").Part} */
export function closeContents() {
  const hide = () => one("contents").hidePopover?.();
  matchMedia("(min-width: 56rem)").addEventListener("change", hide);
  return { press: { "contents] [data-to": hide } };
}
