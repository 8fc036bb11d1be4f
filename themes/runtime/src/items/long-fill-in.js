// A text of some length, and the points that the learner finds in it when it stands beside the model answer. Key: {}. Response: [text], with a rubric [text, [slots]].

export { mark } from "./likert.js";

/** Says how many characters are left. @param {HTMLElement} fieldset */
export function show(fieldset) {
  const text = /** @type {HTMLTextAreaElement} */ (fieldset.querySelector("textarea"));
  (fieldset.oninput = () => (/** @type {HTMLElement} */ (fieldset.querySelector("[data-left]")).textContent = `${text.maxLength - text.value.length}`))();
}
