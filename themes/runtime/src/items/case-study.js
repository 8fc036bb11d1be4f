// A way through a case study. Key: {start, scenes: {S: {W: [to, points]}}}, W is 1 more than the slot of a choice, 0 where there is none. Response: [[S, W, S, W, ...]].

/** @import { Item } from "../data.js" */
/** @import { Response, Told, Form } from "../table.js" */

import { one, reveal, say } from "../ui/hooks.js";

/** The most numbers that a way may have: `Shape::LONGEST_PATH`. */
const LONGEST = 120;

/** @typedef {HTMLElement & {way?: number[], said?: string}} Place `way` is where the learner is, `said` what of it is shown */

/** A way as far as it leads now, and where to. @param {Item} item @param {Response | null} response */
function follow({ key }, response) {
  /** @type {string[]} */
  const steps = [];
  /** @type {number[]} */
  const path = [];
  let scene = key.start;
  let points = 0;
  for (;;) {
    const [at, way] = /** @type {number[]} */ (response?.[0] ?? []).slice(path.length);
    const on = at === scene && key.scenes[at][way];
    if (!on) return { scene, steps, points, path };
    const step = `${at}-${way}`;
    // A choice counts where it is taken first.
    if (!steps.includes(step)) points += on[1];
    steps.push(step);
    path.push(at, way);
    scene = on[0];
  }
}

/** @param {Place} place @returns {Response} */
export const read = (place) => [place.way ?? []];

/** @param {Place} place @param {Item} item @param {Response | null} response */
export function show(place, item, response) {
  const form = /** @type {HTMLFormElement} */ (place.parentElement);
  const { scene, steps, points, path } = follow(item, response);
  const now = one(`scene="${scene}"`, form);
  place.onfocus = () => now.querySelector("h2")?.focus();
  place.onclick = ({ target }) => {
    if (!(/** @type {Element} */ (target).closest("[data-go]"))) return;
    // Those of questions in its text have other names.
    const inputs = [.../** @type {NodeListOf<HTMLInputElement>} */ (now.querySelectorAll("[name^=c]"))];
    const chosen = inputs.find((input) => input.checked);
    if (place.toggleAttribute("data-lacking", !!inputs[0] && !chosen)) return;
    // Where there is no more room, the circle that led here is left out.
    const kept = path.length < LONGEST ? path : path.slice(0, 2 * steps.findIndex((step) => step.startsWith(`${scene}-`)));
    place.way = [...kept, scene, Number(chosen?.value ?? 0)];
    place.dispatchEvent(new Event("change", { bubbles: true }));
    place.focus();
    if (!one("over", form).hidden) one("submit", form).click();
  };
  const said = `${steps}`;
  if (place.said === said) return;
  place.said = said;
  place.way = path;
  form.reset();
  reveal({ scene: false, [`scene="${scene}"`]: true, over: !one("go", now), "way-part": said }, form);
  say({ "case-points": points / 1000 }, form);
  /** @param {string} step */
  const told = (step) => {
    const row = document.createElement("li");
    row.append(...one(`step="${step}"`, form).cloneNode(true).childNodes);
    return row;
  };
  one("way", form).replaceChildren(...steps.map(told));
  one("told", now).replaceChildren(...steps.slice(-1).map(told));
}

/** @param {Item} item @param {Response} response @returns {Told} */
export const mark = (item, response) => ({ points: follow(item, response).points, right: null });

/** @param {Item} item @param {Response} response @param {Form} form */
export function pattern(item, response, form) {
  const told = follow(item, response).steps.flatMap((step) => item.report.tokens[step]?.[form === "xapi" ? 1 : 0] ?? []);
  return told.join(form === "xapi" ? "[,]" : ",");
}
