// The data model of SCORM 1.2, as a table: SCORM 1.2 RTE 3.4, one row for each element of its data model section.
// In: nothing. Out: ELEMENTS, GROUPS. `n` stands for an index.

import {
  FEEDBACK, feedbackOf, identifier, integerBetween, result, score, string255, string4096, time, timespan, vocabulary, weighting,
} from './types12.js';

/**
 * An element: `access` is `rw` both, `r` read only (setting: 403), `w` write only (reading: 404). `optional` ones need not be there (401).
 * @typedef {{access: 'r' | 'w' | 'rw', type?: import('./types12.js').Type, feedback?: boolean, appends?: boolean, optional?: boolean}} Element
 */

// RTE cmi.core.lesson_status: the content sets five; `not attempted` is the LMS's own.
const settable = vocabulary('passed', 'completed', 'failed', 'incomplete', 'browsed');
// RTE cmi.objectives.n.status: six.
const objective = vocabulary('passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted');
const optional = true;

/** @type {Record<string, Element>} */
export const ELEMENTS = {
  'cmi._version': {access: 'r', optional},
  'cmi.core.student_id': {access: 'r'},
  'cmi.core.student_name': {access: 'r'},
  'cmi.core.lesson_location': {access: 'rw', type: string255},
  'cmi.core.credit': {access: 'r'},
  'cmi.core.lesson_status': {access: 'rw', type: settable},
  'cmi.core.entry': {access: 'r'},
  'cmi.core.score.raw': {access: 'rw', type: score},
  'cmi.core.score.max': {access: 'rw', type: score, optional},
  'cmi.core.score.min': {access: 'rw', type: score, optional},
  'cmi.core.total_time': {access: 'r'},
  'cmi.core.lesson_mode': {access: 'r', optional},
  'cmi.core.exit': {access: 'w', type: vocabulary('time-out', 'suspend', 'logout', '')},
  'cmi.core.session_time': {access: 'w', type: timespan},
  'cmi.suspend_data': {access: 'rw', type: string4096},
  'cmi.launch_data': {access: 'r'},
  'cmi.comments': {access: 'rw', type: string4096, appends: true, optional},
  'cmi.comments_from_lms': {access: 'r', optional},
  'cmi.objectives.n.id': {access: 'rw', type: identifier, optional},
  'cmi.objectives.n.score.raw': {access: 'rw', type: score, optional},
  'cmi.objectives.n.score.max': {access: 'rw', type: score, optional},
  'cmi.objectives.n.score.min': {access: 'rw', type: score, optional},
  'cmi.objectives.n.status': {access: 'rw', type: objective, optional},
  'cmi.student_data.mastery_score': {access: 'r', optional},
  'cmi.student_data.max_time_allowed': {access: 'r', optional},
  'cmi.student_data.time_limit_action': {access: 'r', optional},
  'cmi.student_preference.audio': {access: 'rw', type: integerBetween(-1, 100), optional},
  'cmi.student_preference.language': {access: 'rw', type: string255, optional},
  'cmi.student_preference.speed': {access: 'rw', type: integerBetween(-100, 100), optional},
  'cmi.student_preference.text': {access: 'rw', type: integerBetween(-1, 1), optional},
  'cmi.interactions.n.id': {access: 'w', type: identifier, optional},
  'cmi.interactions.n.objectives.n.id': {access: 'w', type: identifier, optional},
  'cmi.interactions.n.time': {access: 'w', type: time, optional},
  'cmi.interactions.n.type': {access: 'w', type: vocabulary(...Object.keys(FEEDBACK)), optional},
  'cmi.interactions.n.correct_responses.n.pattern': {access: 'w', feedback: true, optional},
  'cmi.interactions.n.weighting': {access: 'w', type: weighting, optional},
  'cmi.interactions.n.student_response': {access: 'w', feedback: true, optional},
  'cmi.interactions.n.result': {access: 'w', type: result, optional},
  'cmi.interactions.n.latency': {access: 'w', type: timespan, optional},
};

/**
 * What has `_children` and what has `_count`: RTE 3.4, "Reserved Keywords" and the rows that list them.
 * @type {Record<string, {children?: string[], list?: boolean, optional?: boolean}>}
 */
export const GROUPS = {
  'cmi.core': {children: ['student_id', 'student_name', 'lesson_location', 'credit', 'lesson_status', 'entry', 'score', 'total_time', 'lesson_mode', 'exit', 'session_time']},
  'cmi.core.score': {children: ['raw', 'min', 'max']},
  'cmi.objectives': {children: ['id', 'score', 'status'], list: true, optional},
  'cmi.objectives.n.score': {children: ['raw', 'min', 'max'], optional},
  'cmi.student_data': {children: ['mastery_score', 'max_time_allowed', 'time_limit_action'], optional},
  'cmi.student_preference': {children: ['audio', 'language', 'speed', 'text'], optional},
  'cmi.interactions': {
    children: ['id', 'objectives', 'time', 'type', 'correct_responses', 'weighting', 'student_response', 'result', 'latency'], list: true, optional,
  },
  'cmi.interactions.n.objectives': {list: true, optional},
  'cmi.interactions.n.correct_responses': {list: true, optional},
};

/** The type that holds values of `element`; a response is held by the type of its interaction. @param {Element} element @param {string | undefined} interactionType */
export const typeOf = (element, interactionType) => (element.feedback ? feedbackOf(interactionType) : element.type ?? string255);
