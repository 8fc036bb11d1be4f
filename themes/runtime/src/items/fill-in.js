// Typed words, one for each blank. Key: {blanks: [{part, shown, accepted, patterns, wrong}], ignore}. Response: a text for each blank.

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

/** What may be ignored, in the order in which it is folded away: docs/runtime-contract.md section 2. @type {Record<string, (text: string) => string>} */
const FOLDS = {
  accents: (text) => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC"),
  punctuation: (text) => text.replace(/\p{P}/gu, ""),
  case: (text) => text.toLowerCase(),
  space: (text) => text.replace(/\s+/g, " ").trim(),
};

/** @param {unknown} text @param {string[]} ignore */
function fold(text, ignore) {
  let folded = `${text ?? ""}`.normalize("NFC");
  for (const name in FOLDS) if (ignore.includes(name)) folded = FOLDS[name](folded);
  return folded;
}

/** The controls, by the number that ends their name. @param {Element} fieldset @param {Item} item */
const controls = (fieldset, item) => item.shape.map((_, n) => /** @type {HTMLInputElement} */ (fieldset.querySelector(`[name$="-${n}"]`)));

/** @param {Element} fieldset @param {Item} item @returns {Response | null} */
export function read(fieldset, item) {
  const texts = controls(fieldset, item).map((input) => input.value);
  return texts.some((text) => text.trim()) ? texts : null;
}

/** @param {Element} fieldset @param {Item} item @param {Response | null} response */
export function show(fieldset, item, response) {
  controls(fieldset, item).forEach((input, n) => {
    const text = `${response?.[n] ?? ""}`;
    if (input.value !== text) input.value = text;
  });
}

/** @param {Item} item @param {Response} response @returns {Mark} */
export function mark(item, response) {
  /** @type {{blanks: {part: number | null, shown: string | null, accepted: string[], patterns: string[], wrong: {accepted: string, misconception?: string}[]}[], ignore: string[]}} */
  const { blanks, ignore } = item.key;
  const flags = ignore.includes("case") ? "iu" : "u";
  /** @type {Mark} */
  const told = { points: 0, right: false, parts: {}, answers: {}, feedback: [] };
  let hits = 0;
  blanks.forEach(({ part, shown, accepted, patterns, wrong }, n) => {
    const folded = fold(response[n], ignore);
    const cased = fold(response[n], ignore.filter((name) => name !== "case"));
    const right = !!folded && (accepted.includes(folded) || patterns.some((source) => new RegExp(`^(?:${source})$`, flags).test(cased)));
    told.parts[part ?? 0] = right;
    Object.assign(told.answers ?? {}, { [part ?? 0]: shown });
    if (right) hits++;
    else
      wrong.forEach(({ accepted: slip, misconception }, k) => {
        if (slip === folded) told.feedback.push(`wrong:${n}:${k}`, ...(misconception ? [`misconception:${misconception}`] : []));
      });
  });
  told.right = hits === blanks.length;
  told.points = Math.round(item.points * (item.marking === "per-part" ? hits / blanks.length : +told.right));
  return told;
}

/** @param {Item} _item @param {Response} response @param {Form} form */
export const pattern = (_item, response, form) => response.map((text) => fold(text, ["space"])).join(form === "xapi" ? "[,]" : ",");
