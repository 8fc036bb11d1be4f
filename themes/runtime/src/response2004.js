// In: an answer. Out: what SCORM 2004 is told of it: RTE 4.2.9.2. Cannot fail.

/** RTE 4.2.9.1: strings and their characters in a fill-in, the characters of a long one. */
const TEXTS_MOST = 10;
const TEXT_MOST = 250;
const LONG_MOST = 4000;

/** At most so many characters, and no half of one. @param {string} text @param {number} most */
const cut = (text, most) => text.slice(0, most).replace(/[\ud800-\udbff]$/, "");

/**
 * The answer in the words of SCORM 2004: those of xAPI, with tokens of its own, and a mark of the language before what was typed.
 * @param {import("./data.js").Item} item
 * @param {import("./table.js").ItemType} type
 * @param {import("./table.js").Response} response
 * @param {string} [mark]
 */
export function responseText(item, type, response, mark = "") {
  const { kind, tokens } = item.report;
  if (!/fill-in$/.test(kind)) {
    const own = Object.fromEntries(Object.entries(tokens).map(([slot, [token]]) => [slot, [token, token]]));
    return type.pattern({ ...item, report: { ...item.report, tokens: /** @type {any} */ (own) } }, response, "xapi");
  }
  const texts = kind === "fill-in" ? response : response.slice(0, 1);
  const most = kind === "fill-in" ? TEXT_MOST : LONG_MOST - mark.length;
  // What could be taken for a mark or for the end of a text is left out.
  const told = texts.slice(0, TEXTS_MOST).map((text) => cut(type.pattern({ ...item, shape: ["text"] }, [text], "xapi").replaceAll("[,]", ",").replace(/^\{/, ""), most));
  return told.some(Boolean) ? told.map((text) => mark + text).join("[,]") : "";
}
