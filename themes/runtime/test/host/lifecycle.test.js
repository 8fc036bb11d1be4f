// SCORM 1.2 RTE 3.3: the order of calls, their arguments, what they answer.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {play, session} from './steps.js';

play([
  {name: 'before LMSInitialize all but the support calls are 301', initialize: false, steps: [
    ['LMSGetLastError', '0', '0'],
    ['LMSGetValue', 'cmi.core.student_id', '', '301'],
    ['LMSSetValue', 'cmi.core.exit', '', 'false', '301'],
    ['LMSCommit', '', 'false', '301'],
    ['LMSFinish', '', 'false', '301'],
    ['LMSGetErrorString', '301', 'Not initialized', '301'],
    ['LMSGetDiagnostic', '', 'Not initialized', '301'],
    ['LMSInitialize', '', 'true', '0'],
  ]},
  {name: 'LMSInitialize takes the empty string only', initialize: false, steps: [
    ['LMSInitialize', 'x', 'false', '201'],
    ['LMSInitialize', 'false', '201'],
    ['LMSInitialize', null, 'false', '201'],
    ['LMSInitialize', '', 'true', '0'],
    ['LMSInitialize', '', 'false', '101'],
  ]},
  {name: 'LMSCommit and LMSFinish take the empty string only', steps: [
    ['LMSCommit', 'x', 'false', '201'],
    ['LMSCommit', 'false', '201'],
    ['LMSFinish', 'x', 'false', '201'],
    ['LMSFinish', 'false', '201'],
  ]},
  {name: 'after LMSFinish the session is over', steps: [
    ['LMSFinish', '', 'true', '0'],
    ['LMSGetValue', 'cmi.core.entry', '', '301'],
    ['LMSSetValue', 'cmi.core.exit', '', 'false', '301'],
    ['LMSCommit', '', 'false', '301'],
    ['LMSFinish', '', 'false', '301'],
    ['LMSInitialize', '', 'false', '101'],
  ]},
  {name: 'the last error is that of the last call, support calls apart', steps: [
    ['LMSGetValue', 'cmi.nothing', '', '401'],
    ['LMSGetLastError', '401', '401'],
    ['LMSGetErrorString', '0', 'No error', '401'],
    ['LMSGetErrorString', '999', '', '401'],
    ['LMSGetDiagnostic', '405', 'Incorrect data type', '401'],
    ['LMSGetValue', 'cmi.core.entry', 'ab-initio', '0'],
  ]},
  {name: 'LMSGetValue and LMSSetValue take strings only', steps: [
    ['LMSGetValue', '', '', '201'],
    ['LMSGetValue', 7, '', '201'],
    ['LMSGetValue', '', '201'],
    ['LMSGetValue', 'core.entry', '', '201'],
    ['LMSSetValue', 'cmi.core.lesson_location', 'false', '201'],
    ['LMSSetValue', 'cmi.core.lesson_location', 7, 'false', '405'],
    ['LMSSetValue', 'cmi.core.score.raw', 80, 'false', '405'],
    ['LMSSetValue', 'cmi.core.lesson_location', null, 'false', '405'],
    ['LMSSetValue', 7, '', 'false', '201'],
  ]},
  {name: 'a commit that fails says so', seed: {answers: {answer: 'false', error: '101'}}, steps: [
    ['LMSCommit', '', 'false', '101'],
    ['LMSFinish', '', 'false', '101'],
    ['LMSGetValue', 'cmi.core.entry', 'ab-initio', '0'],
  ]},
  {name: 'a commit that lies answers true and has an error', seed: {answers: {answer: 'true', error: '101'}}, steps: [
    ['LMSCommit', '', 'true', '101'],
    ['LMSGetLastError', '101', '101'],
  ]},
]);

test('every call is heard with its answer and error', () => {
  const {api} = session();
  assert.deepEqual(Object.keys(api).filter((name) => name.startsWith('LMS')).sort(), [
    'LMSCommit', 'LMSFinish', 'LMSGetDiagnostic', 'LMSGetErrorString', 'LMSGetLastError', 'LMSGetValue', 'LMSInitialize', 'LMSSetValue',
  ]);
});

test('what was set is stored at commit, and a later change is not', () => {
  const {api, stored} = session();
  api.LMSInitialize('');
  api.LMSSetValue('cmi.suspend_data', 'one');
  api.LMSCommit('');
  api.LMSSetValue('cmi.suspend_data', 'two');
  assert.deepEqual(stored.map(({event, model}) => [event, model['cmi.suspend_data']]), [['commit', 'one']]);
});
