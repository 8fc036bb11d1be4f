// A statement to judge. Key: {correct: 1 or 0}, 1 is true. Response: [1] or [0].

export { mark } from "./choice.js";
