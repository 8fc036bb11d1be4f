// Hosts and what is shipped share nothing: else one misreading of a standard would make every test green.

import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

const runtime = join(import.meta.dirname, '../..');
const scripts = (/** @type {string} */ folder) =>
  readdirSync(join(runtime, folder), {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.js')).map((name) => join(runtime, folder, name));
const imports = (/** @type {string} */ file) => [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((found) => found[1]);

test('a host imports hosts only', () => {
  const files = scripts('host');
  assert.ok(files.length >= 8);
  for (const file of files) {
    for (const name of imports(file)) assert.match(name, /^\.\/[a-z0-9]+\.js$/, `${file} imports ${name}`);
  }
});

test('what is shipped imports no host', () => {
  const files = scripts('src');
  assert.ok(files.length >= 5);
  for (const file of files) {
    for (const name of imports(file)) assert.doesNotMatch(name, /host/, `${file} imports ${name}`);
  }
});
