// A way through a case study. Key: {start, scenes: {S: {W: [to, points]}}}, W is 1 more than the slot of a choice, 0 where there is none. Response: [[S, W, S, W, ...]].

/** @import { Item } from "../data.js" */
/** @import { Response, Mark, Form } from "../table.js" */

/** The most numbers that a way may have: `Shape::LONGEST_PATH`. */
const LONGEST = 120;

/** What is on the page, as long as it is there: where the learner is. @type {WeakMap<HTMLElement, number[]>} */
const ways = new WeakMap();

/** A way as far as it leads now, and where to. @param {Item} item @param {Response | null} response */
function follow({ key }, response) {
  const path = /** @type {number[]} */ (response?.[0] ?? []);
  /** @type {string[]} */
  const steps = [];
  let scene = key.start;
  let points = 0;
  while (path.length > steps.length * 2) {
    const [at, way] = path.slice(steps.length * 2);
    const on = at === scene && key.scenes[scene]?.[way];
    if (!on) break;
    const step = `${at}-${way}`;
    // A choice counts where it is taken first.
    if (!steps.includes(step)) points += on[1];
    steps.push(step);
    scene = on[0];
  }
  return { scene, steps, points, path: path.slice(0, steps.length * 2) };
}

/** @param {HTMLElement} place @returns {Response} */
export const read = (place) => [ways.get(place) ?? []];

/** @param {HTMLElement} place @param {Item} item @param {Response | null} response */
export function show(place, item, response) {
  const form = /** @type {HTMLElement} */ (place.parentElement);
  const { scene, steps, points, path } = follow(item, response);
  /** @param {string} hook @param {ParentNode} [root] */
  const all = (hook, root = form) => [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[data-${hook}]`))];
  const [now] = all(`scene="${scene}"`);
  const heading = /** @type {HTMLElement} */ (now.querySelector("h2"));
  place.onfocus = () => heading.focus();
  place.onclick = ({ target }) => {
    if (!(/** @type {Element} */ (target).closest("[data-go]"))) return;
    const chosen = now.querySelector("input:checked");
    const lacking = !chosen && now.querySelector("input");
    place.toggleAttribute("data-lacking", !!lacking);
    if (lacking) return;
    // Where there is no more room, the circle that led here is left out.
    const before = path.length < LONGEST ? steps.length : steps.findIndex((step) => step.startsWith(`${scene}-`));
    ways.set(place, [...path.slice(0, before * 2), scene, chosen ? Number(/** @type {HTMLInputElement} */ (chosen).value) : 0]);
    place.dispatchEvent(new Event("change", { bubbles: true }));
    place.focus();
    if (!all("over")[0].hidden) all("submit")[0].click();
  };
  const said = steps.join();
  if (place.dataset.said === said) return;
  place.dataset.said = said;
  ways.set(place, path);
  for (const other of all("scene")) other.hidden = other !== now;
  for (const part of all("played")) part.hidden = false;
  for (const part of all("plain")) part.hidden = true;
  for (const input of form.querySelectorAll("input")) input.checked = false;
  for (const part of all("case-points")) part.textContent = `${points / 1000} / ${item.points / 1000}`;
  for (const part of all("over")) part.hidden = Object.keys(item.key.scenes[scene]).length > 0;
  for (const part of all("way-part")) part.hidden = !said;
  /** @param {string} step */
  const told = (step) => {
    const copy = /** @type {HTMLElement} */ (all(`step="${step}"`)[0].cloneNode(true));
    copy.removeAttribute("data-step");
    for (const link of copy.querySelectorAll("a[href^='#scene-']")) link.replaceWith(link.textContent ?? "");
    return copy;
  };
  all("way")[0].replaceChildren(...steps.map(told));
  all("told", now)[0].replaceChildren(...steps.slice(-1).map(told));
}

/** @param {Item} item @param {Response} response @returns {Mark} */
export const mark = (item, response) => ({ points: follow(item, response).points, right: null, parts: {}, feedback: [] });

/** @param {Item} item @param {Response} response @param {Form} form */
export function pattern(item, response, form) {
  const told = follow(item, response).steps.flatMap((step) => item.report.tokens[step]?.[form === "xapi" ? 1 : 0] ?? []);
  return told.join(form === "xapi" ? "[,]" : ",");
}
