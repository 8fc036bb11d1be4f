// Typed words, one for each blank. Key: {blanks: [{part, accepted, patterns, wrong}], ignore}. Response: a text for each blank.

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

/** The controls, by the number that ends their name. @param {Element} fieldset */
const controls = (fieldset) => [...fieldset.querySelectorAll("input")].sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));

/** @param {Element} fieldset @param {Item} _item @returns {Response | null} */
export function read(fieldset, _item) {
  const texts = controls(fieldset).map((input) => input.value);
  return texts.some((text) => text.trim()) ? texts : null;
}

/** @param {Element} fieldset @param {Item} _item @param {Response | null} response */
export function show(fieldset, _item, response) {
  controls(fieldset).forEach((input, n) => {
    const text = `${response?.[n] ?? ""}`;
    if (input.value !== text) input.value = text;
  });
}

/** @param {Item} item @param {Response} response @returns {Mark} */
export function mark(item, response) {
  /** @type {{blanks: {part: number | null, accepted: string[], patterns: string[], wrong: {accepted: string, misconception?: string}[]}[], ignore: string[]}} */
  const { blanks, ignore } = item.key;
  const flags = ignore.includes("case") ? "iu" : "u";
  /** @type {string[]} */
  const feedback = [];
  const hits = blanks.map(({ accepted, patterns, wrong }, n) => {
    const folded = fold(response[n], ignore);
    const cased = fold(response[n], ignore.filter((name) => name !== "case"));
    if (folded && (accepted.includes(folded) || patterns.some((source) => new RegExp(`^(?:${source})$`, flags).test(cased)))) return true;
    wrong.forEach(({ accepted: slip, misconception }, k) => {
      if (slip === folded) feedback.push(`wrong:${n}:${k}`, ...(misconception ? [`misconception:${misconception}`] : []));
    });
    return false;
  });
  const count = hits.filter(Boolean).length;
  const share = item.marking === "per-part" ? count / hits.length : +(count === hits.length);
  return {
    points: Math.round(item.points * share),
    right: count === hits.length,
    parts: Object.fromEntries(hits.map((hit, n) => [blanks[n].part ?? 0, hit])),
    answers: Object.fromEntries(blanks.map(({ part, accepted }) => [part ?? 0, accepted])),
    feedback,
  };
}

/** @param {Item} _item @param {Response} response @param {Form} form */
export function pattern(_item, response, form) {
  return response.map((text) => fold(text, ["space"])).join(form === "xapi" ? "[,]" : ",");
}
