// A number. Key: {min, max, shown, wrong: [{value, misconception}]}, an end is null where there is none. Response: [text].

/** @import { Item } from "../data.js" */
/** @import { Response, Told } from "../table.js" */

/** What was typed as numbers that it may mean: docs/runtime-contract.md section 1. @param {any} text @returns {string[]} */
function readings(text = "") {
  const typed = text.replace(/\s|\D+$/g, "").replace("−", "-");
  const forms = [typed.replace(",", "."), typed.replace(/,(?=\d{3}(?!\d))/g, ""), typed.replace(/\.(?=\d{3}(?!\d))/g, "").replace(",", ".")];
  return forms.filter((form) => /^[-+]?(\d*\.)?\d+$/.test(form));
}

/** @param {Item["key"]} key @param {string} number */
const isRight = ({ min, max }, number) => (min ?? -Infinity) <= +number && +number <= (max ?? Infinity);

/** @param {Item} item @param {Response} response @returns {Told} */
export function mark({ key }, [text]) {
  const numbers = readings(text);
  const right = numbers.some((number) => isRight(key, number));
  /** @type {Told["said"]} */
  const said = [];
  /** @type {{value: number, misconception?: string}[]} */
  const wrong = key.wrong;
  wrong.forEach(({ value, misconception }, k) => !right && numbers.some((number) => +number === value) && said.push([`wrong:0:${k}`, misconception]));
  return { share: +right, parts: { 0: right }, answers: { 0: key.shown }, said };
}

/** @param {Item} item @param {Response} response */
export function pattern({ key }, [text]) {
  const numbers = readings(text);
  const told = numbers.find((number) => isRight(key, number)) ?? numbers[0] ?? "";
  return told.replace("+", "").replace(/^-?(?=\.)/, "$&0");
}
