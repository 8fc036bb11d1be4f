// The data model of SCORM 2004, as a table: SCORM 2004 RTE 4.2, one row for each element of its data model section, and SN 5.6 for navigation.
// In: nothing. Out: ELEMENTS, GROUPS. `n` stands for an index.

import {INTERACTIONS, result} from './responses2004.js';
import {interval, language, localized, longIdentifier, real, text, time, words} from './types2004.js';

/**
 * An element: `access` is `rw` both, `r` read only (setting: 404), `w` write only (reading: 405). `initial` is what it is before anybody set it;
 * without one, reading it is 403. `needs` has to be set before it in the same record (408). `once`: an id that stays as it is, and that no other
 * record of its list has (351). `unique`: the latter alone. `feedback`: by the type of its interaction. `optional`: one that some LMSs do not have (402).
 * @typedef {{access: 'r' | 'w' | 'rw', type?: import('./types2004.js').Type, initial?: string, needs?: string, once?: boolean, unique?: boolean, feedback?: 'response' | 'pattern', optional?: boolean}} Element
 */

const optional = true;
const completion = words('completed', 'incomplete', 'not attempted', 'unknown');
const success = words('passed', 'failed', 'unknown');
const share = real(-1, 1);

/** @type {Record<string, Element>} */
export const ELEMENTS = {
  'cmi._version': {access: 'r', initial: '1.0'},
  'cmi.comments_from_learner.n.comment': {access: 'rw', type: localized(4000), optional},
  'cmi.comments_from_learner.n.location': {access: 'rw', type: text(250), optional},
  'cmi.comments_from_learner.n.timestamp': {access: 'rw', type: time, optional},
  'cmi.comments_from_lms.n.comment': {access: 'r', optional},
  'cmi.comments_from_lms.n.location': {access: 'r', optional},
  'cmi.comments_from_lms.n.timestamp': {access: 'r', optional},
  'cmi.completion_status': {access: 'rw', type: completion, initial: 'unknown'},
  'cmi.completion_threshold': {access: 'r'},
  'cmi.credit': {access: 'r', initial: 'credit'},
  'cmi.entry': {access: 'r', initial: 'ab-initio'},
  'cmi.exit': {access: 'w', type: words('time-out', 'suspend', 'logout', 'normal', '')},
  'cmi.interactions.n.id': {access: 'rw', type: longIdentifier, optional},
  'cmi.interactions.n.type': {access: 'rw', type: words(...INTERACTIONS), needs: 'id', optional},
  'cmi.interactions.n.objectives.n.id': {access: 'rw', type: longIdentifier, needs: 'id', unique: true, optional},
  'cmi.interactions.n.timestamp': {access: 'rw', type: time, needs: 'id', optional},
  'cmi.interactions.n.correct_responses.n.pattern': {access: 'rw', feedback: 'pattern', needs: 'type', optional},
  'cmi.interactions.n.weighting': {access: 'rw', type: real(), needs: 'id', optional},
  'cmi.interactions.n.learner_response': {access: 'rw', feedback: 'response', needs: 'type', optional},
  'cmi.interactions.n.result': {access: 'rw', type: result, needs: 'id', optional},
  'cmi.interactions.n.latency': {access: 'rw', type: interval, needs: 'id', optional},
  'cmi.interactions.n.description': {access: 'rw', type: localized(250), needs: 'id', optional},
  'cmi.launch_data': {access: 'r'},
  'cmi.learner_id': {access: 'r'},
  'cmi.learner_name': {access: 'r'},
  'cmi.learner_preference.audio_level': {access: 'rw', type: real(0), initial: '1', optional},
  'cmi.learner_preference.language': {access: 'rw', type: language, initial: '', optional},
  'cmi.learner_preference.delivery_speed': {access: 'rw', type: real(0), initial: '1', optional},
  'cmi.learner_preference.audio_captioning': {access: 'rw', type: words('-1', '0', '1'), initial: '0', optional},
  'cmi.location': {access: 'rw', type: text(1000)},
  'cmi.max_time_allowed': {access: 'r'},
  'cmi.mode': {access: 'r', initial: 'normal'},
  'cmi.objectives.n.id': {access: 'rw', type: longIdentifier, once: true, optional},
  'cmi.objectives.n.score.scaled': {access: 'rw', type: share, needs: 'id', optional},
  'cmi.objectives.n.score.raw': {access: 'rw', type: real(), needs: 'id', optional},
  'cmi.objectives.n.score.min': {access: 'rw', type: real(), needs: 'id', optional},
  'cmi.objectives.n.score.max': {access: 'rw', type: real(), needs: 'id', optional},
  'cmi.objectives.n.success_status': {access: 'rw', type: success, initial: 'unknown', needs: 'id', optional},
  'cmi.objectives.n.completion_status': {access: 'rw', type: completion, initial: 'unknown', needs: 'id', optional},
  'cmi.objectives.n.progress_measure': {access: 'rw', type: real(0, 1), needs: 'id', optional},
  'cmi.objectives.n.description': {access: 'rw', type: localized(250), needs: 'id', optional},
  'cmi.progress_measure': {access: 'rw', type: real(0, 1)},
  'cmi.scaled_passing_score': {access: 'r'},
  'cmi.score.scaled': {access: 'rw', type: share},
  'cmi.score.raw': {access: 'rw', type: real()},
  'cmi.score.min': {access: 'rw', type: real()},
  'cmi.score.max': {access: 'rw', type: real()},
  'cmi.session_time': {access: 'w', type: interval},
  'cmi.success_status': {access: 'rw', type: success, initial: 'unknown'},
  'cmi.suspend_data': {access: 'rw', type: text(64000)},
  'cmi.time_limit_action': {access: 'r', initial: 'continue,no message'},
  'cmi.total_time': {access: 'r', initial: 'PT0H0M0S'},
  // LMS: `_none_`, which SN 5.6 has, is refused.
  'adl.nav.request': {
    access: 'rw', initial: '_none_', optional,
    type: (value) => (/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|\{target=[^}]+\}(choice|jump))$/.test(value) ? 0 : 406),
  },
  'adl.nav.request_valid.continue': {access: 'r', initial: 'unknown', optional},
  'adl.nav.request_valid.previous': {access: 'r', initial: 'unknown', optional},
};

/**
 * What has `_children`, and what has `_count` and how many records there may be: RTE 4.1, "Reserved Keywords", and the rows that list them.
 * @type {Record<string, {children?: string[], most?: number, optional?: boolean}>}
 */
export const GROUPS = {
  'cmi.comments_from_learner': {children: ['comment', 'location', 'timestamp'], most: 250, optional},
  'cmi.comments_from_lms': {children: ['comment', 'location', 'timestamp'], most: 100, optional},
  'cmi.interactions': {
    children: ['id', 'type', 'objectives', 'timestamp', 'correct_responses', 'weighting', 'learner_response', 'result', 'latency', 'description'], most: 250, optional,
  },
  'cmi.interactions.n.objectives': {most: 10, optional},
  'cmi.interactions.n.correct_responses': {most: 10, optional},
  'cmi.learner_preference': {children: ['audio_level', 'language', 'delivery_speed', 'audio_captioning'], optional},
  'cmi.objectives': {children: ['id', 'score', 'success_status', 'completion_status', 'progress_measure', 'description'], most: 100, optional},
  'cmi.objectives.n.score': {children: ['scaled', 'raw', 'min', 'max'], optional},
  'cmi.score': {children: ['scaled', 'raw', 'min', 'max']},
};
