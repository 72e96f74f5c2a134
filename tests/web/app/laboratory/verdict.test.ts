import { describe, expect, test } from 'vitest';
import { compare, isWrong, verdict } from '../../../../web/src/app/laboratory/verdict';
import { criticError, ratio } from '../../../../web/src/app/text/numbers';
import { theoryOf } from '../../../../web/src/app/laboratory/figures';
import type { LabResult, LabTask } from '../../../../web/src/protocol/lab';
import { FakeLab } from './fake-lab';

async function measured(task: string): Promise<{ task: LabTask; of: (id: string) => LabResult }> {
  const lab = new FakeLab();
  const description = await lab.open(task);
  const ids = ['reparameterization', 'score_function.none', 'score_function.value'];
  const requests = ids.map((id) => {
    const [estimator, baseline = 'none'] = id.split('.');
    const config = `estimator=${estimator}&baseline=${baseline}&samples=1&seed=1`;
    return { config, repeats: 6000, rows: false };
  });
  const answers = await lab.measure(requests);
  return { task: description, of: (id) => answers[ids.indexOf(id)]!.result };
}

async function words(task: string, ids: string[]): Promise<string> {
  const found = await measured(task);
  const entries = ids.map((id) => ({ id, name: id, result: found.of(id) }));
  const { headline, sentences } = verdict(entries, found.task)!;
  return [headline, ...sentences].join(' ');
}

const [RP, NONE, VALUE] = ['reparameterization', 'score_function.none', 'score_function.value'];
const gaussian = 'policy=gaussian:mu=1,log_sigma=0';

describe('the verdict', () => {
  test('turns with the frequency of a cosine', async () => {
    const slow = await words(`${gaussian}&objective=cosine:frequency=0.3`, [RP, VALUE]);
    expect(slow).toMatch(/^reparameterization has the lowest mean squared error: [\d.]+ times/);
    expect(slow).toContain('which way is up');
    const fast = await words(`${gaussian}&objective=cosine:frequency=5`, [RP, VALUE]);
    expect(fast).toMatch(/^score_function.value has the lowest mean squared error/);
    expect(fast).toContain('k²/2');
  });

  test('does not let zero variance win that is wrong', async () => {
    const text = await words(`${gaussian}&objective=step:at=0.5`, [RP, VALUE]);
    expect(text).toContain('reparameterization: zero variance, and wrong. It always says (0, 0)');
  });

  test('does not let it win where the gradient is tiny, either', async () => {
    const { task, of } = await measured(`${gaussian}&objective=step:at=6.5`);
    const silent = { ...of(RP), exact: [1e-8, 6e-8], bias_squared: 3.7e-15 };
    const found = verdict([{ id: RP, name: RP, result: silent }], task)!;
    expect(found.headline).toBe('No estimator here can be relied on.');
    expect(found.sentences.join(' ')).toContain('zero variance, and wrong');
  });

  test('does not call wrong what has not met a rare sample yet', async () => {
    const { task, of } = await measured(`${gaussian}&objective=step:at=0.5`);
    const unmet = { total_variance: 0, bias_squared: 0.3, bias_squared_standard_error: 0 };
    const entries = [NONE, VALUE].map((id) => ({ id, name: id, result: of(id) }));
    entries[0]!.result = { ...of(NONE), ...unmet, mean_squared_error: 0.3, mean: [0, 0] };
    const { headline, sentences } = verdict(entries, task)!;
    expect(headline).toMatch(new RegExp(`^${VALUE}: mean squared error`));
    expect(sentences.join(' ')).toContain(`${NONE} cannot be judged yet`);
    expect(sentences.join(' ')).not.toContain('wrong');
  });

  test('says that a baseline can hurt, and that it helps', async () => {
    const hurt = await words(`${gaussian}&objective=cosine:frequency=1`, [NONE, VALUE]);
    expect(hurt).toContain('raises the variance');
    const help = await words(`${gaussian}&objective=quadratic:a=-1,b=0.5,c=100`, [NONE, VALUE]);
    expect(help).toContain('lowers the score function');
  });

  test('is not given before there is something to say', async () => {
    const { task, of } = await measured(`${gaussian}&objective=step:at=0.5`);
    const young = { ...of(RP), repeats: 5 };
    expect(verdict([{ id: RP, name: RP, result: young }], task)).toBeNull();
    expect(verdict([], task)).toBeNull();
  });

  test('is not given between what chance may have ordered', async () => {
    const { task, of } = await measured(`${gaussian}&objective=quadratic:a=-1,b=0,c=0`);
    const vague = { ...of(RP), mean_squared_error_standard_error: 1e3 };
    const entries = [NONE, RP].map((id, i) => ({ id, name: id, result: i ? vague : of(NONE) }));
    expect(verdict(entries, task)!.headline).toContain('cannot be told apart yet');
  });
});

test('a bias is believed only if it is larger than its error', async () => {
  const { of } = await measured(`${gaussian}&objective=step:at=0.5`);
  expect(isWrong(of(RP))).toBe(true);
  expect(isWrong(of(VALUE))).toBe(false);
  expect(isWrong({ ...of(RP), exact: null })).toBe(false);
  expect(compare(of(RP), of(VALUE))).toBe(-1);
  expect(compare(of(VALUE), of(VALUE))).toBe(0);
});

test('the interval of a ratio holds the ratio', () => {
  const { value, low, high } = ratio({ value: 6, error: 0.3 }, { value: 2, error: 0.1 });
  expect(value).toBe(3);
  expect(Math.sqrt(low * high)).toBeCloseTo(3, 9);
  expect(high / value).toBeCloseTo(Math.exp(1.96 * Math.hypot(0.05, 0.05)), 9);
});

test('the law of the leave-one-out baseline is exact, not 1/N', () => {
  const law = (n: number) => 3 / n + 0.5 / (n * (n - 1));
  const points = [{ samples: 2, variance: law(2), standardError: 0 }];
  const theory = theoryOf(points, [1, 2, 4, 64], 3);
  expect(theory.map(({ samples }) => samples)).toEqual([2, 4, 64]);
  for (const { samples, variance } of theory) expect(variance).toBeCloseTo(law(samples), 12);
  const plain = theoryOf([{ samples: 1, variance: 8, standardError: 0 }], [1, 4], null);
  expect(plain).toEqual([
    { samples: 1, variance: 8 },
    { samples: 4, variance: 2 },
  ]);
});

test("the critic's own error needs the exact solution", () => {
  const moment = {
    ...{ environment_steps: 1, updates: 1, state: [0], states: 1 },
    ...{ has_oracle: true, estimator: 'reparameterization', baseline: 'none', samples: 1 },
  };
  const exact = [1, 2];
  expect(criticError({ exact, moment: { ...moment, oracle_exact: [4, -2] } })).toBe(25);
  expect(criticError({ exact, moment: { ...moment, oracle_exact: null } })).toBeNull();
  expect(criticError({ exact: null, moment: { ...moment, oracle_exact: [1, 2] } })).toBeNull();
  expect(criticError({ exact, moment: null })).toBeNull();
});
