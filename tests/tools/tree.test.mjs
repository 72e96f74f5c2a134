import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeErrors } from '../../tools/tree.mjs';
import { tree } from './fixture.mjs';

const lock = (entry) => JSON.stringify({ packages: { 'node_modules/lit': entry } });
const up = '..';

test('files of the right size that refer to each other have no errors', (context) => {
  const files = {
    'README.md': `${'long '.repeat(60)}\nSee docs/a.md`,
    'docs/a.md': `${up}/web/src/main.ts and https://example.org/home/someone`,
    'web/src/main.ts': `${'a'.repeat(100)}\n`.repeat(400),
    'web/src/load.ts': `import '${up}/${up}/build/wasm/acp.mjs';\n`,
    'package-lock.json': lock({ version: '3.3.3', integrity: 'sha512-' }),
  };
  assert.deepEqual(treeErrors(tree(context, files)), []);
});

const faults = [
  ['a long file', 'a.cpp', 'int a;\n'.repeat(401), 'a.cpp: 401 lines'],
  ['a wide line', 'a.ts', `\n${'é'.repeat(101)}\n`, 'a.ts:2: 101 columns'],
  ['a path that leaves', 'docs/a.md', `see ${up}/${up}/notes/b.md`, 'docs/a.md:1: '],
  ['a path to nowhere', 'docs/a.md', `see ${up}/notes/b.md`, 'docs/a.md:1: '],
  ['a home folder', 'a.md', ['', 'home', 'ada', 'a.txt'].join('/'), 'a.md:1: '],
  [
    'a registry',
    'package-lock.json',
    lock({ resolved: 'x' }),
    'package-lock.json: node_modules/lit',
  ],
];

for (const [what, path, text, error] of faults) {
  test(`an error for ${what}`, (context) => {
    const errors = treeErrors(tree(context, { [path]: text }));
    assert.equal(errors.length, 1, errors.join('\n'));
    assert.ok(errors[0].startsWith(error), errors[0]);
  });
}
