import { beforeAll, describe, expect, test } from 'vitest';
import { cycleCell } from '../../../../web/src/draw/env/gridworld-map';
import { Pointing } from '../../../../web/src/app/stage/pointing';
import { type Catalog, parseCatalog } from '../../../../web/src/protocol/catalog';
import type { AcpModule } from '@acp/module';
import { startModule } from '../../live';

describe('Pointing', () => {
  const here = { x: 10, y: 10 };
  const near = { x: 13, y: 12 };
  const far = { x: 90, y: 40 };

  test('follows what it took hold of until the release', () => {
    const pointing = new Pointing();
    expect(pointing.dragged).toBeNull();
    pointing.move(far);
    expect(pointing.dragged).toBeNull();
    pointing.press(here, { isHeld: true, isTurning: false, isClickable: true });
    expect(pointing.dragged).toEqual(here);
    pointing.move(far);
    expect(pointing.dragged).toEqual(far);
    expect(pointing.release(far)).toBeNull();
    expect(pointing.dragged).toBeNull();
  });

  test('clicks where it did not take hold, if it stayed there', () => {
    const pointing = new Pointing();
    const press = (isClickable: boolean) =>
      pointing.press(here, { isHeld: false, isTurning: false, isClickable });
    press(true);
    pointing.move(near);
    expect(pointing.dragged).toBeNull();
    expect(pointing.release(near)).toEqual(here);
    press(true);
    expect(pointing.release(far)).toBeNull();
    press(false);
    expect(pointing.release(here)).toBeNull();
  });

  test('turns by the pixels to the right since the last move', () => {
    const pointing = new Pointing();
    expect(pointing.move(far)).toBe(0);
    pointing.press(here, { isHeld: false, isTurning: true, isClickable: false });
    expect(pointing.dragged).toBeNull();
    expect(pointing.move(near)).toBe(3);
    expect(pointing.move(far)).toBe(77);
    pointing.release(far);
    expect(pointing.move(here)).toBe(0);
    pointing.press(here, { isHeld: true, isTurning: false, isClickable: false });
    expect(pointing.move(far)).toBe(0);
  });

  test('forgets a press that was taken away', () => {
    const pointing = new Pointing();
    pointing.press(here, { isHeld: true, isTurning: false, isClickable: true });
    pointing.cancel();
    expect(pointing.dragged).toBeNull();
    expect(pointing.release(here)).toBeNull();
  });
});

describe('cycleCell', () => {
  let acp: AcpModule;
  let catalog: Catalog;
  beforeAll(async () => {
    acp = await startModule();
    catalog = parseCatalog(acp.catalog());
  });

  test('goes from floor over wall, goal, pit and cliff to floor', () => {
    let map = 's.-.g';
    const seen = [];
    for (let i = 0; i < 5; i++) {
      map = cycleCell(map, 0, 1)!;
      seen.push(map);
    }
    expect(seen).toEqual(['sx-.g', 'sg-.g', 'sp-.g', 'sc-.g', 's.-.g']);
  });

  test('never takes the last start or the last goal away', () => {
    expect(cycleCell('s.-.g', 0, 0)).toBeNull();
    expect(cycleCell('s.-.g', 1, 1)).toBeNull();
    expect(cycleCell('ss-.g', 0, 0)).toBe('.s-.g');
    expect(cycleCell('sg-.g', 1, 1)).toBe('sg-.p');
  });

  test('leaves what is outside the map', () => {
    for (const [row, column] of [
      [2, 0],
      [0, 2],
      [-1, 0],
    ] as const) {
      // prettier-ignore
      expect(cycleCell('s.-.g', row, column)).toBeNull();
    }
  });

  test('makes maps that the core accepts, from its own', () => {
    const { parameters } = catalog.environments.find(({ id }) => id === 'gridworld')!;
    const parameter = parameters.find(({ key }) => key === 'gridworld.map')!;
    let map = String(parameter.default);
    for (let click = 0; click < 40; click++) {
      const next = cycleCell(map, click % 3, Math.floor(click / 3) % 4);
      map = next ?? map;
      expect(acp.check(`environment=gridworld&gridworld.map=${map}`), map).toBe('');
    }
    expect(map).not.toBe(parameter.default);
  });
});
