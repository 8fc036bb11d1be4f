// In: what learners choose of colours, contrast and text size. Out: the choice on the root, where the style sheet reads it; kept in this browser where it keeps
// anything. No record knows of it.

import { all } from "../ui/hooks.js";

/** @type {Record<string, string>} */
let kept = {};
try {
  kept = localStorage ?? {};
} catch {
  // It holds till the page is left.
}
// A course that is one SCO shows one document after the other.
addEventListener("DOMContentLoaded", () => {
  for (const input of /** @type {HTMLInputElement[]} */ (all("display] [name"))) {
    const { name, value } = input;
    input.onchange = () => (document.documentElement.dataset[name] = kept[`coursec-${name}`] = value);
    if (kept[`coursec-${name}`] === value) input.click();
  }
});
