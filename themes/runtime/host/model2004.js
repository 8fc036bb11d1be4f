// The data model of one SCORM 2004 session: reading and setting elements. In: names and values from the content. Out: strings.
// Fails with `Refused`, which holds the error code. What is wrong is looked for from left to right in a name, then in the value, as ADL's own LMS does.

import {ELEMENTS, GROUPS} from './elements2004.js';
import {KINDS} from './responses2004.js';

/**
 * Element name to value.
 * @typedef {Record<string, string>} Model
 * @typedef {{model: Model, counts: Record<string, number>, mandatoryOnly: boolean}} Data
 * @typedef {{list: string, pattern: string, index: number}} Entry a place in a list
 * @typedef {import('./elements2004.js').Element} Element
 */

/** A call that the standard answers with an error code. */
export class Refused extends Error {
  /** @param {number} code */
  constructor(code) {
    super(String(code));
    this.code = String(code);
  }
}

/** @param {number} code @returns {never} */
export const refuse = (code) => {
  throw new Refused(code);
};

/** SN 5.6: whether an activity may be asked for; its name stands in the element's. */
const ASKED = /^adl\.nav\.request_valid\.(choice|jump)\.\{target=[^}]+\}$/;

/** An element's name with `n` for each index, and the records that it stands in. @param {string} name */
const parse = (name) => {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {string[]} */
  const pattern = [];
  const parts = name.split('.');
  for (const [at, part] of parts.entries()) {
    const index = /^(0|[1-9]\d{0,5})$/.test(part);
    if (index) entries.push({list: parts.slice(0, at).join('.'), pattern: pattern.join('.'), index: Number(part)});
    pattern.push(index ? 'n' : part);
  }
  return {pattern: pattern.join('.'), entries};
};

/** @param {Data} data @param {Entry[]} entries */
const count = ({counts}, entries) => {
  for (const {list, index} of entries) counts[list] = Math.max(counts[list] ?? 0, index + 1);
};

/** The data of a session that begins with `model`. @param {Model} model @param {boolean} mandatoryOnly @returns {Data} */
export const createData = (model, mandatoryOnly) => {
  const data = {model: {...model}, counts: {}, mandatoryOnly};
  for (const name of Object.keys(model)) count(data, parse(name).entries);
  return data;
};

/** What a table holds of a name: 401 where nothing, 402 where this LMS lacks it. @template {{optional?: boolean}} T @param {Data} data @param {T | undefined} row @returns {T} */
const known = (data, row) => {
  if (!row) return refuse(401);
  return data.mandatoryOnly && row.optional ? refuse(402) : row;
};

/** How many records a list may have; of patterns, by the type of their interaction. @param {Data} data @param {Entry} entry */
const most = ({model}, {list, pattern}) => {
  const kind = pattern.endsWith('.correct_responses') ? KINDS[model[list.replace(/correct_responses$/, 'type')]] : undefined;
  return kind?.most ?? GROUPS[pattern]?.most ?? 0;
};

/** RTE 3.1.7, 301: there is such a record. @param {Data} data @param {Entry[]} entries */
const inside = (data, entries) => {
  for (const {list, pattern, index} of entries) {
    known(data, GROUPS[pattern]);
    if (index >= (data.counts[list] ?? 0)) refuse(301);
  }
};

/** RTE 4.1, "Collections", 351: records are numbered from 0 without a gap, and no LMS has to keep more than so many. @param {Data} data @param {Entry} entry */
const next = (data, entry) => {
  known(data, GROUPS[entry.pattern]);
  const there = data.counts[entry.list] ?? 0;
  if (entry.index > there || entry.index >= most(data, entry)) refuse(351);
};

/** @param {string} name */
const keywordOf = (name) => {
  const [, owner, word] = /^(.+)\.(_children|_count|_version)$/.exec(name) ?? [];
  return name === 'cmi._version' ? {} : {owner, word};
};

/** RTE 4.1, "Reserved Keywords": a word that is asked of what does not have it is 301. @param {Data} data @param {string} owner @param {string} word */
const keyword = (data, owner, word) => {
  const {pattern, entries} = parse(owner);
  inside(data, entries);
  if (owner === 'cmi') return refuse(301);
  const group = GROUPS[pattern];
  known(data, group ?? ELEMENTS[pattern]);
  if (word === '_children') return group?.children?.join(',') ?? refuse(301);
  return word === '_count' && group?.most ? String(data.counts[owner] ?? 0) : refuse(301);
};

/** RTE 4.2.4, 4.2.22: with a threshold, or a passing score, the LMS says what the measure comes to. @param {Model} model @param {string} name */
const judged = (model, name) => {
  const judge = {
    'cmi.completion_status': ['cmi.completion_threshold', 'cmi.progress_measure', 'completed', 'incomplete'],
    'cmi.success_status': ['cmi.scaled_passing_score', 'cmi.score.scaled', 'passed', 'failed'],
  }[name];
  if (!judge || model[judge[0]] === undefined) return undefined;
  const [mark, measure, reached, missed] = [model[judge[0]], model[judge[1]], judge[2], judge[3]];
  if (measure === undefined) return 'unknown';
  return Number(measure) >= Number(mark) ? reached : missed;
};

/** The value of a status as the LMS has it. @param {Model} model @param {'cmi.completion_status' | 'cmi.success_status'} name */
export const statusOf = (model, name) => judged(model, name) ?? model[name] ?? 'unknown';

/** The value of an element. @param {Data} data @param {unknown} name @returns {string} */
export const get = (data, name) => {
  // RTE 3.1.7: no element was named.
  if (typeof name !== 'string' || name === '') return refuse(301);
  if (ASKED.test(name)) return data.mandatoryOnly ? refuse(402) : 'unknown';
  const {owner, word} = keywordOf(name);
  if (owner !== undefined && word !== undefined) return keyword(data, owner, word);
  const {pattern, entries} = parse(name);
  inside(data, entries);
  const {access, initial} = known(data, ELEMENTS[pattern]);
  if (access === 'w') return refuse(405);
  return judged(data.model, name) ?? data.model[name] ?? initial ?? refuse(403);
};

/** RTE 4.2.9, 4.2.17, 351: what is unique stands in no other record of its list, and the id of an objective stays. @param {Data} data @param {string} name @param {Entry[]} entries @param {string} value @param {boolean} once */
const alone = ({model, counts}, name, entries, value, once) => {
  if (once && model[name] !== undefined && model[name] !== value) refuse(351);
  const {list, index} = entries[entries.length - 1];
  const part = name.slice(`${list}.${index}`.length);
  for (let at = 0; at < (counts[list] ?? 0); at += 1) {
    if (at !== index && model[`${list}.${at}${part}`] === value) refuse(351);
  }
};

/** RTE 4.2.9: with another type what was said in the words of the first is gone. @param {Data} data @param {string} record */
const forget = ({model, counts}, record) => {
  const gone = Object.keys(model).filter((key) => key.startsWith(`${record}.correct_responses.`) || key === `${record}.learner_response`);
  for (const key of gone) delete model[key];
  delete counts[`${record}.correct_responses`];
};

/** RTE 3.1.7, 406 and 407: the value is of the element's type. @param {Data} data @param {Element} element @param {string} record @param {unknown} value */
const typed = (data, {type, feedback}, record, value) => {
  if (typeof value !== 'string') return refuse(406);
  const kind = KINDS[data.model[`${record}.type`]];
  const code = (feedback ? kind?.[feedback] : type)?.(value);
  return code ? refuse(code) : value;
};

/** Sets an element. @param {Data} data @param {unknown} name @param {unknown} value */
export const set = (data, name, value) => {
  // RTE 3.1.7: no element was named.
  if (typeof name !== 'string' || name === '') return refuse(351);
  const {pattern, entries} = parse(name);
  const {owner} = keywordOf(name);
  if (owner !== undefined && owner !== 'cmi') known(data, GROUPS[parse(owner).pattern] ?? ELEMENTS[parse(owner).pattern]);
  if (owner !== undefined || ASKED.test(name)) return refuse(404);
  const [outer, inner] = entries;
  if (outer) next(data, outer);
  const element = known(data, ELEMENTS[pattern]);
  const record = outer ? `${outer.list}.${outer.index}` : '';
  // RTE 3.1.7, 408: what it depends on has been set.
  if (element.needs && data.model[`${record}.${element.needs}`] === undefined) return refuse(408);
  if (inner) next(data, inner);
  if (element.access === 'r') return refuse(404);
  const taken = typed(data, element, record, value);
  if (element.once || element.unique || (element.feedback === 'pattern' && KINDS[data.model[`${record}.type`]].unique)) {
    alone(data, name, entries, taken, element.once ?? false);
  }
  if (pattern === 'cmi.interactions.n.type' && data.model[name] !== taken) forget(data, record);
  data.model[name] = taken;
  count(data, entries);
};
