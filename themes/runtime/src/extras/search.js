// In: the pages of the course, from a file that is asked for when the first search begins; what the learner types. Out: the pages that hold every word, each with the
// place where it says so. Needs no server: the file is a script, and so loads from a disk too.

import { table } from "../table.js";
import { all, one } from "../ui/hooks.js";

/** @typedef {import("../table.js").Found} Page */

/** A text without accents and capitals, of the same length. @param {string} text */
const fold = (text) => Array.from(text, (sign) => (sign[1] ? sign : sign.normalize("NFD")[0].toLowerCase()[0])).join("");

addEventListener("DOMContentLoaded", () => {
  const dialog = /** @type {HTMLDialogElement | undefined} */ (one("search"));
  if (!dialog) return;
  /** @param {string} name */
  const hook = (name) => /** @type {any} */ (one(`search-${name}`, dialog));
  const field = hook("field");
  const { search: own, searchFile, searchAll } = /** @type {Record<string, any>} */ (dialog.dataset);

  /** A page that was found, as a row. @param {Page} page @param {RegExp} any one of the words */
  function row([file, address, title, text], any) {
    const clone = hook("row").content.cloneNode(true);
    const link = clone.querySelector("a");
    link.textContent = title;
    link.href = `${file === own ? "" : searchAll + file}#${address}`;
    const folded = fold(text);
    const first = folded.search(any);
    const from = first < 60 ? 0 : text.indexOf(" ", first - 50) + 1;
    const to = from + 160 < text.length ? text.lastIndexOf(" ", from + 160) : text.length;
    let at = from;
    // Every other piece is one of the words.
    const pieces = folded.slice(from, to).split(any).map((piece, n) => {
      const element = document.createElement(n % 2 ? "mark" : "span");
      element.textContent = text.slice(at, (at += piece.length));
      return element;
    });
    one("search-place", clone).append(from ? "… " : "", ...pieces, to < text.length ? " …" : "");
    return clone;
  }

  function find() {
    const query = field.value.trim();
    const words = fold(query).split(/\s+/);
    const any = new RegExp(`(${words.map((word) => word.replace(/\W/g, "\\$&")).join("|")})`);
    /** @type {Page[]} */
    const pages = (query && table.search) || [];
    const found = pages.flatMap((page) => {
      const heading = fold(page[2]);
      const all = `${heading} ${fold(page[3])}`;
      if ((searchAll == null && page[0] !== own) || !words.every((word) => all.includes(word))) return [];
      return { page, weight: all.split(any).length + 99 * +any.test(heading) };
    });
    found.sort((a, b) => b.weight - a.weight);
    hook("results").replaceChildren(...found.slice(0, 20).map(({ page }) => row(page, any)));
    const said = hook("status");
    said.textContent = pages.length ? said.dataset[found.length ? "some" : "none"].replace("{n}", found.length).replace("{query}", () => query) : "";
  }

  for (const button of all("search-open")) {
    button.onclick = () => {
      if (!table.search) document.head.append(Object.assign(document.createElement("script"), { src: searchFile, onload: find }));
      dialog.showModal();
      field.select();
    };
  }
  field.oninput = find;
  // A page of this unit is shown by its address alone: the dialog would stay before it.
  dialog.onclick = ({ target }) => /** @type {Element} */ (target).closest("a,[data-search-close]") && dialog.close();
});
