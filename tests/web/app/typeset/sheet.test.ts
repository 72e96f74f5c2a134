import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { speak } from '../../../../web/src/app/text/language';
import { tables } from '../../../../web/src/app/text/de/de';
import { FUNCTIONS } from '../../../../web/src/app/typeset/expression';
import { rewardParts, taskParts } from '../../../../web/src/app/typeset/sheet';
import { formulaExamples } from '../../../../web/src/protocol/formula-examples';
import { shape } from '../kit/shape';

afterEach(() => speak({}));

const typeset = (text: string) =>
  rewardParts(text)
    ?.flatMap(({ formulas }) => formulas.map(shape))
    .join()
    .replaceAll(/[ \u00A0]+/g, ' ')
    .replaceAll('\u2061 ', '');

test.each([
  ['1.5 g sin(theta)', '1.5 g sin ( θ )'],
  ["omega'^2", '( ω^(′) )^(2)'],
  ['sin(theta)^2', 'sin^(2) ( θ )'],
  ['sin(theta)^-1', 'sin ( θ )^(− 1)'],
  ['wrap(theta)^2', 'wrap ( θ )^(2)'],
  ['x_1 theta_max x_a_b', 'x_(1) θ_(max) x_(a , b)'],
  ["theta_dot'", '˙(θ)^(′)'],
  ['no_push sin_ x__1', 'no_push sin_ x__1'],
  ['8 / 2 x', '{8 / 2} x'],
  ['a b / c / (d + 1)', '{a b / c ⋅ ( d + 1 )}'],
  ['a / b x / c', '{a / b} {x / c}'],
  ['(x + 1) / (y - 1)', '{x + 1 / y − 1}'],
  ['2 * 3 (x + 1) 0.05', '2 ⋅ 3 ( x + 1 ) ⋅ 0.05'],
  ['g (left + right)', 'g ⋅ ( left + right )'],
  ['2^-x^2', '2^(− x^(2))'],
  ['2^(x + 1)', '2^(x + 1)'],
  ['-x^2 - -y', '− x^(2) − − y'],
  ['sqrt((x)) + abs(x - 1) + floor(x) + ceil(x)', '√{x} + | x − 1 | + ⌊ x ⌋ + ⌈ x ⌉'],
  ['2e', '2 e'],
  ['1.5e-3', '1.5 ⋅ 10^(−3)'],
  ['0.1 (action != no_push)', '0.1 [ action ≠ no_push ]'],
  ['not (a < 1) and (b >= 2 or c == d)', '¬ ( a < 1 ) ∧ ( b ≥ 2 ∨ c = d )'],
  ['if(x > 1, 2, -3)', '{2, if x > 1; − 3, otherwise}'],
  ['1 - if(x <= 1, 2, 3) x', '1 − ( {2, if x ≤ 1; 3, otherwise} ) x'],
  ['clip(x, 0, pi)', 'clip ( x , 0 , π )'],
])('%s is %s', (text, formula) => {
  expect(typeset(text)).toBe(formula);
});

test.each([
  ...['x +', '2 3', '(x', 'x)', 'sin x', 'sin(x, y)', 'clip(x, 0)', '1 < 2 < 3', 'not 1 < 2 < 3'],
  ...['1 + not x', 'x $ 2', 'ä', '1e999', 'in', 'x y:', `${'('.repeat(40)}1${')'.repeat(40)}`],
])('%s is nothing', (text) => {
  expect(typeset(text)).toBeUndefined();
});

test.each(Object.entries(formulaExamples))('%s is typeset', (_, { text }) => {
  const sections = text.match(/\w+:/g)!.filter((name) => !/limit|seconds|draw/.test(name));
  expect(taskParts(text)).toHaveLength(sections.length);
});

test('a task has its formulas under headings, and nothing else', () => {
  const parts = taskParts(formulaExamples.pendulum.text)!;
  expect(parts.map(({ title }) => title)).toEqual([
    ...['Constants', 'Start', 'Action', 'Next state', 'Reward', 'Observation'],
  ]);
  const formulas = parts.flatMap((part) => part.formulas.map(shape));
  expect(formulas).toContain('g = 10 ∈ [ 0 , 20 ]');
  expect(formulas).toContain('u ∈ [ − 2 , 2 ]');
  expect(formulas[4]).toMatch(/^ω\^\(′\) = clip/);
  expect(taskParts('reward: 1; draw: cart(2 x, -a) in [0, 1], rod(a)')).toHaveLength(1);
  const [choice] = taskParts('action: push in {left, no_push};; limit: 3')![0]!.formulas;
  expect(shape(choice!)).toBe('push ∈ { left , no_push }');
});

test('what is no task has no formulas, and an empty reward none', () => {
  for (const text of ['x', 'state: ', 'state: x = 1 in [0', 'state: x = 1 ) y: 2']) {
    expect(taskParts(text)?.flatMap(({ formulas }) => formulas) ?? null, text).toBeNull();
  }
  expect(rewardParts(' ')).toEqual([]);
});

test('headings and cases are in the language of the page', () => {
  speak(tables, 'de');
  expect(taskParts('reward: 1')![0]!.title).toBe('Belohnung');
  expect(typeset('if(x, 1, 2)')).toBe('{1, falls x; 2, sonst}');
});

test('functions are those of the core', () => {
  const machine = resolve(import.meta.dirname, '../../../../wasm/core/env/formula_machine.cpp');
  const found = readFileSync(machine, 'utf8').matchAll(/Function\{"(\w+)", Op::\w+, (\d)/g);
  const functions = [...found].map(([, name, count]) => [name, Number(count)]);
  expect(functions.length).toBeGreaterThan(15);
  expect([...FUNCTIONS].sort()).toEqual(functions.sort());
});
