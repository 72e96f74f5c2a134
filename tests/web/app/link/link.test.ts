import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpModule } from '@acp/module';
import { type Claim, formatLink } from '../../../../web/src/app/link/link';
import { openLink } from '../../../../web/src/app/link/open-link';
import { availablePairs, type Pair } from '../../../../web/src/app/settings/pairs';
import { resolve } from '../../../../web/src/app/settings/settings';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { formatConfig, parseConfig, type Settings } from '../../../../web/src/protocol/config';
import { startModule } from '../../live';

let acp: AcpModule;
let catalog: Catalog;
let pairs: readonly Pair[];
beforeAll(async () => {
  acp = await startModule();
  catalog = parseCatalog(acp.catalog());
  pairs = availablePairs(catalog);
});

const check = (settings: Settings) => Promise.resolve(acp.check(formatConfig(settings)));
const open = (hash: string, runs = 2) => openLink(hash, { catalog, pairs, runs, check });
const texts = async (hash: string, runs = 2) => (await open(hash, runs)).runs.map(formatConfig);
const format = (runs: readonly string[], claims: readonly Claim[] = []) =>
  formatLink(catalog, pairs, runs.map(parseConfig), claims);
const values = (settings: Settings) => Object.fromEntries(resolve(catalog, settings).values);
const FIRST = ['preset=pendulum-sac-score-function', 'preset=pendulum-sac'];
const D = (digit: string) => digit.repeat(16);

describe('a link', () => {
  test.each([
    ['#v=2&pair=score-function&seed=3', FIRST.map((preset) => `${preset}&seed=3`)],
    [
      '#v=2&preset=pendulum-sac&seed=3&b.sac.estimator=score_function',
      ['preset=pendulum-sac&seed=3', 'preset=pendulum-sac&seed=3&sac.estimator=score_function'],
    ],
    [
      '#v=2&pair=score-function&seed=1&sac.tau=0.02&a.sac.gamma=0.9',
      [`${FIRST[0]}&seed=1&sac.tau=0.02&sac.gamma=0.9`, `${FIRST[1]}&seed=1&sac.tau=0.02`],
    ],
    [
      '#v=2&seed=1&gridworld.map=s..-.x.-..g&a.preset=lqr-ddpg' +
        '&b.environment=gridworld&b.algorithm=tabular_q',
      [
        'preset=lqr-ddpg&seed=1',
        'environment=gridworld&algorithm=tabular_q&seed=1&gridworld.map=s..-.x.-..g',
      ],
    ],
    [
      '#v=2&preset=pendulum-sac&a.seed=1&b.seed=2',
      ['preset=pendulum-sac&seed=1', 'preset=pendulum-sac&seed=2'],
    ],
    ['#v=2&preset=cart-pole-a2c&seed=1', ['preset=cart-pole-a2c&seed=1']],
    [
      '#v=2&preset=pendulum-sac&seed=1&b.sac.tau=0.1&d.sac.tau=0.2',
      ['', '&sac.tau=0.1', '', '&sac.tau=0.2'].map((own) => `preset=pendulum-sac&seed=1${own}`),
    ],
    [
      '#v=2&runs=3&pair=bootstrapping&seed=5&a2c.gamma=0.9',
      ['reinforce', 'a2c', 'reinforce'].map(
        (id) => `preset=cart-pole-${id}&seed=5${id === 'a2c' ? '&a2c.gamma=0.9' : ''}`,
      ),
    ],
    [
      '#v=2&seed=1&a.preset=pendulum-sac-score-function' +
        '&b.preset=pendulum-sac&b.environment=reacher',
      [`${FIRST[0]}&seed=1`, `${FIRST[1]}&environment=reacher&algorithm=sac&seed=1`],
    ],
  ])('says its runs and is said by them: %s', async (hash, runs) => {
    expect(format(runs)).toBe(hash);
    const opened = await open(hash, runs.length);
    expect(opened.ignored).toEqual([]);
    expect(opened.runs.map(values)).toEqual(runs.map(parseConfig).map(values));
  });

  test('leaves out what is as the preset or the default has it, and what belongs elsewhere', () => {
    const spare = '&sac.tau=1e-2&sac.estimator=reparameterization&pendulum.gravity=10';
    expect(format(FIRST.map((preset) => `${preset}&seed=1${spare}`))).toBe(
      '#v=2&pair=score-function&seed=1&a.sac.estimator=reparameterization',
    );
    expect(format(Array(2).fill('environment=lqr&algorithm=dpg&sac.tau=0.1') as string[])).toBe(
      '#v=2&runs=2&environment=lqr&algorithm=dpg&seed=1',
    );
  });

  test('that says nothing is the first pair', async () => {
    for (const hash of ['', '#', '#v=2', '#v=1']) {
      expect(await texts(hash)).toEqual(FIRST);
      expect((await open(hash)).ignored).toEqual([]);
    }
  });

  test('of an environment gets an algorithm that accepts it, and the other way round', async () => {
    expect(await texts('#environment=cart_pole', 1)).toEqual([
      'environment=cart_pole&algorithm=sac_discrete',
    ]);
    expect(await texts('#algorithm=tabular_q', 1)).toEqual([
      'environment=gridworld&algorithm=tabular_q',
    ]);
    expect(await texts('#preset=pendulum-sac&environment=lqr', 1)).toEqual([
      'preset=pendulum-sac&environment=lqr&algorithm=sac',
    ]);
  });

  test('of version 1 is read as it was', async () => {
    const seeded = (ids: string[]) => ids.map((id) => `preset=${id}&seed=3`);
    expect(await texts('#v=1&pair=bootstrapping&seed=3')).toEqual(
      seeded(['cart-pole-reinforce', 'cart-pole-a2c']),
    );
    expect(await texts('#v=1&preset=lqr-ddpg&preset=pendulum-sac&seed=3')).toEqual(
      seeded(['lqr-ddpg', 'pendulum-sac']),
    );
    expect(await texts('#v=1&preset=lqr-ddpg&seed=3')).toEqual(seeded(['lqr-ddpg', 'lqr-ddpg']));
    const third = '#v=1&preset=lqr-ddpg&preset=lqr-ddpg&preset=lqr-ddpg';
    expect((await open(third)).ignored).toEqual(['c.preset: there is no run C']);
  });
});

describe('of a bad link', () => {
  test.each([
    ['#pair=lunar', 'pair=lunar: not one of score-function, leave-one-out'],
    ['#preset=lunar', 'preset=lunar: not one of pendulum-sac, '],
    ['#environment=__proto__', 'environment=__proto__: not one of pendulum, '],
    ['#seed=-1', 'seed=-1: -1 is outside [0, '],
    ['#seed=1.5', 'seed=1.5: '],
    ['#seed=', 'seed=: not a name and a value'],
    ['#b.sac.tau=2', 'b.sac.tau=2: 2 is outside [0.0001, 1]'],
    ['#sac.tau=NaN', 'sac.tau=NaN: "NaN" is not a number in [0.0001, 1]'],
    ['#sac.tau=Infinity', '"Infinity" is not a number'],
    ['#sac.tau=0x10', '"0x10" is not a number'],
    ['#sac.estimator=pathwise', '"pathwise" is not one of reparameterization, score_function'],
    [
      '#b.sac.baseline=leave_one_out&b.sac.estimator=score_function',
      'b.sac.baseline=leave_one_out: sac.action_samples: 1 is outside',
    ],
    ['#sac.tua=1', 'sac.tua: unknown parameter, did you mean sac.tau?'],
    ['#a2c.gamma=0.9', 'a2c.gamma: unknown parameter'],
    ['#colour=red', 'colour: unknown parameter'],
    ['#__proto__=1', '__proto__=1: not a name and a value'],
    ['#constructor=1', 'constructor: unknown parameter'],
    ['#toString', 'toString=: not a name and a value'],
    ['#c.sac.tau=0.1', 'c.sac.tau: there is no run C'],
    ['#sac.tau=%E0%A4%A', 'sac.tau=%E0%A4%A: not readable'],
    ['#sac.tau=0.1%26seed%3D9', 'sac.tau=0.1&seed=9: not a name and a value'],
    ['#y=%3Cscript%3Ealert(1)%3C/script%3E', 'y: unknown parameter'],
    ['#runs=9', 'runs=9: not a number of runs from 1 to 4'],
    ['#v=3&seed=7', 'v=3: only versions 1 and 2 are known'],
    [`#seed=${'9'.repeat(90)}`, '9…: '],
    ['#at=2000', 'digest=: not 2 × 16 hexadecimal digits'],
    [`#at=2000&digest=${D('a')}`, 'not 2 × 16'],
    [`#at=0&digest=${D('a')},${D('b')}`, 'at=0: not environment steps from 1 to 1,000,000,000'],
    [`#at=1,2,3&digest=${D('a')},${D('b')}`, 'at=1,2,3: not environment steps'],
    [`#at=1000000001&digest=${D('a')},${D('b')}`, 'not environment steps'],
  ])('what is wrong is named, and the rest is the default: %s', async (hash, note) => {
    const { runs, ignored, claims } = await open(hash);
    expect(runs.map(values)).toEqual(
      FIRST.map(parseConfig).map((run, i) => ({
        ...values(run),
        ...(i === 1 && hash.includes('&b.') ? { 'sac.estimator': 'score_function' } : {}),
      })),
    );
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toContain(note);
    expect(ignored[0]!.length).toBeLessThan(260);
    expect(claims).toEqual([]);
  });

  test('a part without end is not even decoded', async () => {
    const { ignored } = await open(`#seed=${'%39'.repeat(1_000_000)}`);
    expect(ignored).toEqual([`seed=${'%39'.repeat(11)}%3…: not readable`]);
  });

  test('the valid parts are kept, whatever their order', async () => {
    const { runs, ignored } = await open(
      '#v=2&seed=7&pair=x&b.sac.tau=0.02&sac.gamma=5&b.sac.gamma=0.9&seed=8&%=',
    );
    expect(runs.map(formatConfig)).toEqual([
      `${FIRST[0]}&seed=7`,
      `${FIRST[1]}&seed=7&sac.tau=0.02&sac.gamma=0.9`,
    ]);
    expect(ignored.map((note) => note.split(':')[0])).toEqual([
      '%=',
      'seed=8',
      'pair=x',
      'sac.gamma=5',
    ]);
  });

  test('a choice that needs another value goes, not its neighbours', async () => {
    const { runs } = await open('#sac.estimator=score_function&sac.baseline=leave_one_out&seed=4');
    expect(values(runs[1]!)).toMatchObject({
      seed: '4',
      'sac.estimator': 'score_function',
      'sac.baseline': 'none',
    });
  });

  test('an algorithm that does not suit the environment is refused with it', async () => {
    const { runs, ignored } = await open('#environment=gridworld&algorithm=dpg&seed=2', 1);
    expect(runs.map(formatConfig)).toEqual([`${FIRST[0]}&seed=2`]);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toMatch(/^algorithm: /);
  });

  test('the first few of many mistakes are named, and the others counted', async () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `x${i}=1`).join('&');
    const { runs, ignored } = await open(`#seed=7&${many}`);
    expect(resolve(catalog, runs[0]!).values.get('seed')).toBe('7');
    expect(ignored).toHaveLength(9);
    expect(ignored.at(-1)).toBe('and 49,992 more');
  });
});

describe('the claim of a link', () => {
  const runs = FIRST.map((preset) => `${preset}&seed=1`);
  test.each([
    [[2000, 2000], '&at=2000&'],
    [[2000, 1980], '&at=2000,1980&'],
  ])('is what every run has come to: %j', async (steps, at) => {
    const claims = steps.map((step, i) => ({ steps: step, digest: D('9f'[i]!) }));
    const hash = format(runs, claims);
    expect(hash).toBe(`#v=2&pair=score-function&seed=1${at}digest=${D('9')},${D('f')}`);
    expect((await open(hash)).claims).toEqual(claims);
  });

  test('is dropped where the settings are not those of the link', async () => {
    const claims = [D('1'), D('2')].map((digest) => ({ steps: 9, digest }));
    const { claims: kept, ignored } = await open(`${format(runs, claims)}&sac.tau=7`);
    expect(kept).toEqual([]);
    expect(ignored.at(-1)).toBe('digest: not compared, because parts of the link were ignored');
  });
});
