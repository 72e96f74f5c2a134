import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpExactModule, AcpSurrogate } from '@acp/exact-module';
import { wrapBootstrapModule } from '../../../web/src/core/bootstrap-core';
import { Bootstrapping } from '../../../web/src/worker/bootstrapping';
import { EMBIND, EXACT_DECLARATIONS, declared, methodsOf } from '../declarations';
import { startExactModule, startModule } from '../live';

const NATIVE = resolve(import.meta.dirname, '../../../build/native/acp');
const ETAS = Float64Array.of(0, 0.5, 1, 4);

let acp: AcpExactModule;
beforeAll(async () => {
  acp = await startExactModule();
});

/** The rows that the native command line prints. */
function printed(...args: string[]): number[][] {
  const lines = execFileSync(NATIVE, args, { encoding: 'utf8' }).trimEnd().split('\n');
  return lines.map((line) =>
    Object.values(JSON.parse(line) as Record<string, number | null>).map((x) => x ?? NaN),
  );
}
function rows(numbers: Float64Array, width: number): number[][] {
  return Array.from({ length: numbers.length / width }, (_, i) => [
    ...numbers.slice(width * i, width * (i + 1)),
  ]);
}

describe('the exact laboratories', () => {
  const made: [string, () => object][] = [
    ['AcpSurrogate', () => new acp.Surrogate('process=chain', null)],
    ['AcpBootstrap', () => new acp.Bootstrap('process=random_walk')],
    ['AcpRun', () => new acp.Run('preset=cart-pole-a2c')],
    ['AcpFrozenReturns', () => new acp.FrozenReturns('states=2', checkpoint)],
  ];
  let checkpoint: Uint8Array;
  beforeAll(async () => {
    const { Session } = await startModule();
    const run = new Session('environment=gridworld&algorithm=a2c&evaluate_every=0');
    run.train(500, 60_000);
    checkpoint = run.save().slice();
  });

  test.each(made)('%s has the members that are declared', (name, make) => {
    const live = methodsOf(make()).filter((each) => !EMBIND.includes(each));
    expect(live.sort()).toEqual([...declared(name, EXACT_DECLARATIONS).keys()].sort());
  });

  test('a checkpoint brings its process and its policy', () => {
    const lab = new acp.Surrogate('', checkpoint);
    expect(JSON.parse(lab.describe())).toMatchObject({ process: 'gridworld', gamma: 0.99 });
    const returns = new acp.FrozenReturns('states=3&rollouts=4&longest=8', checkpoint);
    expect([returns.advance(), returns.advance(), returns.advance()]).toEqual([false, false, true]);
    expect(rows(returns.rows(), 5).map(([n]) => n)).toEqual([1, 2, 4, 8]);
  });

  test('a policy has values in every state of its task', () => {
    const config = 'environment=gridworld&algorithm=a2c&gridworld.map=s.g&gridworld.slip=0';
    const right = Float64Array.of(0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0);
    const [first, second, goal] = rows(acp.tableValues(config, right, 0), 2);
    for (const value of second!) expect(value).toBeCloseTo(0.96, 9);
    for (const value of first!) expect(value).toBeCloseTo(-0.04 + 0.99 * 0.96, 9);
    expect(goal).toEqual([NaN, NaN]);
    expect(() => acp.tableValues(config, right.slice(1), 0)).toThrow('policy: 11 numbers');
    expect(() => acp.tableValues('environment=pendulum', right, 0)).toThrow(
      'environment: pendulum',
    );
    expect(() => acp.tableValues(config, right.with(0, NaN), 0)).toThrow('policy: ');
    expect(() => acp.tableValues(config, right, NaN)).toThrow('alpha: ');
  });

  test('a run learns as in the module that trains', async () => {
    const { Session } = await startModule();
    const config = 'environment=gridworld&algorithm=a2c&evaluate_every=0';
    const [here, there] = [new acp.Run(config), new Session(config)];
    while (here.steps() < 700) here.train(700 - here.steps(), 5);
    there.train(700, 60_000);
    expect(here.steps()).toBe(700);
    const again = new Session('');
    again.load(here.save().slice());
    expect(again.digest()).toBe(there.digest());
    expect(() => here.train(-1, 5)).toThrow(/^maxSteps: -1 is outside/);
    expect(() => new acp.Run('preset=none')).toThrow(/^preset: "none" is not one of/);
  });

  test('a surrogate is set, moved and begun anew', () => {
    const lab: AcpSurrogate = new acp.Surrogate('process=polytope', null);
    lab.setTheta(Float64Array.of(0, 1, 0, 2));
    lab.setBehaviour(Float64Array.of(0, 0, 0, 0));
    lab.setDrawn(Float64Array.of(0, 3, 0, 4));
    lab.move('direction=drawn', 5);
    expect([...lab.theta()]).toEqual([0, 4, 0, 6]);
    lab.reset();
    expect([...lab.theta()]).toEqual([0, 0, 0, 0]);
    expect(lab.surface(3)).toHaveLength(9 * 6);
    expect(JSON.parse(lab.polytope())).toHaveProperty('edges.length', 4);
    expect(JSON.parse(lab.at('', 1))).toHaveProperty('gradients.length', 4);
    expect(JSON.parse(lab.rollouts('', 1, 5, 1))).toHaveProperty('alone.steps.length', 5);
    expect(JSON.parse(lab.improve('rounds=3'))).toHaveProperty('rounds.length', 4);
    expect(JSON.parse(lab.path('steps=3'))).toHaveLength(4);
  });

  test('functions answer with JSON', () => {
    expect(JSON.parse(acp.catalog())).toHaveProperty('surrogate.processes');
    expect(JSON.parse(acp.simplex('paths=1'))).toHaveProperty('paths.length', 1);
    expect(JSON.parse(acp.randomWalk('runs=10'))).toHaveProperty('rms');
  });

  test('what is wrong is said', () => {
    expect(() => new acp.Surrogate('process=none', null)).toThrow(/^process: "none" is not one of/);
    expect(() => new acp.Bootstrap('process=chain:gamma=1')).toThrow(/^gamma: 1 needs/);
    const lab = new acp.Surrogate('process=chain', null);
    expect(() => lab.setTheta(Float64Array.of(1))).toThrow(/^theta: has 1 numbers, where 8 rows/);
    expect(() => lab.line('direction=up', ETAS)).toThrow(/^direction: "up" is not one of/);
    expect(() => lab.line('', Float64Array.of(-1))).toThrow(/^etas: -1 is outside/);
    expect(() => lab.line('', [1] as unknown as Float64Array)).toThrow(/^etas: not a Float64Array/);
    expect(() => lab.estimate('', ETAS, 0, 1)).toThrow(/^episodes: /);
    expect(() => acp.randomWalk('states=4')).toThrow(/^states: 4 is even/);
  });
});

describe('native and WebAssembly', () => {
  const process = 'process=gridworld:slip=0.3,gamma=0.9';
  test.each(['gradient', 'natural', 'policy_iteration'])(
    'agree bit by bit along %s',
    (direction) => {
      const lab = new acp.Surrogate(process, null);
      const native = printed('surrogate', process, `direction=${direction}`, 'etas=0,0.5,1,4');
      expect(rows(lab.line(`direction=${direction}`, ETAS), 5)).toEqual(native);
    },
  );
  test('agree bit by bit along what is drawn', () => {
    const lab = new acp.Surrogate('process=two_states', null);
    lab.setDrawn(Float64Array.of(0.5, -1, 0, 0.25));
    const drawn = ['direction=drawn', 'drawn=0.5,-1,0,0.25', 'etas=0,0.5,1,4'];
    expect(rows(lab.line('direction=drawn', ETAS), 5)).toEqual(
      printed('surrogate', 'process=two_states', ...drawn),
    );
  });
  test('agree bit by bit in policies of three arms', () => {
    const native = execFileSync(NATIVE, ['surrogate', 'process=simplex:ascent=natural,offset=-1']);
    expect(acp.simplex('ascent=natural&offset=-1')).toBe(native.toString().trimEnd());
  });
  test('agree bit by bit in estimates from the same seed', () => {
    const lab = new acp.Surrogate(process, null);
    const native = printed('surrogate', process, 'etas=0,0.5,1,4', 'episodes=200', 'seed=7');
    expect(rows(lab.estimate('', ETAS, 200, 7), 7)).toEqual(native);
  });
  test('agree bit by bit in what TD learns on a walk', () => {
    const walk = { n: 4, step_size: 0.4, states: 19, episodes: 10, runs: 20, seed: 3 };
    const config = Object.entries(walk).map((pair) => pair.join('='));
    const input = JSON.stringify({ op: 'random_walk', ...walk });
    const native = execFileSync(NATIVE, ['probe'], { input, encoding: 'utf8' });
    expect(JSON.parse(acp.randomWalk(config.join('\n')))).toEqual(JSON.parse(native));
  });
  test('agree bit by bit in returns of n steps, as the page asks for them', () => {
    const { handlers } = new Bootstrapping(wrapBootstrapModule(acp));
    const process = 'random_walk:length=19,gamma=1';
    const { steps, lambdas } = handlers.returns(process, 0.3, [1, 4, 64], [0, 0.95]);
    const native = printed('bootstrap', `process=${process}`, 'error=0.3', 'n=1,4,64');
    expect(rows(steps, 5)).toEqual(native);
    const decayed = printed('bootstrap', `process=${process}`, 'error=0.3', 'lambda=0,0.95');
    expect(rows(lambdas, 5)).toEqual(decayed);
  });
  test('agree bit by bit in returns of a frozen run, as the page asks for them', () => {
    const { handlers } = new Bootstrapping(wrapBootstrapModule(acp));
    const config = 'preset=gridworld-actor-critic&seed=3&evaluate_every=0';
    let checkpoint: ArrayBuffer | null = null;
    while (!checkpoint) checkpoint = handlers.learn(config, 2000, 20);
    const folder = mkdtempSync(join(tmpdir(), 'frozen-'));
    const path = join(folder, 'run.acp');
    writeFileSync(path, new Uint8Array(checkpoint));
    handlers.freeze(0, 'states=6&rollouts=8&longest=32&seed=5', checkpoint);
    let sample = handlers.sample(0, 0);
    while (!sample.isDone) sample = handlers.sample(0, 5);
    const sampling = ['states=6', 'rollouts=8', 'longest=32', 'seed=5'];
    const native = printed('bootstrap', `checkpoint=${path}`, ...sampling);
    expect(rows(sample.rows, 5)).toEqual(native);
    expect(native.map(([n]) => n)).toEqual([1, 2, 4, 8, 16, 32]);
    rmSync(folder, { recursive: true });
  });
  test('agree bit by bit in moments of returns', () => {
    const lab = new acp.Bootstrap('process=three_states');
    const native = printed('bootstrap', 'process=three_states', 'error=0.5', 'lambda=0,0.5,1');
    expect(rows(lab.lambdas(0.5, Float64Array.of(0, 0.5, 1)), 5)).toEqual(native);
  });
});
