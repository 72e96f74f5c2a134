import { beforeAll, describe, expect, test } from 'vitest';
import type { Compiler } from '../../../web/lesson-compiler/compile';
import type { Lesson } from '../../../web/src/protocol/lesson';
import { liveCompiler } from './catalogs';

const LINK = '#v=2&a.preset=pendulum-sac&b.preset=pendulum-ddpg&seed=1';
const HEAD = `---
title: T
question: Q?
minutes: 5
order: 10
experiment: ${LINK}
show: curves
stop: 2000
---
`;

let compiler: Compiler;
beforeAll(async () => {
  compiler = await liveCompiler();
});

const compile = (source: string): Lesson => compiler.compile(source, 'x/en.md', 'x');
/** A lesson of one step. */
const step = (kind: string, lines: string, text = 'Look.', after = '') =>
  `${HEAD}\n## Step\n\n${text}\n\n\`\`\`${kind}\n${lines}\n\`\`\`\n\n${after}\n`;

describe('a lesson', () => {
  test('is compiled with what its steps do not say themselves', () => {
    const lesson = compile(
      step(
        'do',
        'control: play\nuntil: a.steps >= 2000 and a.sac.estimator = score_function',
        'Formula $Q^\\pi$ and {a.evaluation.last}.',
        'It was {a.variance.active / b.variance.active}.',
      ),
    );
    expect(lesson).toMatchObject({ id: 'x', title: 'T', question: 'Q?', minutes: 5, order: 10 });
    const [first] = lesson.steps;
    expect(first).toMatchObject({
      title: 'Step',
      task: { kind: 'do' },
      control: 'play',
      experiment: LINK,
      show: ['curves'],
      stop: 2000,
      speed: null,
      until: [
        { left: { first: 'a.steps' }, is: '>=', right: { first: 2000 } },
        { left: { first: 'a.sac.estimator' }, is: '=', right: { text: 'score_function' } },
      ],
    });
    expect(first!.text).toMatch(/<math.*<span class="measured" data-measure=/s);
    expect(first!.text).not.toContain('annotation');
    const [, expression] = /data-measure="([^"]*)"/.exec(first!.after)!;
    expect(JSON.parse(expression!.replaceAll('&quot;', '"'))).toEqual({
      first: 'a.variance.active',
      operator: '/',
      second: 'b.variance.active',
    });
  });

  test('has only the first of its steps begin with its experiment', () => {
    const block = '```free\nuntil: a.steps >= 1\n```';
    const { steps } = compile(`${HEAD}\n## One\n\n${block}\n\n## Two\n\n${block}\n`);
    expect(steps.map(({ experiment }) => experiment)).toEqual([LINK, '']);
  });

  test('predicts choices, numbers and curves', () => {
    const until = 'until: a.steps >= 1';
    const guess = (lines: string) => {
      const { task } = compile(step('predict', `${lines}\n${until}`)).steps[0]!;
      return task.kind === 'predict' ? task.guess : null;
    };
    expect(guess('choice: A | a.steps > b.steps\nchoice: other')).toMatchObject({
      kind: 'choice',
      choices: [{ text: 'A' }, { text: 'other', when: null }],
    });
    expect(guess('number: 1 to 100 log\nunit: times\nmeasure: a.steps')).toEqual({
      ...{ kind: 'number', low: 1, high: 100, isLog: true, unit: 'times' },
      measure: { first: 'a.steps' },
    });
    expect(guess('curve: b\nsteps: 3000\nrange: -1500 to 0')).toEqual({
      ...{ kind: 'curve', arm: 'b', steps: 3000, low: -1500, high: 0 },
    });
  });

  test('holds an update, with a line that is lit, and speaks of its numbers', () => {
    const link = `${LINK}&step=1000&line=b.action&sample=3`;
    const lines = [
      `experiment: ${link}`,
      'show: stepper',
      'control: stride',
      'number: 0 to 1',
      'measure: b.line.actor.head_gradient / b.line.actor.dq_da',
      'until: stepper.line = actor and stepper.sample >= 1 and b.line.critic.loss > 0',
    ];
    const { steps } = compile(step('predict', lines.join('\n'), 'Of {a.line.target.y}.'));
    expect(steps[0]).toMatchObject({ experiment: link, show: ['stepper'], control: 'stride' });
    expect(steps[0]!.until[0]).toEqual({
      ...{ left: { first: 'stepper.line' }, is: '=', right: { text: 'actor' } },
    });
  });

  test('explains with an experiment for each wrong reason', () => {
    const lines =
      'right: yes\nwrong: no\n  try: b.seed=2\n  until: b.steps >= 9\n  reply: {b.steps}';
    const { task } = compile(step('explain', lines)).steps[0]!;
    expect(task).toMatchObject({
      kind: 'explain',
      right: 0,
      reasons: [{ trial: null }, { trial: { experiment: 'b.seed=2' } }],
    });
  });
});

const UNTIL = 'until: a.steps >= 1';
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('a mistake stops the build, with file, step and what is allowed', () => {
  test.each([
    ['no front matter', '## Step\n', 'front matter: is missing'],
    ['a front matter without an order', HEAD.replace('order: 10\n', ''), 'there are none'],
    ['no step', HEAD, 'steps: there are none'],
    ['text outside of steps', `${HEAD}\nHello\n\n## Step\n`, 'text outside of any step'],
    ['a step without a block', `${HEAD}\n## Step\n\nHello\n`, 'step 1, "Step": has no block'],
    ['an unknown kind', step('watch', UNTIL), '"watch" is no kind of step: do, predict'],
    ['an unknown key', step('free', `${UNTIL}\nwhen: now`), '"when:" is unknown'],
    ['a key twice', step('free', `${UNTIL}\n${UNTIL}`), '"until:" stands more than once'],
    ['a line that is none', step('free', 'hello'), '"hello" is not "key: value"'],
    ['no condition', step('free', 'show: curves'), '"until:" is missing'],
    ['no control', step('do', UNTIL), '"control:" is missing'],
    ['an unknown control', step('do', `control: pley\n${UNTIL}`), 'there is play, step'],
    [
      'an unknown setting',
      step('do', `control: setting sac.tua\n${UNTIL}`),
      'no setting "sac.tua"',
    ],
    ['an unknown part', step('free', `show: curve\n${UNTIL}`), 'there is transport, settings'],
    ['an unknown metric', step('free', 'until: a.metric.los > 1'), 'a.metric.critic_loss'],
    ['an unknown lab figure', step('free', 'until: lab.variance.x > 1'), 'there is lab.'],
    ['a choice that is none', step('free', 'until: a.sac.estimator = score'), 'score_function'],
    ['a text that is compared', step('free', 'until: a.preset > 1'), 'only = and !='],
    ['a setting out of range', step('free', 'until: a.sac.tau >= 7'), 'a.sac.tau is from'],
    ['no comparison', step('free', 'until: a.steps'), 'has none of >='],
    ['an unknown measurement in a text', step('free', UNTIL, '{a.stps}'), 'there is no "a.stps"'],
    ['a text as a measurement', step('free', UNTIL, '{a.preset}'), 'is a text, and no number'],
    ['an unknown preset', step('free', `experiment: #v=2&preset=sac\n${UNTIL}`), 'pendulum-sac'],
    ['a pair', step('free', `experiment: #v=2&pair=x\n${UNTIL}`), 'no setting "pair"'],
    ['an unknown objective', step('free', `experiment: #lab=quartic\n${UNTIL}`), 'one of '],
    ['a value out of range', step('free', `solve: sac.tau=7\n${UNTIL}`), 'a number from'],
    ['a step of a change', step('free', `solve: step=9\n${UNTIL}`), 'no setting "step"'],
    ['an unknown quantity', step('free', UNTIL, '{a.line.actor.dq_ds}'), 'a.line.actor.dq_da'],
    ['the number of a weight', step('free', UNTIL, '{a.line.actor.adam}'), 'a.line.actor.'],
    ['a line never lit', step('free', 'until: stepper.line = acton'), 'but initialise, loop'],
    ['an unknown mode', step('free', 'until: stepper.mode = guess'), 'watch, answer, repair'],
    ['one choice', step('predict', `choice: A\n${UNTIL}`), 'two choices at least'],
    ['two guesses', step('predict', `choice: A\nnumber: 1 to 2\n${UNTIL}`), 'is one of number'],
    ['an empty range', step('predict', `number: 2 to 1\n${UNTIL}`), 'is not "low to high"'],
    ['a logarithm of 0', step('predict', `number: 0 to 1 log\n${UNTIL}`), 'there is no log'],
    ['an unknown arm', step('predict', `curve: e\nsteps: 9\n${UNTIL}`), 'no arm: a, b, c, d'],
    ['no right reason', step('explain', 'wrong: x\nwrong: y'), 'one "right:"'],
    ['a wrong one without a trial', step('explain', 'right: x\nwrong: y'), '"try:" is missing'],
    ['61 words', step('free', UNTIL, words(60)), '61 words to read, more than 60'],
    ['41 words in the end', step('free', UNTIL, '', words(41)), '41 words after the block'],
  ])('%s', (_, source, reason) => {
    expect(() => compile(source)).toThrow(reason);
    expect(() => compile(source)).toThrow(/^x\/en\.md: /);
  });

  test.each([
    ['step=9&line=acton', 'line=acton: one of initialise, loop, act, sample'],
    ['step=9&line=value', 'line=value: one of initialise'],
    ['step=9&line=b.temperature', 'line=b.temperature: one of initialise'],
    ['line=actor', 'line=actor: of which step? step='],
    ['sample=2', 'sample=2: of which step? step='],
    ['step=0', 'step=0: a whole number above 0'],
    ['step=9&sample=x', 'sample=x: a whole number above 0'],
  ])('an update that cannot be looked at: %s', (stepped, reason) => {
    const source = step('free', `experiment: ${LINK}&${stepped}\n${UNTIL}`);
    expect(() => compile(source)).toThrow(`x/en.md: step 1, "Step": ${reason}`);
  });

  test('60 words are not too many', () => {
    expect(compile(step('free', UNTIL, words(59))).steps).toHaveLength(1);
  });
});
