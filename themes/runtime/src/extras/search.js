// In: the pages of the course, from a file that is asked for when the first search begins; what the learner types. Out: the pages that hold every word, each with the
// place where it says so. Needs no server: the file is a script, and so loads from a disk too.

/** @typedef {[file: string, address: string, title: string, text: string]} Page */

/** A text without accents and capitals, of the same length. @param {string} text */
const fold = (text) => Array.from(text, (sign) => (sign[1] ? sign : sign.normalize("NFD")[0].toLowerCase()[0])).join("");

addEventListener("DOMContentLoaded", () => {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[data-search]"));
  if (!dialog) return;
  /** @param {string} name */
  const hook = (name) => /** @type {HTMLElement} */ (dialog.querySelector(`[data-search-${name}]`));
  const field = /** @type {HTMLInputElement} */ (hook("field"));
  const results = hook("results");
  const status = hook("status");
  const { search: own = "", searchFile = "", searchAll } = dialog.dataset;
  const scope = /** @type {{coursec: {search?: Page[]}}} */ (/** @type {unknown} */ (globalThis));

  /** A page that was found, as a row. @param {Page} page @param {RegExp} words */
  function row([file, address, title, text], words) {
    const clone = /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (hook("row")).content.cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (clone.querySelector("a"));
    link.textContent = title;
    link.href = `${file === own ? "" : file}#${address}`;
    const folded = fold(text);
    const first = Math.max(folded.search(words), 0);
    const from = first < 60 ? 0 : text.indexOf(" ", first - 50) + 1;
    const to = from + 160 < text.length ? text.lastIndexOf(" ", from + 160) : text.length;
    const place = /** @type {Element} */ (clone.querySelector("[data-search-place]"));
    let at = from;
    for (const found of folded.slice(0, to).matchAll(words)) {
      if (found.index < at) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(found.index, found.index + found[0].length);
      place.append(text.slice(at, found.index), mark);
      at = found.index + found[0].length;
    }
    place.append(text.slice(at, to));
    if (from) place.prepend("… ");
    if (to < text.length) place.append(" …");
    return clone;
  }

  function find() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    results.replaceChildren();
    status.textContent = "";
    if (!words.length || !scope.coursec.search) return;
    const any = () => new RegExp(words.map((word) => word.replace(/\W/g, "\\$&")).join("|"), "g");
    const found = scope.coursec.search.flatMap((page) => {
      const [file, , title, text] = page;
      const heading = fold(title);
      const all = `${heading} ${fold(text)}`;
      if ((searchAll == null && file !== own) || !words.every((word) => all.includes(word))) return [];
      return [{ page, weight: [...all.matchAll(any())].length + (words.some((word) => heading.includes(word)) ? 100 : 0) }];
    });
    found.sort((a, b) => b.weight - a.weight);
    results.append(...found.slice(0, 20).map(({ page }) => row(page, any())));
    status.textContent = (status.getAttribute(found.length ? "data-some" : "data-none") ?? "").replace("{n}", String(found.length)).replace("{query}", field.value.trim());
  }

  function load() {
    if (scope.coursec.search) return;
    const script = document.createElement("script");
    script.src = searchFile;
    script.onload = find;
    document.head.append(script);
  }

  for (const button of document.querySelectorAll("[data-search-open]")) {
    button.addEventListener("click", () => {
      load();
      dialog.showModal();
      field.select();
    });
  }
  field.addEventListener("input", find);
  // A page of this unit is shown by its address alone: the dialog would stay before it.
  results.addEventListener("click", (event) => /** @type {Element} */ (event.target).closest("a") && dialog.close());
  hook("close").addEventListener("click", () => dialog.close());
});
