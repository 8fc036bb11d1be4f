// In: the name of a hook (docs/runtime-contract.md section 6) and what is below. Out: what carries it, and what is said there. A hook that a page lacks is nothing to do.

/** All elements below `root` with `data-<hook>`. @param {string} hook @param {ParentNode} [root] @returns {HTMLElement[]} */
export const all = (hook, root = document) => /** @type {any[]} */ ([...root.querySelectorAll(`[data-${hook}]`)]);

/** The first of them; there may be none, where a theme may leave it out. @param {string} hook @param {ParentNode} [root] */
export const one = (hook, root) => all(hook, root)[0];

/**
 * Gives an element values: properties that it has, else attributes, which nothing takes away. A property is written where it is new, so that a live region speaks only of that.
 * @param {any} element
 * @param {Record<string, any>} values
 */
export function put(element, values) {
  for (const name in values) {
    const value = values[name];
    if (!(name in element)) element.toggleAttribute(name, !!value) && element.setAttribute(name, value);
    else if (element[name] !== value) element[name] = value;
  }
}

/** The same for all that carry a hook. @param {string} hook @param {Record<string, any>} values @param {ParentNode} [root] */
export const set = (hook, values, root) => all(hook, root).forEach((element) => put(element, values));

/** Shows what carries these hooks, or hides it. @param {Record<string, any>} shown @param {ParentNode} [root] */
export const reveal = (shown, root) => Object.entries(shown).forEach(([hook, is]) => set(hook, { hidden: !is }, root));

/** Gives what carries these hooks its words. @param {Record<string, any>} texts @param {ParentNode} [root] */
export const say = (texts, root) => Object.entries(texts).forEach(([hook, textContent]) => set(hook, { textContent }, root));

/** Focus with no jump, for what takes none by itself too. @param {HTMLElement | null | undefined} element */
export function focus(element) {
  if (!element) return;
  element.tabIndex += 0;
  element.focus({ preventScroll: true });
}

/** Focus on the heading of the page. */
export const focusPage = () => focus(document.querySelector("[data-current] h1"));

/** Puts a copy of a template's content at the end of a place; there may be no such template. @param {Element} place @param {Element | null | undefined} template */
export const append = (place, template) => template && place.append(/** @type {HTMLTemplateElement} */ (template).content.cloneNode(true));

/** Puts elements into an order, from the first place among their siblings on. @param {HTMLElement[]} elements */
export function arrange(elements) {
  elements.forEach((element, index) => {
    const parent = /** @type {HTMLElement} */ (element.parentElement);
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index]);
  });
}
