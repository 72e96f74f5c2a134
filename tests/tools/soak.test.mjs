import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soakSvg } from '../../tools/lib/soak-chart.mjs';
import { grows } from '../../tools/lib/soak-page.mjs';

const sample = (minutes, heap, longest = 20) => ({ minutes, steps: [9e6, 1e5], heap, longest });
const flat = [6e6, 6.4e6, 6.1e6, 6.3e6].map((heap, i) => sample(i + 1, heap));

test('a heap that has grown since a third of the time is said to have grown', () => {
  assert.equal(grows(flat), false);
  assert.equal(grows([...flat, sample(5, 60e6)]), true);
  assert.equal(grows([sample(1, 6e6)]), false);
});

test('the graph has every minute, of the heap and of the longest frame', () => {
  for (const samples of [flat, [sample(1, 6e6)]]) {
    const svg = soakSvg(samples);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    const lines = [...svg.matchAll(/<path d="M([^"]*)" fill="none" stroke="#/g)];
    assert.deepEqual(
      lines.map(([, path]) => path.split('L').length),
      [samples.length, samples.length],
    );
    assert.ok(svg.includes('9,000,000 and 100,000 environment steps'));
  }
});
