// What an LMS does between launches of a SCORM 2004 SCO. In: a learner's record, the launch's settings, and what the manifest says of the activity.
// Out: the data model at launch, and what is kept at Terminate. Never fails.

import {statusOf} from './model2004.js';
import {hundredths, intervalOf} from './types2004.js';

/**
 * What the manifest says of the activity that is launched, and what other activities have told it. SCORM 2004 CAM 5.1, RTE 4.2.
 * @typedef {object} Activity
 * @property {string | null} passing minNormalizedMeasure, where the measure decides on success
 * @property {string | null} threshold of completion
 * @property {string | null} launch_data
 * @property {boolean} completion_by_content
 * @property {boolean} objective_by_content
 * @property {{id: string, satisfied: boolean | null, measure: string | null}[]} objectives in the manifest's order, with what is known of each
 * @typedef {import('./session12.js').Settings & {activity: Activity | null}} Settings
 * @typedef {import('./model2004.js').Model} Model
 */

/** RTE 4.2.25: the LMS adds the session's time once, when the session is over. @param {Model} model @returns {Model} */
const addTime = ({'cmi.session_time': session, ...model}) =>
  ({...model, 'cmi.total_time': intervalOf(hundredths(model['cmi.total_time']) + hundredths(session))});

/** The record after Terminate. @param {Model} model @param {Activity | null} activity @returns {Model} */
export const finish = (model, activity) => {
  const ended = addTime(model);
  ended['cmi.completion_status'] = statusOf(model, 'cmi.completion_status');
  ended['cmi.success_status'] = statusOf(model, 'cmi.success_status');
  // SN 5.6: what asks the LMS to suspend all suspends this one.
  if (model['adl.nav.request'] === 'suspendAll') ended['cmi.exit'] = 'suspend';
  if (!activity || model['cmi.mode'] === 'review' || model['cmi.mode'] === 'browse' || ended['cmi.exit'] === 'suspend') return ended;
  // SN 3.13 and End Attempt Process (UP.4): where the content is not to say it, an attempt that ends without a word is complete, and satisfied.
  if (!activity.completion_by_content && ended['cmi.completion_status'] === 'unknown') ended['cmi.completion_status'] = 'completed';
  if (!activity.objective_by_content && ended['cmi.success_status'] === 'unknown') ended['cmi.success_status'] = 'passed';
  return ended;
};

/** What belongs to one launch and is told anew at each. @param {Settings} settings @returns {Model} */
const told = ({student_id, student_name, mode, credit, launch_data, activity}) => {
  /** @type {Record<string, string | null | undefined>} */
  const all = {
    'cmi.learner_id': student_id,
    'cmi.learner_name': student_name,
    'cmi.mode': mode,
    // RTE 4.2.6: what is reviewed or browsed is for no credit.
    'cmi.credit': mode === 'review' || mode === 'browse' ? 'no-credit' : credit,
    'cmi.launch_data': activity?.launch_data ?? (launch_data || null),
    'cmi.scaled_passing_score': activity?.passing,
    'cmi.completion_threshold': activity?.threshold,
  };
  return /** @type {Model} */ (Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined)));
};

/** RTE 4.2.17: the objectives of the manifest are there, with what other activities have come to in them. @param {Model} model @param {Activity | null} activity @returns {Model} */
const withObjectives = (model, activity) => {
  const all = {...model};
  const places = Object.entries(model).flatMap(([name, value]) => (/^cmi\.objectives\.\d+\.id$/.test(name) ? [[value, name.slice(0, -3)]] : []));
  const known = Object.fromEntries(places);
  let free = places.length;
  for (const {id, satisfied, measure} of activity?.objectives ?? []) {
    const at = known[id] ?? `cmi.objectives.${free++}`;
    all[`${at}.id`] = id;
    if (satisfied !== null) all[`${at}.success_status`] = satisfied ? 'passed' : 'failed';
    if (measure !== null) all[`${at}.score.scaled`] = measure;
  }
  return all;
};

/**
 * The data model at launch.
 * @param {Model | null} kept what was kept last, if anything was
 * @param {boolean} finished whether the last session came to Terminate
 * @param {Settings} settings
 * @returns {Model}
 */
export const openSession = (kept, finished, settings) => {
  const suspended = kept?.['cmi.exit'] === 'suspend';
  // RTE 4.2.7, 4.2.8: only `suspend` leads back into the attempt; after any other exit the next one has nothing of it.
  if (!kept || (!suspended && settings.keep !== 'always')) {
    return withObjectives({'cmi.entry': 'ab-initio', ...told(settings)}, settings.activity);
  }
  const {'cmi.exit': _, 'adl.nav.request': __, ...model} = finished ? kept : addTime(kept);
  return withObjectives({...model, 'cmi.entry': suspended ? 'resume' : '', ...told(settings)}, settings.activity);
};
