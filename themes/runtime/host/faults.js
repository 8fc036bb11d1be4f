// What goes wrong on purpose, on the page's side; what becomes of commits and statements, the server decides.
// In: the faults of a launch. Out: settings, a kept model and an API as they are with them. Never fails.

/**
 * @typedef {import('./model12.js').Model} Model
 * @typedef {import('./session12.js').Settings} Settings
 * @typedef {object} Faults
 * @property {number} api_delay milliseconds until the API is there
 * @property {boolean} no_api
 * @property {boolean} lose_unload
 * @property {boolean} empty_mode
 * @property {number | null} cut_suspend_data characters of suspend_data that are left
 * @property {boolean} mandatory_only
 * @property {'review' | 'browse' | null} mode
 * @property {boolean} no_credit
 */

/** The settings of a launch with its faults. @template {Settings} T @param {T} settings @param {Faults} faults @returns {T} */
export const settingsWith = (settings, faults) => ({
  ...settings,
  mode: faults.empty_mode ? '' : faults.mode ?? settings.mode,
  credit: faults.no_credit ? 'no-credit' : settings.credit,
});

/** What was kept, as an LMS with a short column gives it back. @param {Model | null} model @param {Faults} faults @returns {Model | null} */
export const keptWith = (model, faults) => {
  const state = model?.['cmi.suspend_data'];
  if (!model || state === undefined || faults.cut_suspend_data === null) return model;
  return {...model, 'cmi.suspend_data': state.slice(0, faults.cut_suspend_data)};
};

/**
 * Puts the API where content looks for it: at once, late or never. What another launch put there is gone.
 * @param {object} window @param {'API' | 'API_1484_11'} name @param {unknown} api @param {Faults} faults
 * @param {(work: () => void, delay: number) => unknown} [later]
 */
export const offer = (window, name, api, faults, later = setTimeout) => {
  const place = /** @type {{API?: unknown, API_1484_11?: unknown}} */ (window);
  delete place.API;
  delete place.API_1484_11;
  if (faults.no_api) return;
  if (faults.api_delay > 0) later(() => { place[name] = api; }, faults.api_delay);
  else place[name] = api;
};
