// The LMS's side of SCORM 1.2, strict. In: the data of a launch and a store. Out: the object that content finds as `window.API`.
// Fails as the standard says: by answers and error codes, never by an exception.

import {Refused, createData, get, refuse, set} from './model12.js';
import {finish} from './session12.js';

/**
 * @typedef {import('./model12.js').Model} Model
 * @typedef {{answer: 'true' | 'false', error: string}} Stored
 * @typedef {{name: string, args: unknown[], answer: string, error: string}} Call
 * @typedef {object} Launch
 * @property {Model} model what the learner's record holds at launch, made by `openSession`
 * @property {(event: 'commit' | 'finish', model: Model) => Stored} store keeps the model; answers what the call shall answer
 * @property {(call: Call) => void} [heard] told of every call
 * @property {boolean} [mandatoryOnly] an LMS that has no optional element
 * @typedef {{phase: 'before' | 'running' | 'over', error: string, data: import('./model12.js').Data, launch: Launch}} Session
 */

/** What each error code means: SCORM 1.2 RTE 3.3, "Error Codes". @type {Record<string, string>} */
export const ERRORS = {
  0: 'No error',
  101: 'General exception',
  201: 'Invalid argument error',
  202: 'Element cannot have children',
  203: 'Element not an array. Cannot have count',
  301: 'Not initialized',
  401: 'Not implemented error',
  402: 'Invalid set value, element is a keyword',
  403: 'Element is read only',
  404: 'Element is write only',
  405: 'Incorrect data type',
};

/** RTE 3.3: LMSInitialize, LMSFinish and LMSCommit take one argument, the empty string. @param {unknown[]} args */
const empty = (args) => {
  if (args.length !== 1 || args[0] !== '') refuse(201);
};

/** RTE 3.3: all but LMSInitialize and the support calls need a session that runs. @param {Session} session */
const running = ({phase}) => {
  if (phase !== 'running') refuse(301);
};

/** @param {Session} session @param {'commit' | 'finish'} event @param {Model} model */
const keep = (session, event, model) => {
  const {answer, error} = session.launch.store(event, model);
  session.error = error;
  return answer;
};

/** What the five calls do; what is thrown becomes the last error. @type {Record<string, {failed: string, work: (session: Session, args: unknown[]) => string}>} */
const CALLS = {
  // RTE 3.3, LMSInitialize: once in a session, and no way back after LMSFinish.
  LMSInitialize: {failed: 'false', work: (session, args) => {
    if (session.phase !== 'before') refuse(101);
    empty(args);
    session.phase = 'running';
    return 'true';
  }},
  // RTE 3.3, LMSFinish: ends the session; one whose end was not kept may be ended again.
  LMSFinish: {failed: 'false', work: (session, args) => {
    running(session);
    empty(args);
    const answer = keep(session, 'finish', finish(session.data.model));
    if (answer === 'true') session.phase = 'over';
    return answer;
  }},
  LMSGetValue: {failed: '', work: (session, args) => {
    running(session);
    return args.length === 1 ? get(session.data, args[0]) : refuse(201);
  }},
  LMSSetValue: {failed: 'false', work: (session, args) => {
    running(session);
    if (args.length !== 2) refuse(201);
    set(session.data, args[0], args[1]);
    return 'true';
  }},
  LMSCommit: {failed: 'false', work: (session, args) => {
    running(session);
    empty(args);
    return keep(session, 'commit', {...session.data.model});
  }},
};

/** What the three support calls say; they leave the last error as it is: RTE 3.3. @type {Record<string, (session: Session, args: unknown[]) => string>} */
const SUPPORT = {
  LMSGetLastError: ({error}) => error,
  LMSGetErrorString: (_, [code]) => ERRORS[String(code)] ?? '',
  LMSGetDiagnostic: ({error}, [code]) => ERRORS[code === '' || code === undefined ? error : String(code)] ?? '',
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
  const session = {phase: 'before', error: '0', data: createData(launch.model, launch.mandatoryOnly ?? false), launch};
  const call = (/** @type {string} */ name) => (/** @type {unknown[]} */ ...args) => run(session, name, args);
  return {
    LMSInitialize: call('LMSInitialize'),
    LMSFinish: call('LMSFinish'),
    LMSGetValue: call('LMSGetValue'),
    LMSSetValue: call('LMSSetValue'),
    LMSCommit: call('LMSCommit'),
    LMSGetLastError: call('LMSGetLastError'),
    LMSGetErrorString: call('LMSGetErrorString'),
    LMSGetDiagnostic: call('LMSGetDiagnostic'),
    /** The data model as it is now, for the panel: no part of the standard's API. */
    peek: () => ({...session.data.model}),
  };
};
