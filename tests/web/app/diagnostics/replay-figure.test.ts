import { beforeAll, expect, test, vi } from 'vitest';
import type { Measured } from '../../../../web/src/app/diagnostics/metric-lines';
import { replayFigure } from '../../../../web/src/app/diagnostics/replay-figure';
import { resolve } from '../../../../web/src/app/settings/settings';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import { parseConfig } from '../../../../web/src/protocol/config';
import { startModule } from '../../live';

vi.mock('../../../../web/src/app/kit/color-theme', () => ({ runColor: () => 'blue' }));

const about = { settings: 'Run A', build: '1.0', link: '#v=2' };
let catalog: Catalog;
beforeAll(async () => {
  catalog = parseCatalog((await startModule()).catalog());
});

function run(id: Measured['id'], config: string): Measured {
  return { id, resolved: resolve(catalog, parseConfig(config)), title: id, style: 0, bins: [] };
}

test('what is replayed is told by iterations, with its share of the run', () => {
  const ranges = [
    { first: 0, last: 3, transitions: 600 },
    { first: 4, last: 5, transitions: 200 },
  ];
  const replayed = [
    { run: run('A', 'preset=pendulum-sac&seed=7'), ranges },
    { run: run('B', 'environment=cart_pole&algorithm=a2c'), ranges: [] },
  ];
  const figure = replayFigure(replayed, about)!;
  expect(figure.rows()).toEqual([
    ['run', 'first iteration', 'last iteration', 'transitions', 'share'],
    ['A', 0, 3, 600, 0.75],
    ['A', 4, 5, 200, 0.25],
  ]);
  expect(figure.picture!.label).toBe(
    'Transitions per iteration. Run A: 800 transitions of iterations 0 to 5.',
  );
  expect(figure.caption).toMatch(/One seed per run \(A: 7\)\. Run B replays nothing\.$/);
  expect(figure.formulas![0]!.mathml).toContain('<math');
});

test('where nothing is replayed there is no figure', () => {
  const replayed = [{ run: run('A', 'environment=cart_pole&algorithm=a2c'), ranges: [] }];
  expect(replayFigure(replayed, about)).toBeNull();
});
