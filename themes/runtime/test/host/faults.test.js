// What goes wrong on purpose goes wrong as it was asked to.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keptWith, offer, settingsWith} from '../../host/faults.js';
import {SETTINGS} from './steps.js';

const none = {api_delay: 0, no_api: false, lose_unload: false, empty_mode: false, cut_suspend_data: null, mandatory_only: false, mode: null, no_credit: false};

test('without a fault nothing changes', () => {
  assert.deepEqual(settingsWith(SETTINGS, none), SETTINGS);
  assert.deepEqual(keptWith({'cmi.suspend_data': 'abc'}, none), {'cmi.suspend_data': 'abc'});
  const place = {};
  offer(place, 'API', 'api', none);
  assert.deepEqual(place, {API: 'api'});
  offer(place, 'API_1484_11', 'other', none);
  assert.deepEqual(place, {API_1484_11: 'other'});
});

test('mode and credit', () => {
  assert.equal(settingsWith(SETTINGS, {...none, empty_mode: true}).mode, '');
  assert.equal(settingsWith(SETTINGS, {...none, mode: 'review'}).mode, 'review');
  assert.equal(settingsWith(SETTINGS, {...none, no_credit: true}).credit, 'no-credit');
});

test('state is cut, and what is shorter or not there stays', () => {
  const cut = {...none, cut_suspend_data: 2};
  assert.deepEqual(keptWith({'cmi.suspend_data': 'abc', 'cmi.core.exit': 'suspend'}, cut), {'cmi.suspend_data': 'ab', 'cmi.core.exit': 'suspend'});
  assert.deepEqual(keptWith({'cmi.suspend_data': 'a'}, cut), {'cmi.suspend_data': 'a'});
  assert.deepEqual(keptWith({}, cut), {});
  assert.equal(keptWith(null, cut), null);
});

test('the API of an earlier launch is gone; this one comes late or never', () => {
  const place = {API: 'old'};
  offer(place, 'API', 'new', {...none, no_api: true});
  assert.deepEqual(place, {});
  /** @type {[() => void, number][]} */
  const waiting = [];
  offer(place, 'API', 'new', {...none, api_delay: 800}, (work, delay) => waiting.push([work, delay]));
  assert.deepEqual(place, {});
  assert.equal(waiting[0][1], 800);
  waiting[0][0]();
  assert.deepEqual(place, {API: 'new'});
});
