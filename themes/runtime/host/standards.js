// The standards that a launch can speak. In: nothing. Out: STANDARDS.

import {openSession as open12} from './session12.js';
import {openSession as open2004} from './session2004.js';
import {ERRORS as ERRORS12, createApi as create12} from './strict12.js';
import {ERRORS as ERRORS2004, createApi as create2004} from './strict2004.js';

/**
 * @typedef {Record<string, string>} Model
 * @typedef {object} Standard
 * @property {'API' | 'API_1484_11'} name where content looks for the API
 * @property {number} state the most characters of `cmi.suspend_data`
 * @property {Record<string, string>} errors what each error code means
 * @property {(kept: Model | null, finished: boolean, settings: any) => Model} openSession
 * @property {(launch: import('./strict2004.js').Launch) => {peek: () => Model}} createApi
 */

/** @type {Record<'scorm12' | 'scorm2004', Standard>} */
export const STANDARDS = {
  scorm12: {name: 'API', state: 4096, errors: ERRORS12, openSession: open12, createApi: create12},
  scorm2004: {name: 'API_1484_11', state: 64000, errors: ERRORS2004, openSession: open2004, createApi: create2004},
};
