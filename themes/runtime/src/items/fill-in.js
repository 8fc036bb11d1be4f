// Typed words, one for each blank. Key: {blanks: [{part, shown, accepted, patterns, wrong}], ignore}. Response: a text for each blank.

/** @import { Item } from "../data.js" */
/** @import { Response, Told } from "../table.js" */

/** What may be ignored, in the order in which it is folded away: docs/runtime-contract.md section 2. @type {Record<string, (text: string) => string>} */
const FOLDS = {
  accents: (text) => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC"),
  punctuation: (text) => text.replace(/\p{P}/gu, ""),
  case: (text) => text.toLowerCase(),
  space: (text) => text.replace(/\s+/g, " ").trim(),
};

/** @param {any} text @param {string[]} ignore */
function fold(text = "", ignore) {
  let folded = text.normalize("NFC");
  for (const name in FOLDS) if (ignore.includes(name)) folded = FOLDS[name](folded);
  return folded;
}

/** @param {Item} item @param {Response} response @returns {Told} */
export function mark(item, response) {
  /** @type {{blanks: {part: number | null, shown: string | null, accepted: string[], patterns: string[], wrong: {accepted: string, misconception?: string}[]}[], ignore: string[]}} */
  const { blanks, ignore } = item.key;
  const flags = ignore.includes("case") ? "iu" : "u";
  /** @type {Required<Pick<Told, "parts" | "answers" | "said">>} */
  const told = { parts: {}, answers: {}, said: [] };
  let hits = 0;
  blanks.forEach(({ part, shown, accepted, patterns, wrong }, n) => {
    const folded = fold(response[n], ignore);
    const cased = fold(response[n], ignore.filter((name) => name !== "case"));
    const right = !!folded && (accepted.includes(folded) || patterns.some((source) => new RegExp(`^(?:${source})$`, flags).test(cased)));
    told.parts[part ?? 0] = right;
    told.answers[part ?? 0] = shown;
    if (right) hits++;
    else wrong.forEach(({ accepted, misconception }, k) => accepted === folded && told.said.push([`wrong:${n}:${k}`, misconception]));
  });
  return { share: hits / blanks.length, ...told };
}
