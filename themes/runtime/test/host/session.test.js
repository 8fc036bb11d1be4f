// SCORM 1.2 RTE 3.4: what the LMS does at LMSFinish and at the next launch.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {play, session} from './steps.js';

const get = (/** @type {string} */ name, /** @type {string} */ value) => ['LMSGetValue', name, value, '0'];
const played = {
  'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend', 'cmi.core.session_time': '0000:10:00.50', 'cmi.core.total_time': '0001:55:59.60',
  'cmi.suspend_data': 'C1.x', 'cmi.core.lesson_location': '/lesson', 'cmi.interactions.0.id': 'q',
};

play([
  {name: 'the first launch', steps: [
    get('cmi.core.entry', 'ab-initio'), get('cmi.core.lesson_status', 'not attempted'), get('cmi.core.total_time', '0000:00:00.00'), get('cmi.suspend_data', ''),
    get('cmi.core.student_id', 'l-1'), get('cmi.core.student_name', 'Learner, One'), get('cmi.core.credit', 'credit'), get('cmi.core.lesson_mode', 'normal'),
  ]},
  {name: 'after exit suspend', seed: {kept: played}, steps: [
    get('cmi.core.entry', 'resume'), get('cmi.suspend_data', 'C1.x'), get('cmi.core.lesson_location', '/lesson'), get('cmi.core.lesson_status', 'incomplete'),
    get('cmi.interactions._count', '1'),
  ]},
  {name: 'after another exit suspend_data is not promised', seed: {kept: {...played, 'cmi.core.exit': ''}}, steps: [
    get('cmi.core.entry', ''), get('cmi.suspend_data', ''), get('cmi.core.lesson_location', '/lesson'), get('cmi.core.lesson_status', 'incomplete'),
  ]},
  {name: 'an LMS that always keeps it', seed: {kept: {...played, 'cmi.core.exit': ''}, settings: {keep: 'always'}}, steps: [
    get('cmi.core.entry', ''), get('cmi.suspend_data', 'C1.x'),
  ]},
  {name: 'after a killed tab the time of the last commit counts, once', seed: {kept: played, finished: false}, steps: [
    get('cmi.core.total_time', '0002:06:00.10'), get('cmi.core.entry', 'resume'), get('cmi.core.lesson_status', 'incomplete'),
  ]},
  {name: 'review is for no credit', seed: {settings: {mode: 'review'}}, steps: [get('cmi.core.lesson_mode', 'review'), get('cmi.core.credit', 'no-credit')]},
  {name: 'launch data and mastery score are told', seed: {settings: {launch_data: '{}', mastery_score: '80'}}, steps: [
    get('cmi.launch_data', '{}'), get('cmi.student_data.mastery_score', '80'),
  ]},
]);

const finishes = [
  {name: 'nothing sent', settings: {}, set: {}, status: 'completed'},
  {name: 'sent incomplete', settings: {}, set: {'cmi.core.lesson_status': 'incomplete'}, status: 'incomplete'},
  {name: 'mastered', settings: {mastery_score: '80'}, set: {'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '80'}, status: 'passed'},
  {name: 'not mastered', settings: {mastery_score: '80'}, set: {'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '79.99'}, status: 'failed'},
  {name: 'no score', settings: {mastery_score: '80'}, set: {'cmi.core.lesson_status': 'completed'}, status: 'completed'},
  {name: 'no credit', settings: {mastery_score: '80', credit: 'no-credit'}, set: {'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '100'}, status: 'completed'},
  {name: 'half-way and suspended', settings: {mastery_score: '80'},
    set: {'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '10', 'cmi.core.exit': 'suspend'}, status: 'incomplete'},
  {name: 'browsed', settings: {mode: 'browse'}, set: {}, status: 'browsed'},
  {name: 'reviewed', settings: {mode: 'review'}, set: {}, status: 'not attempted'},
];

for (const {name, settings, set, status} of finishes) {
  test(`status at LMSFinish: ${name}`, () => {
    const {api, stored} = session({settings});
    api.LMSInitialize('');
    for (const [element, value] of Object.entries(set)) assert.equal(api.LMSSetValue(element, value), 'true');
    assert.equal(api.LMSFinish(''), 'true');
    assert.equal(stored.at(-1)?.model['cmi.core.lesson_status'], status);
  });
}

test('session_time is overwritten within a session and added at its end', () => {
  const {api, stored} = session({kept: {...played, 'cmi.core.session_time': '0000:00:00'}});
  api.LMSInitialize('');
  api.LMSSetValue('cmi.core.session_time', '0000:01:00');
  api.LMSCommit('');
  api.LMSSetValue('cmi.core.session_time', '0000:04:00.40');
  assert.equal(api.LMSGetValue('cmi.core.total_time'), '0001:55:59.60');
  api.LMSFinish('');
  assert.equal(stored.at(-1)?.model['cmi.core.total_time'], '0002:00:00.00');
  assert.equal(stored.at(-1)?.model['cmi.core.session_time'], undefined);
});
