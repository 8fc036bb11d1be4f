// A text of some length, and the points that the learner finds in it when it stands beside the model answer. Key: {}. Response: [text], with a rubric [text, [slots]].

import { say } from "../ui/hooks.js";

export { mark } from "./likert.js";

/** Says how many characters are left. @param {HTMLElement} fieldset */
export function show(fieldset) {
  const text = /** @type {HTMLTextAreaElement} */ (fieldset.querySelector("textarea"));
  (fieldset.oninput = () => say({ left: text.maxLength - text.value.length }, fieldset))();
}
