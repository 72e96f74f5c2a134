import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AcpModule } from '@acp/module';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import { addArm, addSettings } from '../../../../web/src/app/experiment/fork';
import { Playground } from '../../../../web/src/app/experiment/playground';
import { type Core, wrapModule } from '../../../../web/src/core/core';
import type { TransportEvents } from '../../../../web/src/protocol/client';
import { startModule } from '../../live';
import { FairChannel, runOffice } from '../../office';

let acp: AcpModule;
beforeAll(async () => {
  acp = await startModule();
  vi.stubGlobal('MessageChannel', FairChannel);
});

let playground: Playground;
let open: Set<TransportEvents>;
let refusal: string;
let frames: ReturnType<typeof setInterval>;
beforeEach(async () => {
  const core: Core = wrapModule(acp);
  refusal = '';
  const workers = runOffice({
    ...core,
    open: (config) => {
      if (refusal !== '') throw new Error(refusal);
      return core.open(config);
    },
  });
  open = workers.open;
  playground = new Playground(catalog, ['A'], workers.connect);
  playground.$watching.set(false);
  frames = setInterval(() => playground.runs.forEach((run) => run.refresh(performance.now())), 16);
  await playground.start('#v=2&preset=cart-pole-a2c');
});
afterEach(() => {
  playground.pause();
  clearInterval(frames);
});

const added = () => playground.runs.at(-1)!.$view.get();

describe('an arm that is added', () => {
  test('trains at once if the others do', async () => {
    playground.setStopAt(null);
    playground.play();
    expect(await addArm(playground, 'cart-pole-reinforce')).toBe('');
    await vi.waitFor(() => expect(added().steps).toBeGreaterThan(5));
    expect(added().activity).toBe('training');
    expect(playground.$playing.get()).toBe(true);
  });

  test('rests if the others do', async () => {
    expect(await addArm(playground, null)).toBe('');
    expect(playground.arms.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(added()).toMatchObject({ steps: 0, activity: 'paused' });
  });

  test('with settings that the core refuses is none, and leaves no worker', async () => {
    const before = playground.$settings.get();
    const settings = new Map([
      ['preset', 'cart-pole-a2c'],
      ['a2c.gamma', '7'],
    ]);
    expect(await addSettings(playground, () => settings)).toMatch(/a2c\.gamma: .*7/);
    refusal = 'out of memory';
    expect(await addArm(playground, null)).toMatch(/out of memory/);
    expect(open.size).toBe(1);
    expect(playground.arms).toHaveLength(1);
    expect(playground.$settings.get()).toBe(before);
    refusal = '';
    expect(await addArm(playground, null)).toBe('');
    expect(open.size).toBe(2);
  });
});
