// Typed words, one for each blank. Key: {blanks: [{part, accepted, patterns, wrong}], ignore}. Response: a text for each blank.

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

/** What may be ignored, in the order in which it is folded away: docs/runtime-contract.md section 2. @type {[string, (text: string) => string][]} */
const FOLDS = [
  ["accents", (text) => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC")],
  ["punctuation", (text) => text.replace(/\p{P}/gu, "")],
  ["case", (text) => text.toLowerCase()],
  ["space", (text) => text.replace(/\s+/g, " ").trim()],
];

/** @param {string} text @param {string[]} ignore */
const fold = (text, ignore) => FOLDS.reduce((folded, [name, apply]) => (ignore.includes(name) ? apply(folded) : folded), text.normalize("NFC"));

/** The controls, by the number that ends their name. @param {Element} fieldset */
function blanks(fieldset) {
  const inputs = /** @type {NodeListOf<HTMLInputElement>} */ (fieldset.querySelectorAll("input[name]"));
  /** @param {HTMLInputElement} input */
  const number = (input) => +(input.name.split("-")[2] ?? 0);
  return [...inputs].sort((a, b) => number(a) - number(b));
}

/** @param {Element} fieldset @param {Item} _item @returns {Response | null} */
export function read(fieldset, _item) {
  const texts = blanks(fieldset).map((input) => input.value);
  return texts.some((text) => text.trim()) ? texts : null;
}

/** @param {Element} fieldset @param {Item} _item @param {Response | null} response */
export function show(fieldset, _item, response) {
  blanks(fieldset).forEach((input, n) => {
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
    const text = `${response[n] ?? ""}`;
    const folded = fold(text, ignore);
    const cased = fold(text, ignore.filter((name) => name !== "case"));
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
  return response.map((text) => fold(`${text}`, ["space"])).join(form === "xapi" ? "[,]" : ",");
}
