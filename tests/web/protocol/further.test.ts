import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ROBOTS, SIMULATOR_BYTES } from '../../../web/src/protocol/robot-list';
import { isAboutReward } from '../../../web/src/protocol/formulas';
import { isAboutFurther, isAboutRobot, isFurther } from '../../../web/src/protocol/further';
import { robotPresets } from '../../../web/src/protocol/robot-presets';

test.each([
  ...robotPresets.map(({ id }) => `preset=${id}`),
  'environment=half_cheetah&algorithm=sac',
  '#v=2&a.preset=pendulum-sac&b.environment=walker',
  'seed=3 environment=quadruped',
])('%s is about a robot', (text) => expect(isAboutFurther(text)).toBe(true));

test.each(['', 'preset=pendulum-sac', 'environment=walkers', '#v=2&environment=pendulum'])(
  '"%s" is not',
  (text) => expect(isAboutFurther(text)).toBe(false),
);

test.each(['reward=1', 'preset=pendulum-sac&reward=reward+1', '#v=2&b.reward=-theta^2'])(
  '%s has a written reward',
  (text) => expect([isAboutReward(text), isAboutFurther(text)]).toEqual([true, true]),
);

test.each(['reward_scale=2', 'gridworld.step_reward=-1', '#v=2&preset=pendulum-sac'])(
  '%s has none',
  (text) => expect([isAboutReward(text), isAboutFurther(text)]).toEqual([false, false]),
);

test('a robot with a written reward is one still', () => {
  expect(isAboutRobot('environment=walker&reward=2')).toBe(true);
});

test.each(ROBOTS)('%s is a robot', (id) => expect(isFurther(id)).toBe(true));

test('the simulator is as large as the page says', () => {
  const folder = resolve(import.meta.dirname, '../../../node_modules/@mujoco/mujoco');
  expect(statSync(resolve(folder, 'mujoco.wasm')).size).toBe(SIMULATOR_BYTES);
  const { version } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(version).toBe('3.14.0');
});
