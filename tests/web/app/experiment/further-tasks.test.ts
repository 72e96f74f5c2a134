import { expect, test } from 'vitest';
import { addTasks } from '../../../../web/src/app/experiment/further-tasks';
import { select } from '../../../../web/src/app/settings/selection';
import { resolve } from '../../../../web/src/app/settings/settings';
import { parseCatalog } from '../../../../web/src/protocol/catalog';
import { hostTask } from '../../../../web/src/tasks/host';
import { startHostModule, startModule } from '../../live';

const task = {
  id: 'hopper',
  title: 'A stand-in',
  observation: ['x'],
  action: [{ name: 'force', low: -1, high: 1 }],
  timeLimit: 10,
  create: () => ({}),
  reset: () => undefined,
  step: () => ({ reward: 0, terminated: false }),
  observe: () => [0],
};
const preset = {
  id: 'hopper-sac',
  title: 'SAC',
  teaches: 'Something.',
  config: 'environment=hopper&algorithm=sac&sac.tau=0.5',
  steps: 100,
  threshold: 1,
  learns: true,
};

test('a catalog takes in what another has besides, once', async () => {
  const catalog = parseCatalog((await startModule()).catalog());
  const module = await startHostModule();
  hostTask(module, task);
  module.addPreset(preset);
  const [environments, presets] = [catalog.environments.length, catalog.presets.length];
  for (let i = 0; i < 2; ++i) {
    addTasks(catalog, module.catalog());
    expect(catalog.environments.slice(environments).map(({ id }) => id)).toEqual([
      'formula',
      'hopper',
    ]);
    expect(catalog.presets).toHaveLength(presets + 1);
  }
  const { environment, values } = resolve(catalog, new Map([['preset', 'hopper-sac']]));
  expect(environment.title).toBe('A stand-in');
  expect(values.get('sac.tau')).toBe('0.5');
  const { settings } = select(catalog, new Map([['preset', 'cart-pole-dqn']]), {
    environment: 'hopper',
  });
  expect(settings.get('algorithm')).not.toBe('dqn');
});

test.each([
  [{ ...preset, config: 'environment=nowhere' }, 'nowhere'],
  [{ ...preset, id: 'pendulum-sac' }, 'there is one'],
  [{ ...preset, steps: 0.5 }, 'steps'],
  [{ ...preset, learns: 'yes' }, 'learns'],
])('a preset that cannot be is refused: %j', async (wrong, part) => {
  const module = await startHostModule();
  hostTask(module, task);
  expect(() => module.addPreset(wrong as typeof preset)).toThrow(part);
});
