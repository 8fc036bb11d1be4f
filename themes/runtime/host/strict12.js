// The LMS's side of SCORM 1.2, strict. In: the data of a launch and a store. Out: the object that content finds as `window.API`.
// Fails as the standard says: by answers and error codes, never by an exception.

import {ELEMENTS, GROUPS, typeOf} from './elements12.js';
import {finish} from './session12.js';

/**
 * Flat data model: element name to value.
 * @typedef {Record<string, string>} Model
 * @typedef {{answer: 'true' | 'false', error: string}} Stored
 * @typedef {{name: string, args: unknown[], answer: string, error: string}} Call
 * @typedef {object} Launch
 * @property {Model} model what the learner's record holds at launch, made by `openSession`
 * @property {(event: 'commit' | 'finish', model: Model) => Stored} store keeps the model; answers what the call shall answer
 * @property {(call: Call) => void} [heard] told of every call
 * @property {boolean} [mandatoryOnly] an LMS that has no optional element
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

class Refused extends Error {
  /** @param {number} code */
  constructor(code) {
    super(String(code));
    this.code = String(code);
  }
}

/** @param {number} code @returns {never} */
const refuse = (code) => {
  throw new Refused(code);
};

/** An element's name with `n` for each index, and the list records that it stands in. @param {string} name */
const parse = (name) => {
  const records = [];
  const pattern = [];
  const parts = name.split('.');
  for (const [at, part] of parts.entries()) {
    const index = /^(0|[1-9]\d{0,5})$/.test(part);
    if (index) records.push({list: parts.slice(0, at).join('.'), index: Number(part)});
    pattern.push(index ? 'n' : part);
  }
  return {pattern: pattern.join('.'), records};
};

/** How many records each list of `model` holds. @param {Model} model */
const countRecords = (model) => {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of Object.keys(model)) {
    for (const {list, index} of parse(name).records) counts[list] = Math.max(counts[list] ?? 0, index + 1);
  }
  return counts;
};

/** One session. @param {Launch} launch */
export const createApi = (launch) => {
  /** @type {'before' | 'running' | 'over'} */
  let phase = 'before';
  let error = '0';
  const model = {...launch.model};
  const counts = countRecords(model);

  const there = (/** @type {{optional?: boolean} | undefined} */ row) => row !== undefined && !(launch.mandatoryOnly && row.optional);

  // RTE 3.4, "Handling Lists": records are numbered from 0 without a gap; only the next one may be new.
  const checkIndex = (/** @type {{list: string, index: number}[]} */ records, /** @type {boolean} */ mayAdd) => {
    records.forEach(({list, index}, depth) => {
      const newest = counts[list] ?? 0;
      const outer = depth > 0 && records[depth - 1];
      if (outer && outer.index >= (counts[outer.list] ?? 0)) refuse(201);
      if (index > newest || (index === newest && !mayAdd)) refuse(201);
    });
  };

  // RTE 3.4, "Reserved Keywords": `_children` of what has none is 202, `_count` of what is no list 203.
  const keyword = (/** @type {string} */ owner, /** @type {string} */ word) => {
    const {pattern, records} = parse(owner);
    const group = GROUPS[pattern];
    if (!group && !ELEMENTS[pattern]) refuse(401);
    if (!there(group ?? ELEMENTS[pattern])) refuse(401);
    if (word === '_children' && !group?.children) refuse(202);
    if (word === '_count' && !group?.list) refuse(203);
    checkIndex(records, false);
    if (word === '_count') return String(counts[owner] ?? 0);
    const children = group?.children ?? [];
    return children.filter((child) => !launch.mandatoryOnly || !ELEMENTS[`${pattern}.${child}`]?.optional).join(',');
  };

  const split = (/** @type {unknown} */ name) => {
    // RTE 3.3, LMSGetValue: the argument names an element; anything else is an invalid argument.
    if (typeof name !== 'string' || !name.startsWith('cmi.')) return refuse(201);
    const [, owner, word] = /^(.*)\.(_children|_count)$/.exec(name) ?? [];
    return {name, owner, word};
  };

  const get = (/** @type {unknown} */ argument) => {
    const {name, owner, word} = split(argument);
    if (owner !== undefined && word !== undefined) return keyword(owner, word);
    const {pattern, records} = parse(name);
    const element = ELEMENTS[pattern];
    if (!element || !there(element)) return refuse(401);
    if (element.access === 'w') return refuse(404);
    checkIndex(records, false);
    return model[name] ?? '';
  };

  const set = (/** @type {unknown} */ argument, /** @type {unknown} */ value) => {
    const {name, word} = split(argument);
    if (word !== undefined || name === 'cmi._version') return refuse(402);
    const {pattern, records} = parse(name);
    const element = ELEMENTS[pattern];
    if (!element || !there(element)) return refuse(401);
    if (element.access === 'r') return refuse(403);
    checkIndex(records, true);
    // RTE 3.3, LMSSetValue: values are strings.
    if (typeof value !== 'string') return refuse(405);
    const whole = element.appends ? (model[name] ?? '') + value : value;
    const interaction = records[0] ? `${records[0].list}.${records[0].index}.type` : '';
    if (!typeOf(element, model[interaction])(whole)) return refuse(405);
    model[name] = whole;
    for (const {list, index} of records) counts[list] = Math.max(counts[list] ?? 0, index + 1);
    return 'true';
  };

  const empty = (/** @type {unknown[]} */ args) => {
    // RTE 3.3: LMSInitialize, LMSFinish and LMSCommit take one argument, the empty string.
    if (args.length !== 1 || args[0] !== '') refuse(201);
  };
  const running = () => {
    if (phase !== 'running') refuse(301);
  };
  const keep = (/** @type {'commit' | 'finish'} */ event, /** @type {Model} */ kept) => {
    const {answer, error: code} = launch.store(event, kept);
    error = code;
    return answer;
  };

  /** Runs a call, sets the last error, tells who listens. @param {string} name @param {unknown[]} args @param {string} failed @param {() => string} work */
  const call = (name, args, failed, work) => {
    let answer = failed;
    error = '0';
    try {
      answer = work();
    } catch (problem) {
      error = problem instanceof Refused ? problem.code : '101';
    }
    launch.heard?.({name, args, answer, error});
    return answer;
  };
  /** RTE 3.3: the three support calls leave the last error as it is. @param {string} name @param {unknown[]} args @param {string} answer */
  const support = (name, args, answer) => {
    launch.heard?.({name, args, answer, error});
    return answer;
  };

  return {
    /** @param {...unknown} args */
    LMSInitialize: (...args) => call('LMSInitialize', args, 'false', () => {
      // RTE 3.3, LMSInitialize: once in a session, and no way back after LMSFinish.
      if (phase !== 'before') refuse(101);
      empty(args);
      phase = 'running';
      return 'true';
    }),
    /** @param {...unknown} args */
    LMSFinish: (...args) => call('LMSFinish', args, 'false', () => {
      running();
      empty(args);
      const answer = keep('finish', finish(model));
      // A session whose end was not kept may be ended again.
      if (answer === 'true') phase = 'over';
      return answer;
    }),
    /** @param {...unknown} args */
    LMSGetValue: (...args) => call('LMSGetValue', args, '', () => {
      running();
      if (args.length !== 1) refuse(201);
      return get(args[0]);
    }),
    /** @param {...unknown} args */
    LMSSetValue: (...args) => call('LMSSetValue', args, 'false', () => {
      running();
      if (args.length !== 2) refuse(201);
      return set(args[0], args[1]);
    }),
    /** @param {...unknown} args */
    LMSCommit: (...args) => call('LMSCommit', args, 'false', () => {
      running();
      empty(args);
      return keep('commit', {...model});
    }),
    /** @param {...unknown} args */
    LMSGetLastError: (...args) => support('LMSGetLastError', args, error),
    /** @param {...unknown} args */
    LMSGetErrorString: (...args) => support('LMSGetErrorString', args, ERRORS[String(args[0])] ?? ''),
    /** @param {...unknown} args */
    LMSGetDiagnostic: (...args) => support('LMSGetDiagnostic', args, ERRORS[args[0] === '' || args[0] === undefined ? error : String(args[0])] ?? ''),
    /** The data model as it is now, for the panel: no part of the standard's API. */
    peek: () => ({...model}),
  };
};
