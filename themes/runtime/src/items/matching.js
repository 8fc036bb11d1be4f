// Sources with their targets. Key: {sources, targets: [slots], correct: [places of targets], shown}. Response: [[a place or null for each source]].

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

/** The lists, by the number that ends their name. @param {Element} fieldset @param {Item} item */
export const lists = (fieldset, { key }) =>
  /** @type {unknown[]} */ (key.correct).map((_, n) => /** @type {HTMLSelectElement} */ (fieldset.querySelector(`[name$="-${n}"]`)));

/** @param {Element} fieldset @param {Item} item @returns {Response | null} */
export function read(fieldset, item) {
  const chosen = lists(fieldset, item).map(({ value }) => (value ? +value : null));
  return chosen.some((place) => place !== null) ? [chosen] : null;
}

/** @param {Element} fieldset @param {Item} item @param {Response | null} response */
export function show(fieldset, item, response) {
  lists(fieldset, item).forEach((list, n) => (list.value = `${/** @type {any} */ (response)?.[0][n] ?? ""}`));
}

/** @param {Item} item @param {Response} response @returns {Mark} */
export function mark({ key, marking, points }, [given = []]) {
  /** @type {{sources: number[], correct: number[], shown: string[]}} */
  const { sources, correct, shown } = key;
  const hits = correct.map((place, n) => /** @type {any} */ (given)[n] === place);
  const share = hits.filter(Boolean).length / hits.length;
  /** @type {(list: any[]) => Record<string, any>} */
  const bySource = (list) => Object.fromEntries(list.map((value, n) => [sources[n], value]));
  const part = marking === "per-part" ? share : Math.floor(share);
  return { points: Math.round(points * part), right: share === 1, parts: bySource(hits), answers: bySource(shown), feedback: [] };
}

/** @param {Item} item @param {Response} response @param {Form} form */
export function pattern({ key, report }, [given], form) {
  const [at, dot, comma] = form === "xapi" ? /** @type {const} */ ([1, "[.]", "[,]"]) : /** @type {const} */ ([0, ".", ","]);
  const pairs = /** @type {(number | null)[]} */ (given).map(
    (place, n) => place !== null && report.tokens[key.sources[n]][at] + dot + report.tokens[key.targets[place]][at],
  );
  return pairs.filter(Boolean).join(comma);
}
