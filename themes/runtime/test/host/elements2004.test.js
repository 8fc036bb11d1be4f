// SCORM 2004 RTE 4.1 and 4.2: access, keywords, collections, dependencies, types, sizes, ranges, vocabularies.

import {each, get, play, set} from './steps2004.js';

/** @param {string} type @param {string[]} good @param {string[]} bad */
const responses = (type, good, bad) => ({name: `a response to ${type}`, steps: [
  set('cmi.interactions.0.id', 'q'), set('cmi.interactions.0.type', type), ...each('cmi.interactions.0.learner_response', good, bad),
]});
/** @param {string} type @param {string[]} good @param {string[]} bad */
const patterns = (type, good, bad) => ({name: `a pattern of ${type}`, steps: [
  set('cmi.interactions.0.id', 'q'), set('cmi.interactions.0.type', type), ...each('cmi.interactions.0.correct_responses.0.pattern', good, bad),
]});
const q = 'cmi.interactions.0';

play([
  {name: 'read only is 404', steps: [
    'cmi.completion_threshold', 'cmi.credit', 'cmi.entry', 'cmi.launch_data', 'cmi.learner_id', 'cmi.learner_name', 'cmi.max_time_allowed', 'cmi.mode',
    'cmi.scaled_passing_score', 'cmi.time_limit_action', 'cmi.total_time', 'cmi.comments_from_lms.0.comment', 'adl.nav.request_valid.continue',
    'adl.nav.request_valid.choice.{target=ITEM-1}',
  ].map((name) => set(name, 'x', '404'))},
  {name: 'write only is 405', steps: [set('cmi.exit', 'suspend'), get('cmi.exit', '', '405'), set('cmi.session_time', 'PT1S'), get('cmi.session_time', '', '405')]},
  {name: 'keywords cannot be set: 404', steps: [
    'cmi._version', 'cmi.score._children', 'cmi.objectives._children', 'cmi.objectives._count', 'cmi.interactions._count', 'cmi.learner_preference._children',
  ].map((name) => set(name, 'x', '404'))},
  {name: 'keywords can be read', steps: [
    get('cmi._version', '1.0'),
    get('cmi.score._children', 'scaled,raw,min,max'),
    get('cmi.objectives._children', 'id,score,success_status,completion_status,progress_measure,description'),
    get('cmi.objectives._count', '0'),
    get('cmi.interactions._children', 'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description'),
    get('cmi.interactions._count', '0'),
    get('cmi.learner_preference._children', 'audio_level,language,delivery_speed,audio_captioning'),
    get('cmi.comments_from_learner._children', 'comment,location,timestamp'),
    get('cmi.comments_from_lms._count', '0'),
  ]},
  {name: 'keywords that an element does not have are 301', steps: [
    get('cmi.location._children', '', '301'), get('cmi.score._count', '', '301'), get('cmi.score._version', '', '301'), get('cmi._children', '', '301'),
    get('cmi.nothing._children', '', '401'), get('cmi.objectives.0.score._children', '', '301'),
  ]},
  {name: 'what is not in the data model is 401', steps: [
    get('cmi.nothing', '', '401'), get('cmi.score', '', '401'), get('cmi.core.lesson_status', '', '401'), get('cmi', '', '401'), get('adl.nav', '', '401'),
    set('cmi.nothing', 'x', '401'), set('cmi.score', 'x', '401'), set('cmi.interactions.0.student_response', 'a', '401'), set('cmi.objectives.00.id', 'a', '401'),
    set('cmi.objectives.-1.id', 'a', '401'), set('cmi.objectives.id', 'a', '401'), get('cmi.location.0', '', '401'),
  ]},
  {name: 'an LMS without what LMSs leave out answers 402', seed: {mandatoryOnly: true}, steps: [
    get('cmi.objectives._count', '', '402'), set('cmi.interactions.0.id', 'q', '402'), set('adl.nav.request', 'exitAll', '402'),
    get('cmi.learner_preference.language', '', '402'), set('cmi.score.max', '100'), set('cmi.progress_measure', '1'), set('cmi.suspend_data', 'x'),
  ]},
  {name: 'a value that nobody set is 403', steps: [
    'cmi.location', 'cmi.suspend_data', 'cmi.progress_measure', 'cmi.score.scaled', 'cmi.score.raw', 'cmi.launch_data', 'cmi.completion_threshold',
  ].map((name) => get(name, '', '403'))},
  {name: 'a record that is not there is 301 to read, a gap 351 to set', steps: [
    get('cmi.objectives.0.id', '', '301'), get('cmi.interactions.0.type', '', '301'), set('cmi.objectives.1.id', 'LO', '351'), set('cmi.interactions.1.id', 'q', '351'),
    get('cmi.interactions.0.objectives._count', '', '301'), set('cmi.comments_from_lms.1.comment', 'x', '351'),
  ]},
  {name: 'what depends on another is 408 before it', steps: [
    ...['score.scaled', 'success_status', 'completion_status', 'progress_measure', 'description'].map((name) => set(`cmi.objectives.0.${name}`, '1', '408')),
    ...['type', 'timestamp', 'weighting', 'learner_response', 'result', 'latency', 'description', 'objectives.0.id', 'correct_responses.0.pattern']
      .map((name) => set(`${q}.${name}`, '1', '408')),
    set(`${q}.id`, 'q'), set(`${q}.learner_response`, 'a', '408'), set(`${q}.correct_responses.0.pattern`, 'a', '408'), get('cmi.interactions._count', '1'),
    set(`${q}.correct_responses.1.pattern`, 'a', '408'), set(`${q}.objectives.1.id`, 'LO', '351'),
  ]},
  {name: 'completion_status takes four words', steps: each('cmi.completion_status', ['completed', 'incomplete', 'not attempted', 'unknown'], ['', 'complete', 'Completed', 'passed'])},
  {name: 'success_status takes three words', steps: each('cmi.success_status', ['passed', 'failed', 'unknown'], ['', 'completed', 'Passed'])},
  {name: 'exit takes five words', steps: each('cmi.exit', ['time-out', 'suspend', 'logout', 'normal', ''], ['Suspend', ' ', 'exit'])},
  {name: 'scaled scores are -1 to 1', steps: [
    ...each('cmi.score.scaled', ['1', '-1', '0', '0.8333333', '1.0'], ['.8', '1e-7', '', 'one', '0.', '+1', ' 1', '0,5', '0.12345678']),
    set('cmi.score.scaled', '1.1', '407'), set('cmi.score.scaled', '-1.0000001', '407'),
  ]},
  {name: 'raw scores have five digits before the point', steps: ['raw', 'min', 'max'].flatMap((part) => each(`cmi.score.${part}`, ['0', '-7.5', '99999'], ['100000', '.5', '', 'x']))},
  {name: 'progress is 0 to 1', steps: [...each('cmi.progress_measure', ['0', '0.85', '1'], ['', '85%']), set('cmi.progress_measure', '1.1', '407'), set('cmi.progress_measure', '-0.1', '407')]},
  {name: 'sizes are 1000 and 64000', steps: [
    ...each('cmi.location', ['', 'x'.repeat(1000)], ['x'.repeat(1001)]), ...each('cmi.suspend_data', ['', 'x'.repeat(64000)], ['x'.repeat(64001)]),
    get('cmi.suspend_data', 'x'.repeat(64000)),
  ]},
  {name: 'session_time is an interval', steps: each('cmi.session_time', ['PT0S', 'PT12M5.07S', 'P1Y2M3DT4H5M6S', 'PT100H', 'P1D'],
    ['PT', 'P', 'P1W', 'PT3.456S', '00:12:05', '', 'PT1.S', 'P1DT', 'pt1s', '-PT1S', 'PT5M3H'])},
  {name: 'preferences have ranges', steps: [
    get('cmi.learner_preference.audio_level', '1'), get('cmi.learner_preference.language', ''), get('cmi.learner_preference.audio_captioning', '0'),
    ...each('cmi.learner_preference.audio_level', ['0', '3.5'], ['loud', '']), set('cmi.learner_preference.audio_level', '-1', '407'),
    ...each('cmi.learner_preference.audio_captioning', ['-1', '0', '1'], ['2', '']),
    ...each('cmi.learner_preference.language', ['', 'en', 'en-GB', 'i-klingon', 'x-me', 'ger'], ['english', 'e', 'en-', 'qqq', 'en_GB']),
  ]},
  {name: 'the id of an objective stays, and no other has it', steps: [
    set('cmi.objectives.0.id', 'LO1'), set('cmi.objectives.0.id', 'LO1'), set('cmi.objectives.0.id', 'LO2', '351'), set('cmi.objectives.1.id', 'LO1', '351'),
    get('cmi.objectives._count', '1'), set('cmi.objectives.1.id', 'LO2'), get('cmi.objectives.1.success_status', 'unknown'), get('cmi.objectives.1.score.raw', '', '403'),
    get('cmi.objectives.1.score._children', 'scaled,raw,min,max'), set('cmi.objectives.1.score.scaled', '2', '407'),
  ]},
  {name: 'identifiers are URIs', steps: [
    ...each(`${q}.id`, ['LO1', 'urn:x:1', 'https://e.example/a?b=c#d', 'a%20b', 'x'.repeat(4000)], ['', ' ', 'a b', 'a"b', 'é', '{a}', 'a%2', 'x'.repeat(4001)]),
  ]},
  {name: 'descriptions are one line of 250 characters, in a language', steps: [
    set('cmi.objectives.0.id', 'LO1'), ...each('cmi.objectives.0.description', ['', 'x'.repeat(250), `{lang=en-GB}${'x'.repeat(250)}`, '{lang}'],
      ['x'.repeat(251), 'a\nb', '{lang=}x', '{lang=english}x']),
  ]},
  {name: 'comments are of 4000 characters', steps: [
    ...each('cmi.comments_from_learner.0.comment', ['x'.repeat(4000)], ['x'.repeat(4001)]), set('cmi.comments_from_learner.1.location', 'here'),
    ...each('cmi.comments_from_learner.1.location', ['x'.repeat(250)], ['x'.repeat(251)]), get('cmi.comments_from_learner._count', '2'),
  ]},
  {name: 'timestamps have a zone behind a fraction only', steps: [
    set(`${q}.id`, 'q'), ...each(`${q}.timestamp`,
      ['2026', '2026-11', '2026-11-21', '2026-11-21T20', '2026-11-21T20:00:00', '2026-11-21T20:00:00.00Z', '2026-11-21T20:00:00.1+01:00', '2026-11-21T20:00:00.12-01', '2028-02-29'],
      ['2026-11-21T20:00:00Z', '2026-11-21T20:00:00+01:00', '2026-11-21T20:00:00.123Z', '2026-11-21T24:00:00', '2026-13', '2026-02-30', '1969', '2039', '', '21.11.2026']),
  ]},
  {name: 'latency is an interval, weighting a number', steps: [
    set(`${q}.id`, 'q'), ...each(`${q}.latency`, ['PT3.4S', 'PT3.05S'], ['PT3.456S', '3']), ...each(`${q}.weighting`, ['0', '-3', '0.5', '250'], ['', 'one']),
  ]},
  {name: 'result takes four words or a number', steps: [
    set(`${q}.id`, 'q'), ...each(`${q}.result`, ['correct', 'incorrect', 'unanticipated', 'neutral', '0.5', '-1'], ['wrong', '', 'Correct']),
  ]},
  {name: 'type takes ten words', steps: [
    set(`${q}.id`, 'q'), ...each(`${q}.type`,
      ['true-false', 'choice', 'fill-in', 'long-fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric', 'other'], ['Choice', '', 'essay']),
  ]},
  {name: 'with another type what was answered is gone', steps: [
    set(`${q}.id`, 'q'), set(`${q}.type`, 'choice'), set(`${q}.correct_responses.0.pattern`, 'a'), set(`${q}.learner_response`, 'a'), set(`${q}.type`, 'choice'),
    get(`${q}.learner_response`, 'a'), set(`${q}.type`, 'numeric'), get(`${q}.correct_responses._count`, '0'), get(`${q}.learner_response`, '', '403'),
  ]},
  {name: 'patterns: as many as every LMS keeps, each once where they are sets or sequences', steps: [
    set(`${q}.id`, 'q'), set(`${q}.type`, 'choice'), ...Array.from({length: 10}, (_, at) => set(`${q}.correct_responses.${at}.pattern`, `o${at}`)),
    set(`${q}.correct_responses.10.pattern`, 'o10', '351'), set(`${q}.correct_responses.1.pattern`, 'o0', '351'),
    set(`${q}.type`, 'numeric'), set(`${q}.correct_responses.0.pattern`, '1[:]2'), set(`${q}.correct_responses.1.pattern`, '3[:]4', '351'),
    set(`${q}.type`, 'fill-in'), set(`${q}.correct_responses.0.pattern`, 'a'), set(`${q}.correct_responses.1.pattern`, 'a'),
    set(`${q}.type`, 'sequencing'), set(`${q}.correct_responses.0.pattern`, 'a[,]b'), set(`${q}.correct_responses.1.pattern`, 'a[,]b', '351'),
  ]},
  {name: 'objectives of an interaction: ten, each once', steps: [
    set(`${q}.id`, 'q'), ...Array.from({length: 10}, (_, at) => set(`${q}.objectives.${at}.id`, `LO${at}`)),
    set(`${q}.objectives.10.id`, 'LO10', '351'), set(`${q}.objectives.1.id`, 'LO0', '351'), get(`${q}.objectives._count`, '10'), get(`${q}.objectives._children`, '', '301'),
  ]},
  {name: 'as many records as every LMS keeps', steps: [
    ...Array.from({length: 250}, (_, at) => set(`cmi.interactions.${at}.id`, 'q')), set('cmi.interactions.250.id', 'q', '351'),
    ...Array.from({length: 100}, (_, at) => set(`cmi.objectives.${at}.id`, `LO${at}`)), set('cmi.objectives.100.id', 'LO', '351'),
  ]},
  responses('true-false', ['true', 'false'], ['t', '1', '', 'True']),
  responses('choice', ['a', 'a[,]c', 'opt.1'], ['', 'a,c ', 'a[,]', 'a[,][,]b', 'a[,]a', 'opt-1', 'é', 'a b', Array(37).fill('x').map((x, n) => x + n).join('[,]')]),
  responses('fill-in', ['', 'words', '{lang=en}words[,]{lang=de}Worte', 'x'.repeat(250), Array(10).fill('x').join('[,]')], ['x'.repeat(251), 'a\nb', '{lang=qqq}a', Array(11).fill('x').join('[,]')]),
  responses('long-fill-in', ['', '{lang=en}words', `{lang=en}${'x'.repeat(4000)}`], ['x'.repeat(4001), 'a\nb']),
  responses('numeric', ['4', '-4.5'], ['4[:]6', '', 'four', '.5', '100000']),
  responses('likert', ['agree', '3'], ['', 'a b', 'a[,]b']),
  responses('matching', ['a[.]b', 'a[.]b[,]c[.]d'], ['', 'a', 'a[.]', '[.]b', 'a[.]b[.]c', 'a[.]b[,]']),
  responses('performance', ['s1[.]done', '[.]done', 's1[.]', 's1[.]4'], ['', 's1', 's1[.]a[.]b', 's1[.]a[,]', '[.]', 's1[.]1[:]3']),
  responses('sequencing', ['a', 'a[,]b[,]a'], ['', 'a[,]', 'a b', '{order_matters=true}a[,]b']),
  responses('other', ['', 'anything at all'], ['x'.repeat(4001)]),
  patterns('true-false', ['true', 'false'], ['t']),
  patterns('choice', ['a', 'a[,]c'], ['', 'a[,]a']),
  patterns('fill-in', ['a', '{case_matters=false}{order_matters=true}{lang=en}abc', '{order_matters=false}a[,]{lang=de}b'], ['{case_matters=maybe}a', '{lang=english}a']),
  patterns('long-fill-in', ['a', '{lang=en}a'], ['{case_matters=false}a']),
  patterns('numeric', ['4[:]6', '5[:]5', '-99999[:]4'], ['5', '[:]4', '4[:]', '6[:]4', '1[:]2[:]3', '']),
  patterns('likert', ['agree'], ['']),
  patterns('matching', ['a[.]b[,]c[.]d'], ['a[.]b[,]', '']),
  patterns('performance', ['s1[.]a', '{order_matters=true}s1[.]a'], ['s1[.]1[:]3', '{order_matters=yes}s1[.]a']),
  patterns('sequencing', ['a[,]b[,]c'], ['{order_matters=true}a[,]b', '']),
  patterns('other', ['x'], ['']),
  {name: 'navigation is asked for by its words', steps: [
    ...each('adl.nav.request', ['continue', 'previous', 'exit', 'exitAll', 'abandon', 'abandonAll', 'suspendAll', '{target=ITEM-1}choice', '{target=ITEM-1}jump'],
      ['', '_none_', 'choice', 'next', '{target=}choice', 'suspendall']),
    get('adl.nav.request', '{target=ITEM-1}jump'), get('adl.nav.request_valid.continue', 'unknown'), get('adl.nav.request_valid.choice.{target=a.b}', 'unknown'),
    get('adl.nav.request_valid.choice', '', '401'),
  ]},
]);
