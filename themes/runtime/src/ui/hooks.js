// In: an element and the name of a hook (docs/runtime-contract.md section 6). Out: what carries it, and words put into it. A hook that a page lacks is nothing to do.

/** The first element below `root` with `data-<hook>`. @param {ParentNode} root @param {string} hook @returns {HTMLElement | null} */
export const one = (root, hook) => root.querySelector(`[data-${hook}]`);

/** All of them. @param {ParentNode} root @param {string} hook @returns {HTMLElement[]} */
export const all = (root, hook) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-${hook}]`))];

/** The thing with that slot. @template {{slot: number}} T @param {T[]} list @param {unknown} slot @returns {T | undefined} */
export const bySlot = (list, slot) => list.find((thing) => `${thing.slot}` === `${slot}`);

/** Puts a text where it is not there yet, so that a live region speaks only of what is new. @param {Element | null} element @param {string} text */
export function put(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/** @param {HTMLElement | null} element @param {boolean} shown */
export function reveal(element, shown) {
  if (element) element.hidden = !shown;
}

/** Sets `data-state`, or takes it away. @param {Element | null} element @param {string} [state] */
export function mark(element, state) {
  element?.toggleAttribute("data-state", !!state);
  if (state) element?.setAttribute("data-state", state);
}

/** Focus with no jump, for what takes none by itself too. @param {HTMLElement | null} element */
export function focus(element) {
  if (!element) return;
  element.tabIndex += 0;
  element.focus({ preventScroll: true });
}

/** A copy of a template's content, empty where there is none. @param {Element | null} template */
export const copy = (template) => document.importNode(/** @type {HTMLTemplateElement | null} */ (template)?.content ?? document.createDocumentFragment(), true);

/**
 * Fills a copy of a template. `data-text`, `data-html`: the value of that name; `data-show`: hidden where it is empty; `data-list`: the template in it, for each
 * row. `data-link`, `data-verdict`, `data-bar`: the row's own address, state, share.
 * @param {ParentNode} root
 * @param {Record<string, any>} row
 */
export function fill(root, row) {
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("*"))) {
    const { text, html, show, link, verdict, bar, list } = element.dataset;
    if (text) element.textContent = row[text];
    if (html) element.innerHTML = row[html];
    if (show) element.hidden = !row[show].length;
    if (link === "") element.setAttribute("href", `#${row.to}`);
    if (verdict === "") element.dataset.verdict = row.state;
    if (bar === "") {
      element.dataset.bar = row.state;
      element.style.setProperty("--share", row.percent);
      element.style.setProperty("--pass", row.pass);
    }
    for (const each of list ? row[list] : []) {
      const part = copy(element.querySelector("template"));
      fill(part, each);
      element.append(part);
    }
  }
}
