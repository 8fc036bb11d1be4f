// Plays steps against the strict host. A step is [call, ...arguments, answer, last error].

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createApi} from '../../host/strict12.js';
import {openSession} from '../../host/session12.js';

export const SETTINGS = {
  student_id: 'l-1', student_name: 'Learner, One', mode: /** @type {const} */ ('normal'), credit: /** @type {const} */ ('credit'), launch_data: '', mastery_score: '',
};

/** A session with its store. @param {{kept?: Record<string, string>, finished?: boolean, settings?: object, answers?: {answer: 'true' | 'false', error: string}, mandatoryOnly?: boolean}} seed */
export const session = (seed = {}) => {
  /** @type {{event: string, model: Record<string, string>}[]} */
  const stored = [];
  const api = createApi({
    model: openSession(seed.kept ?? null, seed.finished ?? true, {...SETTINGS, ...seed.settings}),
    store: (event, model) => {
      stored.push({event, model});
      return seed.answers ?? {answer: 'true', error: '0'};
    },
    mandatoryOnly: seed.mandatoryOnly ?? false,
  });
  return {api, stored};
};

/** Declares a test for each case. @param {{name: string, seed?: object, initialize?: boolean, steps: unknown[][]}[]} cases */
export const play = (cases) => {
  for (const {name, seed, initialize = true, steps} of cases) {
    test(name, () => {
      const {api} = session(seed);
      if (initialize) assert.equal(api.LMSInitialize(''), 'true');
      for (const step of steps) {
        const [call, ...rest] = step;
        const [answer, error] = rest.slice(-2);
        const got = api[/** @type {'LMSGetValue'} */ (call)](...rest.slice(0, -2));
        assert.deepEqual([got, api.LMSGetLastError()], [answer, error], JSON.stringify(step));
      }
    });
  }
};
