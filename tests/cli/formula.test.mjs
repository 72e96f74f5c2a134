// Tasks of formulas on the command line: what docs/formula-tasks.md shows is what comes of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, makeFolder } from './support.mjs';

const root = join(import.meta.dirname, '../..');

const page = readFileSync(join(root, 'docs/formula-tasks.md'), 'utf8');
const [task, mistake] = [...page.matchAll(/^```\n([^]*?)\n```$/gm)].map(([, text]) => text);
const QUICK = ['algorithm=sac', 'sac.warmup_steps=100', 'sac.batch_size=8'];
const words = (text) => ['environment=formula', `formula.task=${text}`, ...QUICK];
const { folder } = makeFolder();

test('the example of the page trains, and its constant is a parameter', () => {
  const digest = (...more) => acp(['digest', ...words(task), 'steps=300', ...more]);
  const { status, stdout, stderr } = digest();
  assert.equal(status, 0, stderr);
  assert.equal(digest().stdout, stdout);
  assert.notEqual(digest('formula.mass=2').stdout, stdout);
  assert.match(digest('formula.mass=3').stderr, /^formula\.mass: 3 is outside \[0\.5, 2\]/);
});

test('the mistake of the page is told as it says', () => {
  const misspelt = task.replace('0.1 force', '0.1 forse');
  const { status, stdout, stderr } = acp(['digest', ...words(misspelt), 'steps=1']);
  assert.deepEqual([status, stdout, stderr.trimEnd()], [2, '', mistake]);
});

test('the page lists the functions that there are', () => {
  const source = readFileSync(join(root, 'wasm/core/env/formula_machine.cpp'), 'utf8');
  const rows = [...source.matchAll(/Function\{"(\w+)",[^"]*"([^"]*)"/g)];
  assert.ok(rows.length > 15);
  const told = [...page.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([row]) => row);
  for (const [, name, help] of rows) assert.ok(told.includes(`| \`${name}\` | ${help} |`), name);
});

test('a checkpoint holds the task, and goes on with it', () => {
  const [half, whole] = [join(folder, 'half.acp'), join(folder, 'whole.acp')];
  const train = (...args) => assert.equal(acp(['train', ...args]).status, 0);
  train(...words(task), 'steps=200', `checkpoint=${half}`);
  train(`resume=${half}`, 'steps=400', `checkpoint=${whole}`);
  const once = join(folder, 'once.acp');
  train(...words(task), 'steps=400', `checkpoint=${once}`);
  const weights = (path) => JSON.parse(acp(['weights', `checkpoint=${path}`]).stdout);
  assert.deepEqual(weights(whole), weights(once));
});
