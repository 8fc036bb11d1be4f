// What an LMS does between launches of a SCORM 1.2 SCO. In: a learner's record and the launch's settings. Out: the data model at launch,
// and what is kept at LMSFinish. Never fails.

/**
 * @typedef {import('./model12.js').Model} Model
 * @typedef {object} Settings
 * @property {string} student_id
 * @property {string} student_name
 * @property {'normal' | 'review' | 'browse' | ''} mode
 * @property {'credit' | 'no-credit'} credit
 * @property {string} launch_data
 * @property {string} mastery_score empty where there is none
 * @property {string} [comments_from_lms]
 * @property {string} [max_time_allowed]
 * @property {string} [time_limit_action]
 * @property {'suspend' | 'always'} [keep] which exit keeps suspend_data
 */

/** A CMITimespan in hundredths of a second. @param {string | undefined} text */
const hundredths = (text) => {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(text ?? '') ?? [];
  return Number(hours) * 360000 + Number(minutes) * 6000 + Math.round(Number(seconds) * 100);
};

/** Hundredths of a second as a CMITimespan. @param {number} total */
const timespan = (total) => {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const hours = String(Math.floor(total / 360000)).padStart(4, '0');
  return `${hours}:${two(Math.floor(total / 6000) % 60)}:${two(Math.floor(total / 100) % 60)}.${two(total % 100)}`;
};

/** RTE cmi.core.total_time: the LMS adds the session's time once, when the session is over. @param {Model} model @returns {Model} */
export const addTime = (model) => {
  const {'cmi.core.session_time': session, ...rest} = model;
  const total = hundredths(model['cmi.core.total_time']) + hundredths(session);
  return {...rest, 'cmi.core.total_time': timespan(total)};
};

/** RTE cmi.core.lesson_status, what the LMS makes of it at LMSFinish. @param {Model} model @returns {string} */
export const statusAtFinish = (model) => {
  const sent = model['cmi.core.lesson_status'] ?? 'not attempted';
  const mode = model['cmi.core.lesson_mode'] ?? '';
  // A review changes no status; a SCO that was browsed without a word of its own was browsed.
  if (mode === 'review') return sent;
  if (mode === 'browse') return sent === 'not attempted' ? 'browsed' : sent;
  const status = sent === 'not attempted' ? 'completed' : sent;
  const mastery = model['cmi.student_data.mastery_score'] ?? '';
  const raw = model['cmi.core.score.raw'] ?? '';
  const suspended = status === 'incomplete' && model['cmi.core.exit'] === 'suspend';
  // RTE cmi.student_data.mastery_score: for credit, with both numbers, the LMS decides between passed and failed.
  if (model['cmi.core.credit'] !== 'credit' || mastery === '' || raw === '' || suspended) return status;
  return Number(raw) >= Number(mastery) ? 'passed' : 'failed';
};

/** The record after LMSFinish. @param {Model} model @returns {Model} */
export const finish = (model) => addTime({...model, 'cmi.core.lesson_status': statusAtFinish(model)});

/** What belongs to one launch and is told anew at each. @param {Settings} settings @returns {Model} */
const told = (settings) => ({
  'cmi._version': '3.4',
  'cmi.core.student_id': settings.student_id,
  'cmi.core.student_name': settings.student_name,
  'cmi.core.lesson_mode': settings.mode,
  // RTE cmi.core.credit: what is reviewed or browsed is for no credit.
  'cmi.core.credit': settings.mode === 'review' || settings.mode === 'browse' ? 'no-credit' : settings.credit,
  'cmi.launch_data': settings.launch_data,
  'cmi.comments_from_lms': settings.comments_from_lms ?? '',
  'cmi.student_data.mastery_score': settings.mastery_score,
  'cmi.student_data.max_time_allowed': settings.max_time_allowed ?? '',
  'cmi.student_data.time_limit_action': settings.time_limit_action ?? '',
});

/**
 * The data model at launch.
 * @param {Model | null} kept what was kept last, if anything was
 * @param {boolean} finished whether the last session came to LMSFinish
 * @param {Settings} settings
 * @returns {Model}
 */
export const openSession = (kept, finished, settings) => {
  if (kept === null) {
    // RTE cmi.core.entry, lesson_status: the first time.
    return {'cmi.core.lesson_status': 'not attempted', 'cmi.core.entry': 'ab-initio', 'cmi.core.total_time': '0000:00:00.00', ...told(settings)};
  }
  const {'cmi.core.exit': exit = '', ...model} = finished ? kept : addTime(kept);
  const suspended = exit === 'suspend';
  // RTE cmi.core.exit, entry: only `suspend` brings `resume` and promises that suspend_data is still there.
  if (!suspended && settings.keep !== 'always') delete model['cmi.suspend_data'];
  return {...model, 'cmi.core.entry': suspended ? 'resume' : '', ...told(settings)};
};
