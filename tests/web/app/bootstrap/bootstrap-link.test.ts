import { beforeAll, expect, test } from 'vitest';
import {
  formatBootstrapLink,
  readBootstrapLink,
} from '../../../../web/src/app/bootstrap/bootstrap-link';
import { examples, settingsOf } from '../../../../web/src/app/bootstrap/examples';
import { type BootstrapItems, defaultSettings } from '../../../../web/src/app/bootstrap/settings';
import { liveWorker } from './live-worker';

let items: BootstrapItems;
beforeAll(async () => {
  ({ items } = await liveWorker());
});

test('an empty link is the page as it opens, and says only the process', () => {
  const { settings, ignored } = readBootstrapLink('#bootstrap=', items);
  expect([settings, ignored]).toEqual([defaultSettings(items), []]);
  expect(formatBootstrapLink(settings)).toBe('#v=1&bootstrap=random_walk:length=19,gamma=1');
});

test('every example comes back from its link', () => {
  for (const example of examples) {
    const settings = settingsOf(example, items);
    const { settings: read, ignored } = readBootstrapLink(formatBootstrapLink(settings), items);
    expect([read, ignored]).toEqual([settings, []]);
  }
});

test('the map of a gridworld is in the link, as in that of the surrogate laboratory', () => {
  const hash = '#bootstrap=gridworld:map=s.p-..g,slip=0.1,step_reward=0,gamma=0.9';
  const { settings, ignored } = readBootstrapLink(hash, items);
  expect([settings.process.values.get('map'), ignored]).toEqual(['s.p-..g', []]);
  expect(formatBootstrapLink(settings)).toContain('bootstrap=gridworld:map=s.p-..g,slip=0.1,');
  const long = readBootstrapLink(`#bootstrap=gridworld:map=${'.'.repeat(9999)}`, items);
  expect(long.ignored[0]).toMatch(/^bootstrap=gridworld:map=.*longer than \d+ characters$/);
});

test('what cannot be used is named with what could be', () => {
  const { settings, ignored } = readBootstrapLink(
    '#bootstrap=random_walk:length=0&error=2&n=3&axis=m&lambda=0.5&samples=16&x=1',
    items,
  );
  expect(settings).toEqual({ ...defaultSettings(items), lambda: 0.5, samples: 16 });
  expect(ignored).toEqual([
    'bootstrap=random_walk:length=0: random_walk: length: not a number from 1 to 400',
    'error=2: not a number from 0 to 1',
    'axis=m: not n or lambda',
    'n=3: not one of 1, 2, 4, 8, 16, 32, 64, 128, 256, 512',
    'x: unknown',
  ]);
});
