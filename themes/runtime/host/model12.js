// The data model of one SCORM 1.2 session: reading and setting elements. In: names and values from the content. Out: strings.
// Fails with `Refused`, which holds the error code.

import {ELEMENTS, GROUPS, typeOf} from './elements12.js';

/**
 * Element name to value.
 * @typedef {Record<string, string>} Model
 * @typedef {{model: Model, counts: Record<string, number>, mandatoryOnly: boolean}} Data
 * @typedef {{list: string, index: number}} Entry a place in a list
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

/** An element's name with `n` for each index, and the list entries that it stands in. @param {string} name */
const parse = (name) => {
  /** @type {Entry[]} */
  const entries = [];
  const pattern = [];
  const parts = name.split('.');
  for (const [at, part] of parts.entries()) {
    const index = /^(0|[1-9]\d{0,5})$/.test(part);
    if (index) entries.push({list: parts.slice(0, at).join('.'), index: Number(part)});
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

/** What a table holds of `pattern`, if this LMS has it. @template {{optional?: boolean}} T @param {Data} data @param {T | undefined} row @returns {T} */
const known = (data, row) => (row && !(data.mandatoryOnly && row.optional) ? row : refuse(401));

/** RTE 3.4, "Handling Lists": entries are numbered from 0 without a gap; only the next one may be new. @param {Data} data @param {Entry[]} entries @param {boolean} mayAdd */
const checkIndex = ({counts}, entries, mayAdd) => {
  entries.forEach(({list, index}, depth) => {
    const next = counts[list] ?? 0;
    const outer = entries[depth - 1];
    if (outer && outer.index >= (counts[outer.list] ?? 0)) refuse(201);
    if (index > next || (index === next && !mayAdd)) refuse(201);
  });
};

/** RTE 3.3, LMSGetValue, LMSSetValue: the argument names an element; anything else is an invalid argument. @param {unknown} name */
const split = (name) => {
  if (typeof name !== 'string' || !name.startsWith('cmi.')) return refuse(201);
  const [, owner, word] = /^(.*)\.(_children|_count)$/.exec(name) ?? [];
  return {name, owner, word};
};

/** RTE 3.4, "Reserved Keywords": `_children` of what has none is 202, `_count` of what is no list 203. @param {Data} data @param {string} owner @param {string} word */
const keyword = (data, owner, word) => {
  const {pattern, entries} = parse(owner);
  const group = GROUPS[pattern];
  known(data, group ?? ELEMENTS[pattern]);
  if (word === '_children' && !group?.children) refuse(202);
  if (word === '_count' && !group?.list) refuse(203);
  checkIndex(data, entries, false);
  if (word === '_count') return String(data.counts[owner] ?? 0);
  const children = group?.children ?? [];
  return children.filter((child) => !data.mandatoryOnly || !ELEMENTS[`${pattern}.${child}`]?.optional).join(',');
};

/** The value of an element, empty where it has none. @param {Data} data @param {unknown} argument @returns {string} */
export const get = (data, argument) => {
  const {name, owner, word} = split(argument);
  if (owner !== undefined && word !== undefined) return keyword(data, owner, word);
  const {pattern, entries} = parse(name);
  if (known(data, ELEMENTS[pattern]).access === 'w') return refuse(404);
  checkIndex(data, entries, false);
  return data.model[name] ?? '';
};

/** Sets an element. @param {Data} data @param {unknown} argument @param {unknown} value */
export const set = (data, argument, value) => {
  const {name, word} = split(argument);
  if (word !== undefined || name === 'cmi._version') return refuse(402);
  const {pattern, entries} = parse(name);
  const element = known(data, ELEMENTS[pattern]);
  if (element.access === 'r') return refuse(403);
  checkIndex(data, entries, true);
  // RTE 3.3, LMSSetValue: values are strings.
  if (typeof value !== 'string') return refuse(405);
  const whole = element.appends ? (data.model[name] ?? '') + value : value;
  const type = entries[0] ? data.model[`${entries[0].list}.${entries[0].index}.type`] : undefined;
  if (!typeOf(element, type)(whole)) return refuse(405);
  data.model[name] = whole;
  count(data, entries);
};
