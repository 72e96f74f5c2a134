import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { catalog } from '../../../../web/src/app/experiment/core-catalog';
import { Playground } from '../../../../web/src/app/experiment/playground';
import { turnTo } from '../../../../web/src/app/lesson/turn';
import type { Stepped } from '../../../../web/src/app/link/link';
import { wrapModule } from '../../../../web/src/core/core';
import { startModule } from '../../live';
import { FairChannel, runOffice } from '../../office';

const LINK = '#v=2&preset=pendulum-ddpg&seed=1';
const STEPPED: Stepped = { step: 900, line: 'action', sample: 3 };

let playground: Playground;
beforeAll(() => void vi.stubGlobal('MessageChannel', FairChannel));
beforeEach(async () => {
  playground = new Playground(catalog, ['A'], runOffice(wrapModule(await startModule())).connect);
  playground.$watching.set(false);
  await playground.start('#v=2&preset=pendulum-sac&seed=2&step=700&line=target');
});

test('an update is looked at once the runs that it is of are there', async () => {
  const seen: (Stepped | null)[] = [];
  playground.$stepped.listen((stepped) => seen.push(stepped));
  const startOver = vi.spyOn(playground, 'startOver');
  startOver.mockImplementation(() => {
    expect(playground.$stepped.get()).toBeNull();
    return Promise.resolve();
  });
  await turnTo(playground, `${LINK}&step=900&line=action&sample=3`);
  expect(startOver).toHaveBeenCalledOnce();
  expect(playground.$settings.get().get('A')!.get('preset')).toBe('pendulum-ddpg');
  expect(seen).toEqual([null, STEPPED]);
});

test('what says nothing of an update leaves none', async () => {
  expect(playground.$stepped.get()).not.toBeNull();
  await turnTo(playground, LINK);
  expect(playground.$stepped.get()).toBeNull();
});
