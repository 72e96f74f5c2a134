import { describe, expect, test } from 'vitest';
import { examples, settingsOf } from '../../../../web/src/app/laboratory/examples';
import { formatLabLink, readLabLink } from '../../../../web/src/app/laboratory/lab-link';
import {
  defaultSettings,
  taskText,
  withPolicy,
} from '../../../../web/src/app/laboratory/lab-settings';
import { catalog } from './fake-lab';

const defaults = defaultSettings(catalog);
const read = (hash: string) => readLabLink(hash, catalog, defaults);

describe('the link of the lab', () => {
  test('of an empty hash gives the defaults', () => {
    expect(read('')).toEqual({ settings: defaults, ignored: [] });
    expect(read('#lab=')).toEqual({ settings: defaults, ignored: [] });
  });

  test.each(['quadratic', 'cosine', 'step', 'baseline', 'categorical'])(
    'of the example %s reads as it was written',
    (id) => {
      const settings = settingsOf(
        examples.find((example) => example.id === id)!,
        catalog,
      );
      expect(read(formatLabLink(settings))).toEqual({ settings, ignored: [] });
    },
  );

  test('keeps what estimators have of their own', () => {
    const hash = '#v=1&lab=cosine&show=finite_difference:h=0.5&samples=8&budget=evaluations&seed=7';
    const { settings, ignored } = read(hash);
    expect(ignored).toEqual([]);
    expect(settings.own.get('finite_difference')?.values.get('h')).toBe('0.5');
    expect(settings).toMatchObject({ samples: 8, budget: 'evaluations', seed: 7 });
    expect(read(formatLabLink(settings)).settings).toEqual(settings);
  });

  test.each([
    ['#v=2&lab=cosine', 'v=2: only version 1'],
    ['#lab=lunar', 'lab=lunar: not one of quadratic'],
    ['#lab=quadratic:a=99', 'quadratic: a: not a number from -10 to 10'],
    ['#lab=quadratic:a=1e', 'quadratic: a: not a number'],
    ['#lab=quadratic:z=1', 'quadratic: z: unknown'],
    ['#lab=quadratic:a=-1,a=-2', 'quadratic: a: repeated; the first one counts'],
    ['#policy=gaussian:mu=', 'gaussian: mu: not a number'],
    ['#lab=table', 'lab=table: has no actions of a gaussian policy'],
    ['#show=gumbel_softmax', 'show=gumbel_softmax: unknown for this policy'],
    ['#samples=3', 'samples=3: not one of 1, 2, 4'],
    ['#samples=0x2', 'samples=0x2: not a whole number'],
    ['#budget=time', 'budget=time: not samples'],
    ['#alpha=-1', 'alpha=-1: not a number from 0 to 2'],
    ['#seed=1.5', 'seed=1.5: not a whole number'],
    ['#colour=red', 'colour: unknown'],
  ])('ignores %s and says so', (hash, note) => {
    const { ignored } = read(hash);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toContain(note);
    expect(ignored[0]!.length).toBeLessThan(130);
  });

  test('names only the first of many mistakes', () => {
    const { ignored } = read(`#${Array.from({ length: 150 }, (_, i) => `x${i}=1`).join('&')}`);
    expect(ignored).toHaveLength(9);
    expect(ignored[8]).toBe('and 142 more');
  });
});

test('a task as the core reads it', () => {
  expect(taskText(defaults)).toBe(
    'policy=gaussian:mu=0.3,log_sigma=-0.7&objective=quadratic:a=-1,b=0.5,c=2&alpha=0',
  );
});

test('another kind of policy brings an objective and estimators that suit it', () => {
  const other = withPolicy(catalog, defaults, 'categorical');
  expect(other.objective.id).toBe('table');
  expect(other.show).toEqual(['score_function.none', 'score_function.value']);
  const alone = withPolicy(catalog, { ...defaults, show: ['reparameterization'] }, 'categorical');
  expect(alone.show).toContain('gumbel_softmax');
  const back = withPolicy(catalog, other, 'tanh_gaussian');
  expect(back.objective.id).toBe('quadratic');
});
