// The JSON schema of xAPI statements, npm tin-can-json-schema: draft 4, each definition under an id of its own.

import { createRequire } from "node:module";
import draft4 from "ajv-draft-04";

const read = createRequire(import.meta.url);

/** @returns {(statement: unknown) => string | null} why a statement is not valid; null where it is */
export function statementValidator() {
  const schema = read("tin-can-json-schema/1.0.1.json");
  const formats = read("tin-can-json-schema/formats.json");
  // The ids are those of fragments, which no other library resolves as theirs did: each becomes a place in the document.
  const text = JSON.stringify(schema).replace(/"id":"#\w+",?/g, "").replace(/"\$ref":"#(\w+)"/g, '"$ref":"#/properties/$1"');
  const ajv = new draft4.default({ strict: false, unicodeRegExp: false });
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, new RegExp(String(pattern)));
  ajv.addSchema(JSON.parse(text), "xapi");
  const validate = ajv.compile({ $ref: "xapi#/properties/statement" });
  return (statement) => (validate(statement) ? null : ajv.errorsText(validate.errors));
}
