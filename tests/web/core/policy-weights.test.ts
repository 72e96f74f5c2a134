import { beforeAll, describe, expect, test } from 'vitest';
import type { AcpModule } from '@acp/module';
import { wrapModule } from '../../../web/src/core/core';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { decodeFrame } from '../../../web/src/protocol/frame';
import { startModule } from '../live';

interface PolicyFile {
  observation: { name: string; scale: number; shift: number }[];
  layers: { activation: string; weights: number[][]; biases: number[] }[];
  head: string;
  action: { kind: string; names: string[]; low: number[]; high: number[] };
}

/** The deterministic action, as docs/policy-weights.md says. */
function act(policy: PolicyFile, observation: readonly number[]): number[] {
  let x = policy.observation.map(({ scale, shift }, i) => scale * observation[i]! + shift);
  for (const { weights, biases, activation } of policy.layers) {
    x = weights.map((row, i) => {
      const sum = row.reduce((total, weight, j) => total + weight * x[j]!, biases[i]!);
      if (activation === 'relu') return Math.max(0, sum);
      return activation === 'tanh' ? Math.tanh(sum) : sum;
    });
  }
  const { kind, low, high } = policy.action;
  if (kind === 'discrete') return [x.indexOf(Math.max(...x))];
  return low.map((lowest, i) => {
    const a = policy.head === 'gaussian' ? Math.min(1, Math.max(-1, x[i]!)) : Math.tanh(x[i]!);
    return lowest + ((a + 1) / 2) * (high[i]! - lowest);
  });
}

type Picture = Record<string, number>;

const swing = ({ theta, theta_dot }: Picture) => [Math.cos(theta!), Math.sin(theta!), theta_dot!];
const roll = ({ position, velocity }: Picture) => [position!, velocity!];
const cell = (picture: Picture) =>
  Array.from({ length: picture.rows! * picture.columns! }, (_, i) =>
    Number(i === picture.row! * picture.columns! + picture.column!),
  );

/** Runs whose picture shows what the policy sees, and what it does about it. */
const cases: [string, string, (picture: Picture) => number[], (picture: Picture) => number][] = [
  ['preset=pendulum-sac', 'tanh_gaussian', swing, ({ torque }) => torque!],
  ['preset=pendulum-sac&sac.activation=tanh', 'tanh_gaussian', swing, ({ torque }) => torque!],
  ['preset=pendulum-ddpg&normalise_observations=true', 'tanh', swing, ({ torque }) => torque!],
  ['preset=pendulum-a2c', 'gaussian', swing, ({ torque }) => torque!],
  ['preset=mountain-car-dqn', 'action_values', roll, ({ force }) => force! + 1],
  ['environment=gridworld&algorithm=a2c', 'categorical', cell, ({ action }) => action!],
  [
    'preset=gridworld-q-learning&normalise_observations=true',
    'action_values',
    cell,
    ({ action }) => action!,
  ],
];

let acp: AcpModule;
beforeAll(async () => {
  acp = await startModule();
});

describe('the weights, used as their document says', () => {
  test.each(cases)('%s acts as the core does', (config, head, see, acted) => {
    const catalog = parseCatalog(acp.catalog());
    const run = wrapModule(acp).open(`${config}&seed=2`);
    run.train(1500, 60_000);
    const policy = JSON.parse(run.policy()) as PolicyFile;
    expect(policy.head).toBe(head);
    const environment = /environment=(\w+)/.exec(run.config())![1]!;
    const columns = catalog.environments.find(({ id }) => id === environment)!.draw;
    const look = (): Picture => {
      const { buffer, words } = run.packFrame(new ArrayBuffer(0));
      const { draw } = decodeFrame(buffer, words);
      return Object.fromEntries(columns.map((name, i) => [name, draw[i]!]));
    };
    const range = policy.action.kind === 'discrete' ? 0 : 4;
    let compared = 0;
    for (let i = 0; i < 60; i++) {
      if (i % 7 === 0) run.kick(i % 2 === 0 ? 1 : -0.6);
      const before = look();
      run.watch(1, false);
      const after = look();
      if (after.action === -1) continue; // a new episode
      const [expected] = act(policy, see(before));
      expect(Math.abs(acted(after) - expected!)).toBeLessThanOrEqual(1e-4 * range);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
    run.delete();
  });
});
