// SCORM 1.2 RTE 3.4: access, keywords, lists, types, sizes, ranges, vocabularies.

import {play} from './steps.js';

const set = (/** @type {string} */ name, /** @type {unknown} */ value, error = '0') => ['LMSSetValue', name, value, error === '0' ? 'true' : 'false', error];
const get = (/** @type {string} */ name, /** @type {string} */ value, error = '0') => ['LMSGetValue', name, value, error];
const each = (/** @type {string} */ name, /** @type {string[]} */ good, /** @type {string[]} */ bad) => [
  ...good.map((value) => set(name, value)), ...bad.map((value) => set(name, value, '405')),
];
const item = (/** @type {string} */ type, /** @type {string[]} */ good, /** @type {string[]} */ bad) => ({
  name: `a response to ${type}`, steps: [
    set('cmi.interactions.0.id', 'q_1'), set('cmi.interactions.0.type', type),
    ...each('cmi.interactions.0.student_response', good, bad), ...each('cmi.interactions.0.correct_responses.0.pattern', good, bad),
  ],
});

play([
  {name: 'read only is 403', steps: [
    'cmi.core.student_id', 'cmi.core.student_name', 'cmi.core.credit', 'cmi.core.entry', 'cmi.core.total_time', 'cmi.core.lesson_mode', 'cmi.launch_data',
    'cmi.comments_from_lms', 'cmi.student_data.mastery_score', 'cmi.student_data.max_time_allowed', 'cmi.student_data.time_limit_action',
  ].map((name) => set(name, '', '403'))},
  {name: 'write only is 404', steps: [
    'cmi.core.exit', 'cmi.core.session_time', 'cmi.interactions.0.id', 'cmi.interactions.0.objectives.0.id', 'cmi.interactions.0.time', 'cmi.interactions.0.type',
    'cmi.interactions.0.correct_responses.0.pattern', 'cmi.interactions.0.weighting', 'cmi.interactions.0.student_response', 'cmi.interactions.0.result',
    'cmi.interactions.0.latency',
  ].map((name) => get(name, '', '404'))},
  {name: 'keywords cannot be set: 402', steps: [
    'cmi._version', 'cmi.core._children', 'cmi.core.score._children', 'cmi.objectives._children', 'cmi.objectives._count', 'cmi.interactions._count',
    'cmi.interactions.0.objectives._count', 'cmi.student_preference._children', 'cmi.student_data._children',
  ].map((name) => set(name, 'x', '402'))},
  {name: 'keywords can be read', steps: [
    get('cmi._version', '3.4'),
    get('cmi.core._children', 'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time'),
    get('cmi.core.score._children', 'raw,min,max'),
    get('cmi.objectives._children', 'id,score,status'),
    get('cmi.objectives._count', '0'),
    get('cmi.student_data._children', 'mastery_score,max_time_allowed,time_limit_action'),
    get('cmi.student_preference._children', 'audio,language,speed,text'),
    get('cmi.interactions._children', 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency'),
    get('cmi.interactions._count', '0'),
  ]},
  {name: '_children of what has none is 202, _count of what is no list 203', steps: [
    get('cmi.core.lesson_status._children', '', '202'), get('cmi.suspend_data._children', '', '202'),
    get('cmi.core._count', '', '203'), get('cmi.core.score._count', '', '203'), get('cmi.suspend_data._count', '', '203'),
  ]},
  {name: 'what is not in the data model is 401', steps: [
    get('cmi.core.nothing', '', '401'), get('cmi.core', '', '401'), get('cmi.completion_status', '', '401'), get('cmi.nothing._children', '', '401'),
    set('cmi.nothing', 'x', '401'), set('cmi.interactions.0.description', 'x', '401'), set('cmi.interactions.0.learner_response', 'a', '401'),
    set('cmi.objectives.00.id', 'a', '401'), set('cmi.objectives.-1.id', 'a', '401'), get('cmi.core.lesson_status.0', '', '401'),
  ]},
  {name: 'an LMS without optional elements answers 401', seed: {mandatoryOnly: true}, steps: [
    get('cmi.objectives._count', '', '401'), set('cmi.interactions.0.id', 'q', '401'), set('cmi.core.score.max', '100', '401'), set('cmi.core.score.raw', '50'),
    get('cmi.student_data.mastery_score', '', '401'), get('cmi.core.score._children', 'raw'), get('cmi.core.lesson_mode', '', '401'),
  ]},
  {name: 'lesson_status takes five words', steps: each('cmi.core.lesson_status', ['passed', 'completed', 'failed', 'incomplete', 'browsed'],
    ['not attempted', '', 'Passed', 'p', 'complete', 'unknown'])},
  {name: 'exit takes four words', steps: each('cmi.core.exit', ['time-out', 'suspend', 'logout', ''], ['normal', 'Suspend', ' '])},
  {name: 'scores are 0 to 100, or blank', steps: ['raw', 'min', 'max'].flatMap((part) => each(`cmi.core.score.${part}`,
    ['0', '100', '66.67', '', '080'], ['100.5', '-1', '101', 'ten', '1e2', '5.', '.5', ' 5', '+5', '50%']))},
  {name: 'sizes are 255 and 4096', steps: [
    ...each('cmi.core.lesson_location', ['', 'x'.repeat(255)], ['x'.repeat(256)]),
    ...each('cmi.suspend_data', ['', 'x'.repeat(4096)], ['x'.repeat(4097)]),
    get('cmi.suspend_data', 'x'.repeat(4096)),
  ]},
  {name: 'session_time is a time span', steps: each('cmi.core.session_time', ['00:00:00', '0000:12:05.07', '9999:59:59.9'],
    ['1:2:3', '00:00', '00000:00:00', '00:00:00.123', 'PT5S', '', '00:0:00'])},
  {name: 'comments are added up to 4096', steps: [
    set('cmi.comments', 'a'.repeat(4000)), set('cmi.comments', 'b'.repeat(97), '405'), set('cmi.comments', 'b'.repeat(96)),
    get('cmi.comments', 'a'.repeat(4000) + 'b'.repeat(96)),
  ]},
  {name: 'objectives are numbered without a gap', steps: [
    set('cmi.objectives.1.id', 'LO1', '201'), get('cmi.objectives.0.id', '', '201'),
    set('cmi.objectives.0.id', 'LO 1', '405'), get('cmi.objectives._count', '0'),
    set('cmi.objectives.0.id', 'LO1'), get('cmi.objectives._count', '1'), get('cmi.objectives.0.id', 'LO1'), get('cmi.objectives.0.status', ''),
    get('cmi.objectives.0.score._children', 'raw,min,max'), get('cmi.objectives.1.score._children', '', '201'),
    set('cmi.objectives.0.score.raw', '101', '405'), set('cmi.objectives.0.score.raw', '50'), set('cmi.objectives.1.status', 'passed'),
    get('cmi.objectives._count', '2'), set('cmi.objectives.3.id', 'LO4', '201'),
  ]},
  {name: 'status of an objective takes six words', steps: each('cmi.objectives.0.status',
    ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'], ['', 'mastered'])},
  {name: 'identifiers hold letters, digits, - and _', steps: each('cmi.objectives.0.id', ['LO1', 'AC_1_2_3f', 'a-b', 'x'.repeat(255)],
    ['', 'a b', 'a.b', 'é', 'x'.repeat(256)])},
  {name: 'preferences have ranges', steps: [
    ...each('cmi.student_preference.audio', ['-1', '0', '100'], ['-2', '101', '1.5', '', 'loud']),
    ...each('cmi.student_preference.speed', ['-100', '0', '100'], ['-101', '101']),
    ...each('cmi.student_preference.text', ['-1', '0', '1'], ['2', '-2']),
    ...each('cmi.student_preference.language', ['', 'English', 'x'.repeat(255)], ['x'.repeat(256)]),
  ]},
  {name: 'interactions are numbered without a gap, their lists too', steps: [
    set('cmi.interactions.1.id', 'q', '201'), set('cmi.interactions.0.objectives.0.id', 'LO1', '201'),
    set('cmi.interactions.0.id', 'q'), get('cmi.interactions._count', '1'), get('cmi.interactions.0.objectives._count', '0'),
    set('cmi.interactions.0.objectives.1.id', 'LO1', '201'), set('cmi.interactions.0.objectives.0.id', 'LO1'), get('cmi.interactions.0.objectives._count', '1'),
    set('cmi.interactions.0.correct_responses.1.pattern', 'a', '201'), set('cmi.interactions.0.correct_responses.0.pattern', 'a'),
    get('cmi.interactions.0.correct_responses._count', '1'), get('cmi.interactions.1.correct_responses._count', '', '201'),
    get('cmi.interactions.0.objectives._children', '', '202'),
  ]},
  {name: 'type takes eight words', steps: each('cmi.interactions.0.type',
    ['true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'], ['long-fill-in', 'other', 'Choice', ''])},
  {name: 'result takes four words or a number', steps: each('cmi.interactions.0.result',
    ['correct', 'wrong', 'unanticipated', 'neutral', '0.5', '-1'], ['incorrect', '', 'Correct'])},
  {name: 'weighting is -100 to 100', steps: each('cmi.interactions.0.weighting', ['0', '-100', '100', '0.5'], ['101', '-101', '', 'one'])},
  {name: 'time is a time of day, latency a time span', steps: [
    ...each('cmi.interactions.0.time', ['00:00:00', '23:59:59.99'], ['24:00:00', '12:60:00', '1:00:00', '', '2026-11-21T12:00:00']),
    ...each('cmi.interactions.0.latency', ['00:00:10.5', '0000:00:00.00'], ['10', '', '0:00:10']),
  ]},
  item('true-false', ['t', 'f', '0', '1'], ['true', '', 'T', 'tf']),
  item('choice', ['a', 'a,c', '{a,c}', '0,9'], ['', 'a;c', 'ab', 'A', 'a,', '{a,c', 'a, c']),
  item('fill-in', ['', 'any words', 'x'.repeat(255)], ['x'.repeat(256)]),
  item('numeric', ['4', '-4.5'], ['4[:]6', '', 'four']),
  item('likert', ['a', '3', ''], ['ab']),
  item('matching', ['1.a', '1.a,2.b', '{1.a,2.b}'], ['1a', '', '1.a;2.b', '1.aa']),
  item('performance', ['whatever they did', ''], ['x'.repeat(256)]),
  item('sequencing', ['a,b,c', 'c'], ['', 'a b c']),
]);
