// In: an element and the name of a hook (docs/runtime-contract.md section 6). Out: the elements that carry it, and words put into them. Cannot fail: a
// hook that a page does not have is nothing to do.

/** @typedef {{[name: string]: any}} Values */

/** The first element below `root` with `data-<hook>`. @param {ParentNode} root @param {string} hook @returns {HTMLElement | null} */
export const one = (root, hook) => root.querySelector(`[data-${hook}]`);

/** All of them. @param {ParentNode} root @param {string} hook @returns {HTMLElement[]} */
export const all = (root, hook) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-${hook}]`))];

/** Puts a text where it is not there yet, so that a live region speaks only of what is new. @param {Element | null} element @param {string} text */
export function put(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/** @param {HTMLElement | null} element @param {boolean} shown */
export function reveal(element, shown) {
  if (element && element.hidden === shown) element.hidden = !shown;
}

/** Focus for what takes none by itself, with no jump. @param {HTMLElement | null} element */
export function focus(element) {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** A copy of a template's content. @param {Element | null} template */
export const copy = (template) =>
  /** @type {DocumentFragment} */ (template instanceof HTMLTemplateElement ? template.content.cloneNode(true) : document.createDocumentFragment());

/** Sets an attribute, or takes it away. @param {Element} element @param {string} name @param {string | undefined} value */
export function attribute(element, name, value) {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

/**
 * Fills a fresh copy of a template: `data-text` with a text, `data-html` with the compiler's HTML; `data-show` is shown where its value is something; `data-list`
 * repeats the template in it. `data-link` gets the address of the row, `data-bar` and `data-verdict` its state, `data-bar` its share and pass mark as well.
 * @param {ParentNode} root
 * @param {Values} values
 */
export function fill(root, values) {
  /** @param {string} hook @param {(element: HTMLElement, value: any) => void} act */
  const each = (hook, act) => all(root, hook).forEach((element) => act(element, values[element.getAttribute(`data-${hook}`) ?? ""]));
  each("text", (element, value) => put(element, value ?? ""));
  each("html", (element, value) => (element.innerHTML = value ?? ""));
  each("show", (element, value) => reveal(element, value?.length > 0));
  each("link", (element) => element.setAttribute("href", `#${values.to}`));
  each("verdict", (element) => (element.dataset.verdict = `${values.state}`));
  each("bar", (element) => {
    element.dataset.bar = `${values.state}`;
    for (const name of ["share", "pass"]) element.style.setProperty(`--${name}`, `${values[`${name}-percent`]}`);
  });
  each("list", (element, rows) => {
    const template = element.querySelector("template");
    for (const row of rows ?? []) {
      const part = copy(template);
      fill(part, row);
      element.append(part);
    }
  });
}
