// The LMS's side of SCORM 2004, strict. In: the data of a launch and a store. Out: the object that content finds as `window.API_1484_11`.
// Fails as the standard says: by answers and error codes, never by an exception.

import {Refused, createData, get, refuse, set} from './model2004.js';
import {finish} from './session2004.js';

/**
 * @typedef {import('./model2004.js').Model} Model
 * @typedef {import('./strict12.js').Stored} Stored
 * @typedef {import('./strict12.js').Call} Call
 * @typedef {object} Launch
 * @property {Model} model what the learner's record holds at launch, made by `openSession`
 * @property {import('./session2004.js').Activity | null} [activity] what the manifest says of it
 * @property {(event: 'commit' | 'finish', model: Model) => Stored} store keeps the model; answers whether it did
 * @property {(call: Call) => void} [heard] told of every call
 * @property {boolean} [mandatoryOnly] an LMS that has none of what LMSs leave out
 * @typedef {{phase: 'before' | 'running' | 'over', error: string, data: import('./model2004.js').Data, kept: Model, launch: Launch}} Session
 */

/** What each error code means: SCORM 2004 RTE 3.1.7. @type {Record<string, string>} */
export const ERRORS = {
  0: 'No error',
  101: 'General exception',
  102: 'General initialization failure',
  103: 'Already initialized',
  104: 'Content instance terminated',
  111: 'General termination failure',
  112: 'Termination before initialization',
  113: 'Termination after termination',
  122: 'Retrieve data before initialization',
  123: 'Retrieve data after termination',
  132: 'Store data before initialization',
  133: 'Store data after termination',
  142: 'Commit before initialization',
  143: 'Commit after termination',
  201: 'General argument error',
  301: 'General get failure',
  351: 'General set failure',
  391: 'General commit failure',
  401: 'Undefined data model element',
  402: 'Unimplemented data model element',
  403: 'Data model element value not initialized',
  404: 'Data model element is read only',
  405: 'Data model element is write only',
  406: 'Data model element type mismatch',
  407: 'Data model element value out of range',
  408: 'Data model dependency not established',
};

/** RTE 3.1.3, 3.1.5: Initialize, Terminate and Commit take one argument, the empty string. @param {unknown[]} args */
const empty = (args) => {
  if (args.length !== 1 || args[0] !== '') refuse(201);
};

/** RTE 3.1.2: a call that the state of the session does not allow. @param {Session} session @param {number} before @param {number} after its error codes */
const running = ({phase}, before, after) => {
  if (phase === 'over') refuse(after);
  if (phase === 'before') refuse(before);
};

/** @param {Session} session @param {'commit' | 'finish'} event @param {Model} model @param {string} failure the error code where the model was not kept */
const keep = (session, event, model, failure) => {
  const {answer, error} = session.launch.store(event, model);
  if (error === '0') session.kept = model;
  else session.error = failure;
  return answer;
};

/** What the five calls do; what is thrown becomes the last error. @type {Record<string, {failed: string, work: (session: Session, args: unknown[]) => string}>} */
const CALLS = {
  // RTE 3.1.3.1: once for a launch. ADL's LMS asks for the argument before it asks whether it is the first.
  Initialize: {failed: 'false', work: (session, args) => {
    if (session.phase === 'over') refuse(104);
    empty(args);
    if (session.phase === 'running') refuse(103);
    session.phase = 'running';
    return 'true';
  }},
  // RTE 3.1.3.2: ends the session and stores what was set; one whose end was not kept may be ended again.
  Terminate: {failed: 'false', work: (session, args) => {
    running(session, 112, 113);
    empty(args);
    // SN 5.6: an attempt that is abandoned keeps nothing that was not committed.
    const abandoned = /^abandon/.test(session.data.model['adl.nav.request'] ?? '');
    const model = abandoned ? session.kept : finish(session.data.model, session.launch.activity ?? null);
    const answer = keep(session, 'finish', model, '111');
    if (answer === 'true') session.phase = 'over';
    return answer;
  }},
  GetValue: {failed: '', work: (session, args) => {
    running(session, 122, 123);
    return args.length === 1 ? get(session.data, args[0]) : refuse(201);
  }},
  SetValue: {failed: 'false', work: (session, args) => {
    running(session, 132, 133);
    if (args.length !== 2) refuse(201);
    set(session.data, args[0], args[1]);
    return 'true';
  }},
  // RTE 3.1.4.3. ADL's LMS asks for the argument before it asks whether there is a session.
  Commit: {failed: 'false', work: (session, args) => {
    if (session.phase === 'over') refuse(143);
    empty(args);
    running(session, 142, 143);
    return keep(session, 'commit', {...session.data.model}, '391');
  }},
};

/** What the three support calls say; they leave the last error as it is: RTE 3.1.6. @type {Record<string, (session: Session, args: unknown[]) => string>} */
const SUPPORT = {
  GetLastError: ({error}) => error,
  GetErrorString: (_, [code]) => ERRORS[String(code)] ?? '',
  GetDiagnostic: ({error}, [code]) => ERRORS[code === '' || code === undefined ? error : String(code)] ?? '',
};

/** Runs a call and tells who listens. @param {Session} session @param {string} name @param {unknown[]} args */
const run = (session, name, args) => {
  const call = CALLS[name];
  let answer = '';
  if (call) {
    session.error = '0';
    try {
      answer = call.work(session, args);
    } catch (problem) {
      answer = call.failed;
      session.error = problem instanceof Refused ? problem.code : '101';
    }
  } else {
    answer = SUPPORT[name](session, args);
  }
  session.launch.heard?.({name, args, answer, error: session.error});
  return answer;
};

/** One session. @param {Launch} launch */
export const createApi = (launch) => {
  /** @type {Session} */
  const session = {phase: 'before', error: '0', data: createData(launch.model, launch.mandatoryOnly ?? false), kept: launch.model, launch};
  const call = (/** @type {string} */ name) => (/** @type {unknown[]} */ ...args) => run(session, name, args);
  return {
    // RTE 3.1: an attribute beside the calls.
    version: '1.0',
    Initialize: call('Initialize'),
    Terminate: call('Terminate'),
    GetValue: call('GetValue'),
    SetValue: call('SetValue'),
    Commit: call('Commit'),
    GetLastError: call('GetLastError'),
    GetErrorString: call('GetErrorString'),
    GetDiagnostic: call('GetDiagnostic'),
    /** The data model as it is now, for the panel: no part of the standard's API. */
    peek: () => ({...session.data.model}),
  };
};
