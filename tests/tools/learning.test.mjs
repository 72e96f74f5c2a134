import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  documentText,
  row,
  rowsOf,
  story,
  storyTable,
} from '../../tools/lib/learning-document.mjs';
import { compare, finalReturns, ofPresets, ofRobots } from '../../tools/lib/learning.mjs';

const arm = {
  seeds: 2,
  iqm: -6,
  iqm_interval: [-7, -5],
  worst: -7,
  best: -5,
  first_hit: { reached: 1, median: null, latest: null },
};

test('the last return of every seed is its last row', () => {
  const head = 'arm,seed,environment_steps,mean_return';
  const rows = ['"a, ""b""",3,500,-9', '"a, ""b""",3,1000,-5', '"a, ""b""",4,500,-7'];
  assert.deepEqual(finalReturns([head, ...rows, ''].join('\r\n')), [-5, -7]);
});

test('a goal is met by a median within 1.5 times and by seven finals of eight', () => {
  const final = [5, 5, 5, 5, 5, 5, 5, 4];
  const hit = { ...arm, first_hit: { reached: 8, median: 1500, latest: 9000 } };
  assert.deepEqual(compare(hit, final, { first: 1000, final: 5 }), {
    first: true,
    above: 7,
    final: true,
  });
  assert.deepEqual(compare(hit, final, { first: 999 }), { first: false });
  assert.deepEqual(compare(arm, final, { first: 999 }), { first: false }, 'never');
  assert.equal(compare(hit, [4, ...final.slice(1)], { final: 5 }).final, false);
  assert.deepEqual(compare(hit, final, {}), {});
});

const preset = { id: 'a-preset', threshold: -5, learns: true, steps: 1500 };

test('a row shows spread, and which goals are missed', () => {
  const text = row(ofPresets, preset, { first: 100, final: -6 }, arm, [-5, -7]);
  assert.equal(
    text,
    '| [`a-preset`](learning/a-preset.svg) | ≥ −5.000 | 1/2 | 1/2 | never (never) ' +
      '| −6.000 [−7.000, −5.000] | −7.000 ' +
      '| 1,500 | 100: **missed** | 1/2 ≥ −6.000: **missed** |',
  );
});

test('a row of a robot has no goals', () => {
  const text = row(ofRobots, preset, {}, arm, [-5, -7]);
  assert.match(text, /\| 1,500 \|$/);
  assert.equal(text.split('|').length, 10);
  const rows = new Map([['a-preset', text]]);
  const document = documentText(ofRobots, '101..108', ['a-preset'], rows);
  assert.match(document, /every preset of a robot does over the seeds 101\.\.108/);
  assert.doesNotMatch(document, /[Gg]oal/);
});

test('the honest story has a row for each of its presets', () => {
  const ids = Object.keys(story);
  const table = storyTable(new Map(ids.map((id) => [id, arm])));
  assert.equal(table.length, 2 + ids.length);
  assert.equal(
    table.at(-1),
    `| ${story[ids.at(-1)]} | −6.000 [−7.000, −5.000] | −7.000 to −5.000 | never |`,
  );
});

test('a document keeps its rows, unless it is over other seeds', () => {
  const rows = new Map(['b', 'a', 'gone'].map((id) => [id, `| [\`${id}\`](x) | row |`]));
  const text = documentText(ofPresets, '101..120', ['a', 'none', 'b'], rows);
  assert.match(text, /over the seeds 101\.\.120/);
  assert.match(text, /\n\| \[`a`\].* row \|\n\| \[`b`\].*\|\n\nNot yet run over .*: `none`\.\n$/);
  assert.match(documentText(ofPresets, '1..8', ['a'], rows), /\n\| \[`a`\]\(x\) \| row \|\n$/);
  assert.deepEqual([...rowsOf(text, ofPresets, '101..120').keys()], ['a', 'b']);
  assert.equal(rowsOf(text, ofPresets, '1..8').size, 0);
  assert.equal(rowsOf(text, ofPresets, '101..12').size, 0);
});
