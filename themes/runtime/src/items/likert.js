// A step of a scale; none is right. Key: {}. Response: [slot].

/** @import { Mark } from "../table.js" */

export { pattern, read, show } from "./choice.js";

/** @returns {Mark} */
export const mark = () => ({ points: 0, right: null, parts: {}, feedback: [] });
