// What the documents show of the command line exists: commands, options, and verbs of sweeps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { acp } from './support.mjs';

const DOCUMENTS = ['README.md', 'docs/sweeps.md', 'docs/clusters.md'];
const VERBS = ['plan', 'run', 'status', 'collect'];

/** The words after each `acp` in code, be it a block or within a sentence. */
function commands(text) {
  const blocks = text.match(/^ {4}.*$/gm) ?? [];
  const code = [
    ...blocks.map((line) => line.replace(/\s#.*/, '')),
    ...(text.match(/`[^`\n]+`/g) ?? []),
  ];
  return code.flatMap((piece) =>
    [...piece.matchAll(/(?<![\w/.-])acp ([a-z]+\b[^`;&|)]*)/g)].map(([, words]) =>
      words.split(/\s+/),
    ),
  );
}

const help = (command) => acp([command, '--help']);

for (const document of DOCUMENTS) {
  test(`the commands of ${document} exist`, () => {
    const all = commands(readFileSync(document, 'utf8'));
    assert.ok(all.length > 3, 'none was found');
    for (const [command, ...words] of all) {
      const { status, stdout } = help(command);
      assert.equal(status, 0, `acp ${command}`);
      const options = words.flatMap((word) => word.match(/^\[?(--[a-z-]+)/)?.[1] ?? []);
      for (const option of options) {
        assert.match(stdout, new RegExp(`${option}\\b`), `acp ${command} ${option}`);
      }
      const [verb = ''] = words;
      if (command !== 'sweep' || !/^[a-z]+$/.test(verb)) continue;
      assert.ok(VERBS.includes(verb), `acp sweep ${verb}`);
    }
  });
}
