// Plays steps against the strict host of SCORM 2004. A step is [call, ...arguments, answer, last error].

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createApi} from '../../host/strict2004.js';
import {openSession} from '../../host/session2004.js';
import {SETTINGS} from './steps.js';

/** What our own manifests say of an activity. @type {import('../../host/session2004.js').Activity} */
export const ACTIVITY = {passing: null, threshold: null, launch_data: null, completion_by_content: true, objective_by_content: true, objectives: []};

/** A session with its store. @param {{kept?: Record<string, string> | null, finished?: boolean, settings?: object, activity?: object, stored?: {answer: 'true' | 'false', error: string}, mandatoryOnly?: boolean}} seed */
export const session = (seed = {}) => {
  /** @type {{event: string, model: Record<string, string>}[]} */
  const stored = [];
  const activity = {...ACTIVITY, ...seed.activity};
  const api = createApi({
    model: openSession(seed.kept ?? null, seed.finished ?? true, {...SETTINGS, ...seed.settings, activity}),
    activity,
    store: (event, model) => {
      stored.push({event, model});
      return seed.stored ?? {answer: 'true', error: '0'};
    },
    mandatoryOnly: seed.mandatoryOnly ?? false,
  });
  return {api, stored};
};

/** Declares a test for each case. @param {{name: string, seed?: object, initialize?: boolean, steps: unknown[][]}[]} cases */
export const play = (cases) => {
  for (const {name, seed, initialize = true, steps} of cases) {
    test(`SCORM 2004: ${name}`, () => {
      const {api} = session(seed);
      if (initialize) assert.equal(api.Initialize(''), 'true');
      for (const step of steps) {
        const [call, ...rest] = step;
        const [answer, error] = rest.slice(-2);
        const got = api[/** @type {'GetValue'} */ (call)](...rest.slice(0, -2));
        assert.deepEqual([got, api.GetLastError()], [answer, error], JSON.stringify(step));
      }
    });
  }
};

export const set = (/** @type {string} */ name, /** @type {unknown} */ value, error = '0') => ['SetValue', name, value, error === '0' ? 'true' : 'false', error];
export const get = (/** @type {string} */ name, /** @type {string} */ value, error = '0') => ['GetValue', name, value, error];
/** @param {string} name @param {string[]} good @param {string[]} bad @param {string} [error] */
export const each = (name, good, bad, error = '406') => [...good.map((value) => set(name, value)), ...bad.map((value) => set(name, value, error))];
