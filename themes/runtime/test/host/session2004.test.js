// SCORM 2004 RTE 4.2 and SN: what the LMS does at Terminate and at the next launch.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {get, play, session, set} from './steps2004.js';

const played = {
  'cmi.completion_status': 'incomplete', 'cmi.exit': 'suspend', 'cmi.session_time': 'PT10M0.5S', 'cmi.total_time': 'PT1H55M59.6S',
  'cmi.suspend_data': 'C1.x', 'cmi.location': '/lesson', 'cmi.interactions.0.id': 'q', 'cmi.interactions.0.type': 'choice',
  'cmi.interactions.0.correct_responses.0.pattern': 'a', 'adl.nav.request': 'suspendAll',
};

play([
  {name: 'the first launch', steps: [
    get('cmi.entry', 'ab-initio'), get('cmi.completion_status', 'unknown'), get('cmi.success_status', 'unknown'), get('cmi.total_time', 'PT0H0M0S'),
    get('cmi.suspend_data', '', '403'), get('cmi.location', '', '403'), get('cmi.score.scaled', '', '403'), get('cmi.launch_data', '', '403'),
    get('cmi.learner_id', 'l-1'), get('cmi.learner_name', 'Learner, One'), get('cmi.credit', 'credit'), get('cmi.mode', 'normal'),
    get('cmi.scaled_passing_score', '', '403'), get('cmi.completion_threshold', '', '403'), get('cmi.max_time_allowed', '', '403'),
    get('cmi.time_limit_action', 'continue,no message'), get('adl.nav.request', '_none_'),
  ]},
  {name: 'after exit suspend', seed: {kept: played}, steps: [
    get('cmi.entry', 'resume'), get('cmi.suspend_data', 'C1.x'), get('cmi.location', '/lesson'), get('cmi.completion_status', 'incomplete'),
    get('cmi.interactions._count', '1'), get('cmi.interactions.0.correct_responses._count', '1'), get('cmi.total_time', 'PT1H55M59.6S'),
    get('adl.nav.request', '_none_'),
  ]},
  ...['normal', 'logout', 'time-out', ''].map((exit) => ({name: `after exit "${exit}" the next attempt has nothing of it`, seed: {kept: {...played, 'cmi.exit': exit}}, steps: [
    get('cmi.entry', 'ab-initio'), get('cmi.suspend_data', '', '403'), get('cmi.location', '', '403'), get('cmi.completion_status', 'unknown'),
    get('cmi.interactions._count', '0'), get('cmi.total_time', 'PT0H0M0S'),
  ]})),
  {name: 'an LMS that always keeps it', seed: {kept: {...played, 'cmi.exit': 'normal'}, settings: {keep: 'always'}}, steps: [
    get('cmi.entry', ''), get('cmi.suspend_data', 'C1.x'),
  ]},
  {name: 'after a killed tab the time of the last commit counts, once', seed: {kept: played, finished: false}, steps: [
    get('cmi.total_time', 'PT2H6M0.10S'), get('cmi.entry', 'resume'), get('cmi.completion_status', 'incomplete'),
  ]},
  {name: 'review and browse are for no credit', seed: {settings: {mode: 'review'}}, steps: [get('cmi.mode', 'review'), get('cmi.credit', 'no-credit')]},
  {name: 'launch data: what the manifest has, else what the LMS has', seed: {activity: {launch_data: 'of the manifest'}, settings: {launch_data: 'of the LMS'}}, steps: [
    get('cmi.launch_data', 'of the manifest'),
  ]},
  {name: 'launch data of the LMS', seed: {settings: {launch_data: '{}'}}, steps: [get('cmi.launch_data', '{}')]},
  {name: 'with a passing score the LMS says what the measure comes to', seed: {activity: {passing: '0.8'}}, steps: [
    get('cmi.scaled_passing_score', '0.8'), set('cmi.success_status', 'passed'), get('cmi.success_status', 'unknown'),
    set('cmi.score.scaled', '0.79'), get('cmi.success_status', 'failed'), set('cmi.score.scaled', '0.8'), get('cmi.success_status', 'passed'),
    set('cmi.success_status', 'failed'), get('cmi.success_status', 'passed'),
  ]},
  {name: 'with a threshold the LMS says what the progress comes to', seed: {activity: {threshold: '0.5'}}, steps: [
    set('cmi.completion_status', 'completed'), get('cmi.completion_status', 'unknown'),
    set('cmi.progress_measure', '0.4'), get('cmi.completion_status', 'incomplete'), set('cmi.progress_measure', '0.5'), get('cmi.completion_status', 'completed'),
  ]},
  {name: 'objectives of the manifest are there, with what others came to',
    seed: {activity: {objectives: [{id: 'LO1', satisfied: null, measure: null}, {id: 'IN', satisfied: true, measure: '0.9'}]}}, steps: [
      get('cmi.objectives._count', '2'), get('cmi.objectives.0.id', 'LO1'), get('cmi.objectives.0.success_status', 'unknown'), get('cmi.objectives.0.score.scaled', '', '403'),
      get('cmi.objectives.1.id', 'IN'), get('cmi.objectives.1.success_status', 'passed'), get('cmi.objectives.1.score.scaled', '0.9'),
    ]},
  {name: 'objectives of a suspended attempt stay where they are',
    seed: {kept: {'cmi.exit': 'suspend', 'cmi.objectives.0.id': 'mine', 'cmi.objectives.1.id': 'IN'}, activity: {objectives: [{id: 'IN', satisfied: false, measure: null}]}}, steps: [
      get('cmi.objectives._count', '2'), get('cmi.objectives.0.id', 'mine'), get('cmi.objectives.1.success_status', 'failed'),
    ]},
]);

const silent = {completion_by_content: false, objective_by_content: false};
const finishes = [
  {name: 'nothing sent, where the content is to say it', set: {}, completion: 'unknown', success: 'unknown'},
  {name: 'nothing sent, where the LMS says it', activity: silent, set: {}, completion: 'completed', success: 'passed'},
  {name: 'something sent, where the LMS would say it', activity: silent, set: {'cmi.completion_status': 'incomplete', 'cmi.success_status': 'failed'}, completion: 'incomplete', success: 'failed'},
  {name: 'suspended, where the LMS would say it', activity: silent, set: {'cmi.exit': 'suspend'}, completion: 'unknown', success: 'unknown'},
  {name: 'reviewed, where the LMS would say it', activity: silent, settings: {mode: 'review'}, set: {}, completion: 'unknown', success: 'unknown'},
  {name: 'above the passing score', activity: {passing: '0.8'}, set: {'cmi.success_status': 'failed', 'cmi.score.scaled': '0.8'}, completion: 'unknown', success: 'passed'},
  {name: 'below the passing score', activity: {passing: '0.8'}, set: {'cmi.success_status': 'passed', 'cmi.score.scaled': '0.7999999'}, completion: 'unknown', success: 'failed'},
];

for (const {name, activity, settings, set: sets, completion, success} of finishes) {
  test(`SCORM 2004: status at Terminate: ${name}`, () => {
    const {api, stored} = session({activity, settings});
    api.Initialize('');
    for (const [element, value] of Object.entries(sets)) assert.equal(api.SetValue(element, value), 'true');
    assert.equal(api.Terminate(''), 'true');
    const {model} = stored[0];
    assert.deepEqual([model['cmi.completion_status'], model['cmi.success_status']], [completion, success]);
  });
}

test('SCORM 2004: who asks the LMS to suspend all is suspended', () => {
  const {api, stored} = session();
  api.Initialize('');
  api.SetValue('cmi.exit', 'normal');
  api.SetValue('adl.nav.request', 'suspendAll');
  api.Terminate('');
  assert.equal(stored.at(-1)?.model['cmi.exit'], 'suspend');
});

test('SCORM 2004: session_time is overwritten within a session and added at its end', () => {
  const {api, stored} = session({kept: {...played, 'cmi.session_time': 'PT0S'}});
  api.Initialize('');
  api.SetValue('cmi.session_time', 'PT1M');
  api.Commit('');
  api.SetValue('cmi.session_time', 'PT4M0.40S');
  assert.equal(api.GetValue('cmi.total_time'), 'PT1H55M59.6S');
  api.Terminate('');
  assert.equal(stored.at(-1)?.model['cmi.total_time'], 'PT2H0M0S');
  assert.equal(stored.at(-1)?.model['cmi.session_time'], undefined);
});
