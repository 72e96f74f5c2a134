import { beforeAll, describe, expect, test } from 'vitest';
import type { EnvironmentDrawing } from '../../../web/src/draw/environment';
import { environmentDrawings } from '../../../web/src/draw/environments';
import { type Catalog, type Environment, parseCatalog } from '../../../web/src/protocol/catalog';
import { decodeFrame } from '../../../web/src/protocol/frame';
import { type Core, wrapModule } from '../../../web/src/core/core';
import { startModule } from '../live';
import { COLOR, drawn, pathPoints, SIZE, SMALL } from './scenes';

let core: Core;
let catalog: Catalog;
beforeAll(async () => {
  const module = await startModule();
  core = wrapModule(module);
  catalog = parseCatalog(module.catalog());
});

/** A run of the environment, and its state by name. */
function open(environment: Environment, extra = '') {
  const session = core.open(`environment=${environment.id}${extra}`);
  const state = (): Float32Array => {
    const { buffer, words } = session.packFrame(new ArrayBuffer(0));
    return decodeFrame(buffer, words).draw;
  };
  return { session, state };
}

function forEach(work: (environment: Environment, drawing: EnvironmentDrawing) => void): void {
  for (const environment of catalog.environments) {
    const drawing = environmentDrawings.get(environment.id);
    if (drawing) work(environment, drawing);
  }
}

describe('drawings of the live core', () => {
  test('there is one for every environment', () => {
    for (const { id } of catalog.environments) expect(environmentDrawings.has(id), id).toBe(true);
  });

  test('show every number that the core sends, whatever the order of the columns', () => {
    const extra: Readonly<Record<string, string>> = {
      lqr: '&lqr.dimensions=2',
      bandit: '&bandit.dimensions=32',
    };
    const unseen = /velocity|_dot$|^(cell|value)_(?!0$)/;
    forEach((environment, drawing) => {
      const { session, state } = open(environment, extra[environment.id]);
      session.watch(1, false);
      const reversed = environment.draw.toReversed();
      const picture = (numbers: readonly number[]) => {
        const [columns, values] = [reversed, numbers.toReversed()];
        return JSON.stringify(drawn(drawing, { columns, state: values, trail: [], color: COLOR }));
      };
      const numbers = [...state()];
      environment.draw.forEach((name, i) => {
        if (unseen.test(name)) return;
        const pictures = [1, -1].map((change) => {
          return picture(numbers.with(i, numbers[i]! + change));
        });
        const isShown = pictures.some((other) => other !== picture(numbers));
        expect(isShown, `${environment.id}: ${name}`).toBe(true);
      });
      session.delete();
    });
  });

  test('stay inside the picture at every size, with finite numbers', () => {
    // The arrow of an action may point out of the picture from its edge.
    forEach((environment, drawing) => {
      const { session, state } = open(environment);
      const trail: number[][] = [];
      for (let step = 0; step < 40; step++) {
        session.watch(1, false);
        if (step % 10 === 5) session.kick(step % 20 === 5 ? 1 : -1);
        const numbers = [...state()];
        trail.push(numbers.map((value, i) => (environment.draw[i]!.startsWith('a_') ? 0 : value)));
        const earlier = trail.slice(-9, -1);
        const columns = environment.draw;
        const scene = { columns, state: trail.at(-1)!, trail: earlier, color: COLOR };
        for (const size of [SIZE, SMALL]) {
          const outside = pathPoints(drawn(drawing, scene, size)).filter(
            ({ x, y }) => !(x >= 0 && x <= size.width && y >= 0 && y <= size.height),
          );
          expect(outside, environment.id).toEqual([]);
        }
      }
      session.delete();
    });
  });

  test('move what is dragged to where the pointer is', () => {
    const handles: Readonly<Record<string, string[]>> = {
      mountain_car: ['position'],
      mountain_car_continuous: ['position'],
      cart_pole: ['x'],
      cart_pole_swing_up: ['x'],
      reacher: ['target_x', 'target_y'],
      lqr: ['s_1'],
      bandit: ['action_0'],
      gridworld: ['column', 'row'],
    };
    forEach((environment, drawing) => {
      const names = handles[environment.id];
      if (!names) return;
      const { session, state } = open(environment);
      const scene = () => ({ columns: environment.draw, state: state(), trail: [], color: COLOR });
      const before = scene();
      const pixel = { x: 0.6 * SIZE.width, y: 0.45 * SIZE.height };
      const point = drawing.pointAt(pixel, before, SIZE);
      session.drag(point.x, point.y);
      const wanted = [point.x, point.y];
      names.forEach((name, i) => {
        const value = state()[environment.draw.indexOf(name)]!;
        const isCell = environment.id === 'gridworld';
        expect(Math.abs(value - wanted[i]!), environment.id).toBeLessThan(isCell ? 0.51 : 1e-5);
      });
      expect(drawing.holds({ x: -500, y: -500 }, before, SIZE), environment.id).toBe(false);
      session.delete();
    });
  });

  test.each([
    ['pendulum', 'theta', -Math.PI / 2],
    ['acrobot', 'theta_1', Math.PI / 2],
  ])('turn the rod of %s to the pointer', (id, name, angle) => {
    const environment = catalog.environments.find((candidate) => candidate.id === id)!;
    const drawing = environmentDrawings.get(id)!;
    const { session, state } = open(environment);
    const scene = { columns: environment.draw, state: state(), trail: [], color: COLOR };
    const toTheRight = { x: SIZE.width - 60, y: 0.5 * SIZE.height };
    const { x, y } = drawing.pointAt(toTheRight, scene, SIZE);
    expect(x).toBeGreaterThan(0.5);
    session.drag(x, y);
    expect(state()[environment.draw.indexOf(name)]).toBeCloseTo(angle, 0);
    expect(drawing.holds({ x: SIZE.width / 2, y: SIZE.height / 2 }, scene, SIZE)).toBe(true);
    session.delete();
  });
});
