// SCORM 2004 RTE 3.1: the order of calls, their arguments, what they answer.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {get, play, session} from './steps2004.js';

play([
  {name: 'before Initialize each call has a code of its own', initialize: false, steps: [
    ['GetLastError', '0', '0'],
    ['GetValue', 'cmi.learner_id', '', '122'],
    ['SetValue', 'cmi.exit', '', 'false', '132'],
    ['Commit', '', 'false', '142'],
    ['Commit', 'x', 'false', '201'],
    ['Terminate', '', 'false', '112'],
    ['Terminate', 'x', 'false', '112'],
    ['GetErrorString', '122', 'Retrieve data before initialization', '112'],
    ['GetDiagnostic', '', 'Termination before initialization', '112'],
    ['Initialize', '', 'true', '0'],
  ]},
  {name: 'Initialize takes the empty string only, once', initialize: false, steps: [
    ['Initialize', 'x', 'false', '201'],
    ['Initialize', 'false', '201'],
    ['Initialize', null, 'false', '201'],
    ['Initialize', '', 'true', '0'],
    ['Initialize', '', 'false', '103'],
    ['Initialize', 'x', 'false', '201'],
  ]},
  {name: 'Commit and Terminate take the empty string only', steps: [
    ['Commit', 'x', 'false', '201'],
    ['Commit', 'false', '201'],
    ['Terminate', 'x', 'false', '201'],
    ['Terminate', 'false', '201'],
  ]},
  {name: 'after Terminate each call has a code of its own', steps: [
    ['Terminate', '', 'true', '0'],
    ['GetValue', 'cmi.entry', '', '123'],
    ['SetValue', 'cmi.exit', '', 'false', '133'],
    ['Commit', '', 'false', '143'],
    ['Commit', 'x', 'false', '143'],
    ['Terminate', '', 'false', '113'],
    ['Initialize', '', 'false', '104'],
    ['Initialize', 'x', 'false', '104'],
  ]},
  {name: 'the last error is that of the last call, support calls apart', steps: [
    ['GetValue', 'cmi.nothing', '', '401'],
    ['GetLastError', '401', '401'],
    ['GetErrorString', '0', 'No error', '401'],
    ['GetErrorString', '999', '', '401'],
    ['GetDiagnostic', '406', 'Data model element type mismatch', '401'],
    ['GetValue', 'cmi.entry', 'ab-initio', '0'],
  ]},
  {name: 'GetValue and SetValue want an element; values are strings', steps: [
    ['GetValue', '', '', '301'], ['GetValue', 7, '', '301'], ['GetValue', '', '201'],
    ['SetValue', '', 'x', 'false', '351'], ['SetValue', null, 'x', 'false', '351'], ['SetValue', 'cmi.location', 'false', '201'],
    ['SetValue', 'cmi.location', 7, 'false', '406'], ['SetValue', 'cmi.score.scaled', 1, 'false', '406'], ['SetValue', 'cmi.location', null, 'false', '406'],
    ['GetValue', 'core.entry', '', '401'], ['SetValue', 'core.entry', 'x', 'false', '401'],
  ]},
  {name: 'a commit that fails says so', seed: {stored: {answer: 'false', error: '101'}}, steps: [
    ['Commit', '', 'false', '391'],
    ['Terminate', '', 'false', '111'],
    get('cmi.entry', 'ab-initio'),
  ]},
  {name: 'a commit that lies answers true and has an error', seed: {stored: {answer: 'true', error: '101'}}, steps: [
    ['Commit', '', 'true', '391'],
  ]},
]);

test('SCORM 2004: the API has its eight calls, and its version', () => {
  const {api} = session();
  assert.equal(api.version, '1.0');
  assert.deepEqual(Object.keys(api).filter((name) => /^[A-Z]/.test(name)).sort(), [
    'Commit', 'GetDiagnostic', 'GetErrorString', 'GetLastError', 'GetValue', 'Initialize', 'SetValue', 'Terminate',
  ]);
});

test('SCORM 2004: what was set is stored at commit, and at the end without one', () => {
  const {api, stored} = session();
  api.Initialize('');
  api.SetValue('cmi.suspend_data', 'one');
  api.Commit('');
  api.SetValue('cmi.suspend_data', 'two');
  assert.deepEqual(stored.map(({event, model}) => [event, model['cmi.suspend_data']]), [['commit', 'one']]);
  api.Terminate('');
  assert.deepEqual(stored.map(({event, model}) => [event, model['cmi.suspend_data']]), [['commit', 'one'], ['finish', 'two']]);
});

test('SCORM 2004: an attempt that is abandoned keeps what was committed', () => {
  const {api, stored} = session();
  api.Initialize('');
  api.SetValue('cmi.location', 'a');
  api.Commit('');
  api.SetValue('cmi.location', 'b');
  api.SetValue('adl.nav.request', 'abandonAll');
  api.Terminate('');
  assert.equal(stored.at(-1)?.model['cmi.location'], 'a');
});
