// What a report says of runs whose returns are known.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { acp, lines, makeFolder } from './support.mjs';

const { folder } = makeFolder();
const report = (out, ...args) => acp(['report', out, ...args]);

/**
 * A sweep whose results are given: for each run of the plan its mean returns after 100, 200, ...
 * steps.
 */
function made(name, words, returns, { build = '0.1.0', status = '' } = {}) {
  const out = join(folder, name);
  assert.equal(acp(['sweep', 'plan', ...words, 'steps=1000', '--out', out]).status, 0);
  mkdirSync(join(out, 'runs'), { recursive: true });
  lines(readFileSync(join(out, 'plan.jsonl'), 'utf8')).forEach(({ id, config, steps }, i) => {
    if (returns[i] === undefined) return;
    const rows = returns[i].map((mean_return, k) => ({
      type: 'evaluation',
      environment_steps: 100 * (k + 1),
      mean_return,
    }));
    const all = [
      { type: 'run', build: i === 0 ? build : '0.1.0', id, config, steps },
      ...rows,
      { type: 'end', status },
    ];
    const text = all.map((row) => `${JSON.stringify(row)}\n`).join('');
    writeFileSync(join(out, 'runs', `${id}.jsonl`), text);
  });
  return out;
}

const lasts = (returns) => returns.map((last) => [0, last]);

test('an arm has its middle, its ends, and when it came to a threshold', () => {
  const out = made('one', ['seeds=1..8'], lasts([1, 2, 3, 4, 5, 6, 7, 100]));
  const [{ arms, comparisons, missing }] = lines(
    report(out, '--format', 'json', '--threshold', '3').stdout,
  );
  assert.equal(missing, 0);
  assert.deepEqual(comparisons, []);
  const [{ iqm, mean, median, worst, best, seeds, first_hit, iqm_interval }] = arms;
  assert.deepEqual([iqm, mean, median, worst, best, seeds], [4.5, 16, 4.5, 1, 100, 8]);
  assert.deepEqual(first_hit, { reached: 6, median: 200, latest: null });
  const { status, stdout } = acp(
    ['probe'],
    JSON.stringify({ op: 'aggregate', scores: [1, 2, 3, 4, 5, 6, 7, 100] }),
  );
  assert.equal(status, 0);
  assert.deepEqual(iqm_interval, lines(stdout)[0].iqm_interval);
});

test('arms are compared with the first, seed by seed where they share some', () => {
  const returns = lasts([1, 2, 3, 4, 2, 3, 4, 5]);
  const out = made('two', ['sac.tau=0.02,0.03', 'seeds=1..4'], returns);
  const [{ arms, comparisons }] = lines(report(out, '--format', 'json').stdout);
  assert.deepEqual(
    arms.map(({ name }) => name),
    ['sac.tau=0.02', 'sac.tau=0.03'],
  );
  assert.equal(comparisons.length, 1);
  assert.equal(comparisons[0].probability_of_improvement, (1.5 + 2.5 + 3.5 + 4) / 16);
  assert.deepEqual(comparisons[0].paired, { seeds: 4, better: 4, iqm: 1, interval: [1, 1] });
});

test('the table for people has them too, and says what an interval is worth', () => {
  const out = made(
    'people',
    ['sac.tau=0.02,0.03', 'seeds=1..5'],
    lasts([1, 2, 3, 4, 5, 5, 6, 7, 8]),
  );
  const { stdout } = report(out, '--threshold', '4');
  assert.match(stdout, /\| `sac\.tau=0\.02` \| 5 \| 3 \[/);
  assert.match(stdout, /never \(never\), 2\/5/);
  assert.match(stdout, /\| `sac\.tau=0\.03` \| 4 \|/);
  assert.match(stdout, /n = 4: .*n = 5: a 95 % bootstrap interval .* holds the truth in 9\d % /s);
  assert.match(stdout, /1 runs of the plan are missing/);
});

test('a preset has its name, and curves and rows name their arms', () => {
  const out = join(folder, 'preset');
  const words = ['preset=gridworld-q-learning', 'seeds=1..3'];
  assert.equal(acp(['sweep', ...words, '--out', out]).status, 0);
  assert.match(report(out).stdout, /\| `gridworld-q-learning` \| 3 \|/);
  const svg = report(out, '--format', 'svg').stdout;
  assert.match(svg, /^<svg .*gridworld-q-learning, seeds 1 to 3<.*<\/svg>\n$/s);
  assert.equal(svg.match(/<polygon /g).length, 1);
  assert.equal(svg.match(/<polyline /g).length, 4);
  assert.doesNotMatch(svg, /NaN|null|inf|000000|99999|>-0</);
  const csv = report(out, '--format', 'csv').stdout.trim().split('\r\n');
  assert.equal(csv.length, 1 + 3 * 40);
  assert.match(csv[1], /^"gridworld-q-learning",1,500,-?[\d.]+$/);
});

/** Names of the elements of a page that are open at its end, or are closed without being open. */
function unbalanced(html) {
  const open = [];
  for (const [, close, name, empty] of html.matchAll(/<(\/?)([a-z]\w*)[^<>]*?(\/?)>/g)) {
    if (empty || name === 'meta') continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) return [...open, name];
  }
  return open;
}

test('a page has the numbers of the JSON report, and needs nothing beside it', () => {
  const returns = lasts([1.5, 2.25, 3, 4.125, 2, 3.5, 4, 5.75]);
  const out = made('page', ['sac.tau=0.02,0.03', 'seeds=1..4'], returns);
  const html = report(out, '--format', 'html', '--threshold', '3').stdout;
  assert.match(html, /^<!doctype html>\n<html lang="en">.*<\/html>\n$/s);
  assert.deepEqual(unbalanced(html), []);
  assert.equal(unbalanced('<p><b></p>').length, 2);
  assert.doesNotMatch(html, /<script|<link|<img|\bhref=|\bsrc=|url\(|@import|NaN|inf\b/);
  const rows = [...html.matchAll(/<tr><th scope="row"><code>(.*?)<\/code><\/th>(.*?)<\/tr>/g)];
  const cells = rows.map(([, name, row]) => [name, ...row.matchAll(/<td>(.*?)<\/td>/g)].flat());
  const [{ arms, comparisons }] = lines(report(out, '--format', 'json', '--threshold', '3').stdout);
  const shown = (x) => String(Number(x.toPrecision(4)));
  const interval = ([low, high]) => `[${shown(low)}, ${shown(high)}]`;
  arms.forEach((arm, i) => {
    const text = cells[i].join(' ');
    assert.equal(cells[i][0], arm.name);
    for (const x of [arm.mean, arm.median, arm.worst, arm.best]) assert.ok(text.includes(shown(x)));
    assert.ok(text.includes(`${shown(arm.iqm)} ${interval(arm.iqm_interval)}`), text);
    assert.ok(text.includes(`${arm.first_hit.reached}/4`), text);
    assert.ok(html.includes(arm.config.replaceAll('&', '&amp;')));
  });
  const [{ probability_of_improvement, interval: between, paired }] = comparisons;
  const text = cells[2].join(' ');
  assert.ok(text.includes(`${shown(probability_of_improvement)} ${interval(between)}`), text);
  assert.ok(text.includes(`${shown(paired.iqm)} ${interval(paired.interval)}`), text);
  assert.ok(text.includes(`${paired.better} of ${paired.seeds}`), text);
  assert.match(html, /n = 4: a 95 % bootstrap interval .* at least \d+ % of all runs\./);
  assert.match(html, /<svg [^>]*>\n<title>Learning curves<\/title>.*<polygon.*<\/svg>/s);
});

test('what a result says cannot write into the page', () => {
  const build = `</p><script>alert("&")</script>`;
  const out = made('hostile', ['seeds=1..2'], lasts([1, 2]), { build, status: '<b>&' });
  const html = report(out, '--mixed', '--format', 'html').stdout;
  assert.match(html, /&lt;\/p&gt;&lt;script&gt;alert\("&amp;"\)&lt;\/script&gt;, 0\.1\.0/);
  assert.doesNotMatch(html, /<script|<b>/);
  assert.deepEqual(unbalanced(html), []);
});

test('results of several versions are not mixed, unless that is asked for', () => {
  const out = made('mixed', ['seeds=1..2'], lasts([1, 2]), { build: '0.0.9' });
  const { status, stderr } = report(out);
  assert.equal(status, 2);
  assert.match(stderr, /has results of the versions 0\.0\.9, 0\.1\.0; --mixed takes them together/);
  assert.equal(report(out, '--mixed').status, 0);
});

test('a run that stopped early is named', () => {
  const out = made('stopped', ['seeds=1..3'], lasts([1, 2, 3]), { status: 'It diverged.' });
  assert.match(report(out).stdout, /\| 3, 3 stopped early \|/);
});

test('a seed that stopped before any evaluation has no score, and is named', () => {
  const out = made('unscored', ['seeds=1..4'], [[0, 1], [0, 2], [0, 3], [null]], {
    status: 'It diverged.',
  });
  assert.match(report(out).stdout, /\| 3, 3 stopped early, 1 without score \|/);
  const [{ arms }] = lines(report(out, '--format', 'json').stdout);
  assert.deepEqual([arms[0].iqm, arms[0].seeds, arms[0].unscored], [2, 3, 1]);
  assert.match(report(out, '--format', 'svg').stdout, /seeds 1 to 3, 3 stopped early, 1 before/);
});

for (const [name, damage, message] of [
  ['rubbish', () => 'rubbish', /a line is not JSON/],
  ['headless', (text) => text.replace(/.*\n/, ''), /does not say which run it is of/],
  ['cut', (text) => text.split('\n').slice(0, 2).join('\n'), /has no end/],
  ['other', (text) => text.replace(/"id":"\w+"/, '"id":"0"'), /id: is that of another run/],
  ['bare', (text) => text.replace(/\{"type":"evaluation".*\n/g, ''), /has no evaluation/],
]) {
  test(`a result that is ${name} is refused`, () => {
    const out = made(name, ['seed=1'], lasts([1]));
    const [{ id }] = lines(readFileSync(join(out, 'plan.jsonl'), 'utf8'));
    const file = join(out, 'runs', `${id}.jsonl`);
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    const { status, stderr } = report(out);
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
  });
}

test('a threshold is a finite number', () => {
  assert.equal(report(folder, '--threshold', 'nan').status, 2);
});

test('without a folder, a plan or a result nothing is said', () => {
  assert.equal(acp(['report']).status, 2);
  assert.match(report('/nowhere').stderr, /nowhere/);
  const out = made('empty', ['seeds=1..2'], []);
  assert.match(report(out).stderr, /no run of the plan is whole/);
});
