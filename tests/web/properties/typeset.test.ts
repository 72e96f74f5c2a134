import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { formulaExamples } from '../../../web/src/protocol/formula-examples';
import { escapeFormula, LONGEST_FORMULA } from '../../../web/src/protocol/formulas';
import { nameNode } from '../../../web/src/app/typeset/names';
import { rewardParts, taskParts } from '../../../web/src/app/typeset/sheet';
import { shape } from '../app/kit/shape';
import { startHostModule } from '../live';
import { anyText, holds } from './holds';

type Core = Awaited<ReturnType<typeof startHostModule>>;
let acp: Core;
beforeAll(async () => {
  acp = await startHostModule();
});

const isTask = (text: string) =>
  acp.check(`environment=formula&formula.task=${escapeFormula(text || ' ')}`) === '';
const isReward = (text: string) =>
  acp.check(`environment=pendulum&algorithm=sac&reward=${escapeFormula(text)}`) === '';

const words = [
  ...['torque', "theta'", 'theta', 'reward', 'pi', '2', '0.5', '1e-3', '.'],
  ...['+', '-', '*', '/', '^', '(', ')', '(', ')', '<', '<=', '>=', '==', '!=', 'and', 'or', 'not'],
  ...['sin(', 'clip(', 'if(', 'sqrt(', 'max(', ',', ',', ':', ';', 'in', '[', ']', '=', '\n'],
];
const soup = fc
  .array(fc.constantFrom(...words), { maxLength: 30 })
  .map((tokens) => tokens.join(' '));

/** Expressions of the grammar, of what a reward of Pendulum may be of. */
const { expression } = fc.letrec<{ expression: string; leaf: string }>((tie) => ({
  leaf: fc.constantFrom('theta', "theta'", 'torque', 'reward', 'pi', '2', '0.5', '1e3'),
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(...[' ', '+', '-', '*', '/', '^', '<', '>=', '!=', ' and ', ' or ']),
        tie('expression'),
      )
      .map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('-', 'not ', '- -'), tie('expression')).map((parts) => parts.join('')),
    tie('expression').map((inside) => `(${inside})`),
    fc
      .tuple(fc.constantFrom('sin', 'abs', 'sqrt'), tie('expression'))
      .map(([f, x]) => `${f}(${x})`),
    fc
      .tuple(fc.constantFrom('clip', 'if'), tie('expression'), tie('expression'), tie('expression'))
      .map(([f, ...given]) => `${f}(${given.join(', ')})`),
  ),
}));

/** A text with a few of its characters gone, or others in their place. */
const mutated = fc
  .tuple(
    fc.constantFrom(...Object.values(formulaExamples).map(({ text }) => text)),
    fc.array(fc.tuple(fc.nat(LONGEST_FORMULA), fc.constantFrom('', ...words)), { maxLength: 2 }),
  )
  .map(([text, changes]) => {
    return changes.reduce<string>((before, [place, word]) => {
      const at = place % before.length;
      return `${before.slice(0, at)}${word}${before.slice(at + 1)}`;
    }, text);
  });

test('whatever the core accepts as a reward is typeset, and nothing else', () =>
  holds(
    fc.property(fc.oneof(expression, soup), (text) => {
      fc.pre(text.trim() !== '' && escapeFormula(text).length <= 1000);
      expect(rewardParts(text) !== null, text).toBe(isReward(text));
    }),
  ));

test('whatever the core accepts as a task is typeset', () =>
  holds(
    fc.property(mutated, (text) => {
      if (isTask(text)) expect(taskParts(text), text).not.toBeNull();
    }),
  ));

test('any text is typeset or not, and never a failure', () =>
  holds(
    fc.property(fc.oneof(anyText, soup, mutated, expression), (text) => {
      for (const parts of [taskParts(text), rewardParts(text)]) {
        for (const { formulas } of parts ?? []) formulas.forEach(shape);
      }
    }),
  ));

test('the longest of chains are typeset', () => {
  for (const link of ['-', 'not ', 'x+', 'x/', 'x ', '1/x ']) {
    expect(rewardParts(`${link.repeat(LONGEST_FORMULA / link.length)}x`), link).not.toBeNull();
  }
  const deep = `${'('.repeat(39)}1${')'.repeat(39)}`;
  expect(rewardParts(deep)).not.toBeNull();
  expect(isReward(deep)).toBe(true);
});

test('two names never look the same', () =>
  holds(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^(x|alpha|pi|dot|_|1|n){1,4}'?$/), { minLength: 2 }),
      (all) => {
        const names = all.filter((name) => /^[A-Za-z_]/.test(name));
        const shapes = names.map((name) => JSON.stringify(nameNode(name)));
        expect(new Set(shapes).size, names.join()).toBe(names.length);
      },
    ),
  ));
