// A statement to judge. Key: {correct: 1 or 0}, 1 is true. Response: [1] or [0].

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

export { read, show } from "./choice.js";

/** @param {Item} item @param {Response} response @returns {Mark} */
export function mark({ key, misconceptions, points }, response) {
  /** @type {{correct: number}} */
  const { correct } = key;
  const right = response[0] === correct;
  const belief = response.length && !right && misconceptions[0];
  return { points: right ? points : 0, right, parts: { [1 - correct]: false, [correct]: true }, feedback: belief ? [`misconception:${belief}`] : [] };
}

/** @param {Item} item @param {Response} response @param {Form} form */
export const pattern = ({ report }, response, form) => report.tokens[Number(response[0])][form === "xapi" ? 1 : 0];
