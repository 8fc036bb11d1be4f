// Makes one-defect mutants of manifests, and holds that the schemas that packages carry judge each as the official ones do, strictly.
// In: folders of the official schemas and of ours with a driver each, and a manifest for each. Out: how many agree. Fails with those that do not.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [desk, ...rows] = process.argv.slice(2);

/** What is changed, and whether it is a defect; those that a manifest has no place for are left out. @type {[string, RegExp | string, string][]} */
const EDITS = [
  ["no identifier of the manifest", / identifier="MANIFEST[^"]*"/, ""],
  ["an identifier with a space", 'identifier="ITEM-', 'identifier="ITEM '],
  ["an identifier that begins with a digit", 'identifier="ITEM-', 'identifier="1TEM-'],
  ["an identifier twice", /identifier="RES-[^"]*"/, 'identifier="SAME" a="'],
  ["a resource without an identifier", /<resource identifier="[^"]*"/, "<resource"],
  ["an item without an identifier", /<item identifier="[^"]*"/, "<item"],
  ["an organization without an identifier", /<organization identifier="[^"]*"/, "<organization"],
  ["a default that is nowhere", 'default="ORG-', 'default="NO-'],
  ["no organizations", /<organizations[\s\S]*<\/organizations>/, ""],
  ["no resources", /<resources>[\s\S]*<\/resources>/, ""],
  ["resources before organizations", /(<organizations[\s\S]*<\/organizations>)\s*(<resources>[\s\S]*<\/resources>)/, "$2$1"],
  ["metadata last", /(<metadata>[\s\S]*?<\/metadata>)([\s\S]*)(<\/manifest>)/, "$2$1$3"],
  ["schemaversion first", /(<schema>.*<\/schema>)\s*(<schemaversion>.*<\/schemaversion>)/, "$2$1"],
  ["two schemas", /<schema>.*<\/schema>/, "$&$&"],
  ["an element that nobody knows", "<schema>", "<scheme/><schema>"],
  ["an attribute that nobody knows", "<resources>", '<resources colour="red">'],
  ["no title is fine", /<organization ([^>]*)>\s*<title>.*<\/title>/, "<organization $1>"],
  ["a title behind the items", /(<title>[^<]*<\/title>)(\s*)(<item [\s\S]*<\/item>)/, "$3$2$1"],
  ["two titles", /<title>.*<\/title>/, "$&$&"],
  ["visibility in words", 'isvisible="true"', 'isvisible="yes"'],
  ["visibility as a digit is fine", 'isvisible="true"', 'isvisible="1"'],
  ["an unknown attribute of an item", "isvisible=", 'hidden="false" isvisible='],
  ["a resource without a type", ' type="webcontent"', ""],
  ["a file without an address", /<file href="[^"]*"\/>/, "<file/>"],
  ["a file that is a source", "<file href=", "<file src="],
  ["a dependency on nothing", /<dependency identifierref="[^"]*"\/>/, "<dependency/>"],
  ["a dependency before a file", /(<file [^>]*>)(\s*)(<dependency [^>]*>)/, "$3$2$1"],
  ["text in a file", /<file href="([^"]*)"\/>/, '<file href="$1">x</file>'],
  ["an element of its own in a resource", "<file href=", "<folder/><file href="],
  ["a kind of resource that is none", /"sco"/, '"page"'],
  ["the other version's name for the kind", /scorm[tT]ype=/, "scormkind="],
  ["an element of no namespace", "<title>", '<x xmlns=""/><title>'],
  ["a foreign element that nobody declares", "</item>", '<y:z xmlns:y="urn:y"/></item>'],
  ["a foreign attribute that nobody declares", "<resources>", '<resources xmlns:y="urn:y" y:z="1">'],
  ["text in the list of resources", "<resources>", "<resources>x"],
  ["two lists of organizations", /<organizations[\s\S]*<\/organizations>/, "$&$&"],
  ["an item in the wrong place", "<resources>", '<resources><item identifier="X"/>'],
  ["an organization without items", /<item [\s\S]*<\/item>/, ""],
  ["a long version", /version="1[^"]*"/, `version="${"1".repeat(21)}"`],
  ["a long title", /<title>.*<\/title>/, `<title>${"x".repeat(201)}</title>`],
  ["a long mastery score", /<adlcp:masteryscore>.*<\/adlcp:masteryscore>/, `<adlcp:masteryscore>${"1".repeat(201)}</adlcp:masteryscore>`],
  ["the mastery score of SCORM 2004", /adlcp:masteryscore/g, "adlcp:masteryScore"],
  ["prerequisites in no language", ' type="aicc_script"', ""],
  ["prerequisites in another language", '"aicc_script"', '"script"'],
  ["a share above 1", /<imsss:minNormalizedMeasure>.*</, "<imsss:minNormalizedMeasure>1.1<"],
  ["a share below -1", /<imsss:minNormalizedMeasure>.*</, "<imsss:minNormalizedMeasure>-1.1<"],
  ["a share of -1 is fine", /<imsss:minNormalizedMeasure>.*</, "<imsss:minNormalizedMeasure>-1<"],
  ["a share in words", /<imsss:minNormalizedMeasure>.*</, "<imsss:minNormalizedMeasure>all<"],
  ["no primary objective", /<imsss:primaryObjective[^>]*\/>/, ""],
  ["two primary objectives", /<imsss:primaryObjective[^>]*\/>/, "$&$&"],
  ["an objective without an id", /<imsss:objective objectiveID="[^"]*"/, "<imsss:objective"],
  ["an objective before the primary one", /(<imsss:primaryObjective[^>]*\/>)(\s*)(<imsss:objective [^>]*\/>)/, "$3$2$1"],
  ["objectives before roll-up", /(<imsss:rollupRules[^>]*\/>)(\s*)(<imsss:objectives>[\s\S]*?<\/imsss:objectives>)/, "$3$2$1"],
  ["delivery before objectives", /(<imsss:objectives>[\s\S]*?<\/imsss:objectives>)(\s*)(<imsss:deliveryControls[^>]*\/>)/, "$3$2$1"],
  ["a control in words", 'flow="true"', 'flow="on"'],
  ["a control that nobody knows", 'flow="true"', 'flow="true" jump="true"'],
  ["delivery that nobody knows", 'tracked="true"', 'traced="true"'],
  ["set by content, in words", 'completionSetByContent="true"', 'completionSetByContent="always"'],
  ["a weight above 1", /objectiveMeasureWeight="[^"]*"/, 'objectiveMeasureWeight="1.5"'],
  ["a weight below 0", /objectiveMeasureWeight="[^"]*"/, 'objectiveMeasureWeight="-0.5"'],
  ["children that nobody knows", 'childActivitySet="all"', 'childActivitySet="every"'],
  ["a condition that nobody knows", 'condition="completed"', 'condition="done"'],
  ["a condition left out", / condition="completed"/, ""],
  ["an operator that nobody knows", 'operator="not"', 'operator="never"'],
  ["an action that nobody knows", 'action="completed"', 'action="complete"'],
  ["an action left out", /<imsss:rollupAction [^>]*\/>/, ""],
  ["an action before its conditions", /(<imsss:rollupConditions[\s\S]*?<\/imsss:rollupConditions>)(\s*)(<imsss:rollupAction [^>]*\/>)/, "$3$2$1"],
  ["conditions left out", /<imsss:rollupConditions[\s\S]*?<\/imsss:rollupConditions>/, ""],
  ["no condition among conditions", /(<imsss:rollupConditions[^>]*>)[\s\S]*?(<\/imsss:rollupConditions>)/, "$1$2"],
  ["a combination that nobody knows", 'conditionCombination="all"', 'conditionCombination="some"'],
  ["a button that nobody knows", ">exitAll<", ">close<"],
  ["no button is fine", /<adlnav:hideLMSUI>.*<\/adlnav:hideLMSUI>/g, ""],
  ["two interfaces", /<adlnav:navigationInterface>[\s\S]*?<\/adlnav:navigationInterface>/, "$&$&"],
  ["a sequencing misspelt", /imsss:sequencing>/g, "imsss:sequencin>"],
  ["sequencing before the title", /<title>/, "<imsss:sequencing/><title>"],
  ["global in words", 'objectivesGlobalToSystem="false"', 'objectivesGlobalToSystem="no"'],
  ["the kind in SCORM 1.2's spelling", /scormType=/, "scormtype="],
  ["an element that the standard has not", "<imsss:deliveryControls", "<imsss:deliveryControl/><imsss:deliveryControls"],
];

const valid = (/** @type {string} */ driver, /** @type {string} */ file) => {
  try {
    execFileSync("xmllint", ["--nonet", "--noout", "--schema", driver, file], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

let made = 0;
let refused = 0;
const wrong = [];
for (const row of rows) {
  const [official, own, manifest] = row.split("=");
  const text = readFileSync(manifest, "utf8");
  mkdirSync(join(desk, "mutants"), { recursive: true });
  for (const driver of [official, own]) if (!valid(driver, manifest)) wrong.push(`${driver} refuses ${manifest}`);
  for (const [name, from, to] of EDITS) {
    const mutant = text.replace(from, to);
    if (mutant === text) continue;
    const file = join(desk, "mutants", `${made++}.xml`);
    writeFileSync(file, mutant);
    const verdicts = [valid(official, file), valid(own, file)];
    if (!verdicts[0]) refused++;
    if (verdicts[0] !== verdicts[1]) wrong.push(`${manifest}: ${name}: official ${verdicts[0]}, ours ${verdicts[1]} (${file})`);
  }
}
if (wrong.length || refused < 60) {
  console.error([...wrong, `${refused} mutants are refused`].join("\n"));
  process.exit(1);
}
console.log(`${made} mutants are judged as the official schemas judge them; ${refused} are refused`);
