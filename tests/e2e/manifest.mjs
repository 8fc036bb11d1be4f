// The activity tree of a SCORM 2004 package, read as an LMS reads it: from imsmanifest.xml, and from nothing else of ours.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{name: string, said: Record<string, string>, children: Element[], text: string}} Element */
/** @typedef {{condition: string, operator?: string, referencedObjective?: string}} Condition */
/** @typedef {{targetObjectiveID: string, readSatisfiedStatus: boolean, readNormalizedMeasure: boolean, writeSatisfiedStatus: boolean, writeNormalizedMeasure: boolean}} MapInfo */
/** @typedef {{id: string, byMeasure: boolean, mark: number, maps: MapInfo[]}} Objective */
/** @typedef {{set: string, combination: string, conditions: Condition[], action: string}} RollupRule */
/** @typedef {{combination: string, conditions: Condition[], action: string}} Rule */
/**
 * @typedef {object} Activity
 * @property {string} id
 * @property {Activity[]} children
 * @property {{choice: boolean, flow: boolean}} control
 * @property {Rule[]} before pre-condition rules
 * @property {{satisfied: boolean, completion: boolean, weight: number, rules: RollupRule[]}} rollup
 * @property {Objective} primary
 * @property {Objective[]} objectives
 * @property {{tracked: boolean, completionByContent: boolean, objectiveByContent: boolean}} delivery
 */

/** The element that a text is. @param {string} xml @returns {Element} */
function parse(xml) {
  /** @type {Element} */
  const root = { name: "", said: {}, children: [], text: "" };
  const open = [root];
  for (const [, close, name, attributes, empty, text] of xml.replace(/<[?!][^>]*>/g, "").matchAll(/<(\/?)([\w:.-]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/g)) {
    const at = open[open.length - 1];
    if (text !== undefined) at.text += text.trim();
    else if (close) open.pop();
    else {
      const said = Object.fromEntries([...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
      const element = { name: name.replace(/^.*:/, ""), said, children: [], text: "" };
      at.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return root.children[0];
}

/** @param {Element | undefined} element @param {...string} path names, each of a child of the one before */
const all = (element, ...path) => path.reduce((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)), element ? [element] : []);
/** @param {Element | undefined} element @param {string} name @param {boolean} usual as the schema says it where nothing is said */
const yes = (element, name, usual) => (element?.said[name] ?? `${usual}`) === "true";

/** CAM 5.1.7. @param {Element | undefined} element @returns {Objective} */
const objectiveOf = (element) => ({
  id: element?.said.objectiveID ?? "",
  byMeasure: yes(element, "satisfiedByMeasure", false),
  mark: Number(all(element, "minNormalizedMeasure")[0]?.text ?? 1),
  maps: all(element, "mapInfo").map((map) => ({
    targetObjectiveID: map.said.targetObjectiveID,
    readSatisfiedStatus: yes(map, "readSatisfiedStatus", true),
    readNormalizedMeasure: yes(map, "readNormalizedMeasure", true),
    writeSatisfiedStatus: yes(map, "writeSatisfiedStatus", false),
    writeNormalizedMeasure: yes(map, "writeNormalizedMeasure", false),
  })),
});

/** @param {Element[]} found @returns {Condition[]} */
const conditionsOf = (found) => found.map(({ said }) => ({ condition: said.condition, operator: said.operator ?? "noOp", ...(said.referencedObjective ? { referencedObjective: said.referencedObjective } : {}) }));

/** CAM 5.1, with what each element is where it is not there. @param {Element} element an item or the organization @returns {Activity} */
function activityOf(element) {
  const [sequencing] = all(element, "sequencing");
  const [control] = all(sequencing, "controlMode");
  const [rollup] = all(sequencing, "rollupRules");
  const [delivery] = all(sequencing, "deliveryControls");
  return {
    id: element.said.identifier,
    children: all(element, "item").map(activityOf),
    control: { choice: yes(control, "choice", true), flow: yes(control, "flow", false) },
    before: all(sequencing, "sequencingRules", "preConditionRule").map((rule) => ({
      combination: all(rule, "ruleConditions")[0].said.conditionCombination ?? "all",
      conditions: conditionsOf(all(rule, "ruleConditions", "ruleCondition")),
      action: all(rule, "ruleAction")[0].said.action,
    })),
    rollup: {
      satisfied: yes(rollup, "rollupObjectiveSatisfied", true),
      completion: yes(rollup, "rollupProgressCompletion", true),
      weight: Number(rollup?.said.objectiveMeasureWeight ?? 1),
      rules: all(rollup, "rollupRule").map((rule) => ({
        set: rule.said.childActivitySet ?? "all",
        combination: all(rule, "rollupConditions")[0].said.conditionCombination ?? "any",
        conditions: conditionsOf(all(rule, "rollupConditions", "rollupCondition")),
        action: all(rule, "rollupAction")[0].said.action,
      })),
    },
    primary: objectiveOf(all(sequencing, "objectives", "primaryObjective")[0]),
    objectives: all(sequencing, "objectives", "objective").map(objectiveOf),
    delivery: { tracked: yes(delivery, "tracked", true), completionByContent: yes(delivery, "completionSetByContent", false), objectiveByContent: yes(delivery, "objectiveSetByContent", false) },
  };
}

/** The organization of an unpacked package. @param {string} folder */
export function organizationOf(folder) {
  const manifest = parse(readFileSync(join(folder, "imsmanifest.xml"), "utf8"));
  return activityOf(all(manifest, "organizations", "organization")[0]);
}

/** An activity as npm scorm-again wants it. @param {Activity} activity @returns {any} */
export function settingsOf(activity) {
  const { id, children, control, before, rollup, primary, objectives, delivery } = activity;
  const objective = (/** @type {Objective} */ one) => ({ objectiveID: one.id || `${id}.primary`, satisfiedByMeasure: one.byMeasure, minNormalizedMeasure: one.mark, mapInfo: one.maps });
  return {
    id,
    title: id,
    children: children.map(settingsOf),
    sequencingControls: { ...control, rollupObjectiveSatisfied: rollup.satisfied, rollupProgressCompletion: rollup.completion, objectiveMeasureWeight: rollup.weight },
    deliveryControls: { tracked: delivery.tracked, completionSetByContent: delivery.completionByContent, objectiveSetByContent: delivery.objectiveByContent },
    sequencingRules: { preConditionRules: before.map(({ action, combination, conditions }) => ({ action, conditionCombination: combination, conditions })) },
    rollupRules: { rules: rollup.rules.map(({ set, action, combination, conditions }) => ({ action, consideration: set, conditionCombination: combination, conditions })) },
    primaryObjective: { ...objective(primary), isPrimary: true },
    objectives: objectives.map(objective),
  };
}
