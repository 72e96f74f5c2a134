import loadMujoco, { type MjModel } from '@mujoco/mujoco';
import { beforeAll, describe, expect, test } from 'vitest';
import { robots as drawings } from '../../../web/src/draw/env/robot';
import type { Scene } from '../../../web/src/draw/environment';
import type { Tools } from '../../../web/src/tasks/environment';
import { halfCheetah, hopper, type Mujoco, quadruped, walker } from '../../../web/src/tasks/robots';
import { COLOR, drawn, pathPoints, SIZE, SMALL, texts } from './scenes';

const tools = { uniform: () => 0, normal: () => 0 } as unknown as Tools;
const tasks = { half_cheetah: halfCheetah, hopper, walker, quadruped };
let mujoco: Mujoco<MjModel>;
beforeAll(async () => {
  mujoco = await loadMujoco();
});

describe.each(Object.entries(tasks))('the picture of the %s', (id, make) => {
  const drawing = drawings.get(id)!;
  const sceneAt = (x: number): Scene => {
    const task = make(mujoco);
    const data = task.create();
    task.reset(data, tools);
    data.qpos[0] = x;
    const state = [...task.draw!(data)];
    task.destroy!(data);
    return { columns: task.drawing!, state, trail: [], color: COLOR };
  };

  test('shows all of it, above the ground, in the smallest picture too', () => {
    const capsules = (size: typeof SIZE) =>
      drawn(drawing, sceneAt(0), size).filter(({ style }) => style.strokeStyle === COLOR).length;
    for (const size of [SIZE, SMALL]) {
      expect(capsules(size)).toBeGreaterThan(3);
      for (const { x, y } of pathPoints(drawn(drawing, sceneAt(0), size))) {
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      }
      const held = (x: number) =>
        [0.2, 0.5, 0.8].some((share) =>
          drawing.holds({ x, y: share * size.height }, sceneAt(0), size),
        );
      expect(held(size.width / 2)).toBe(true);
      expect(held(0)).toBe(false);
    }
  });

  test('follows it along a ruler in metres', () => {
    const [near, far] = [texts(drawn(drawing, sceneAt(0))), texts(drawn(drawing, sceneAt(100)))];
    expect(near).toContain('0 m');
    expect(far).toContain('100 m');
    expect(far).not.toContain('0 m');
    expect(near).toContain('speed 0.0 m/s');
  });

  test('says where a pointer is in metres, and does not slide after a new episode', () => {
    const scene = sceneAt(7);
    const middle = drawing.pointAt({ x: SIZE.width / 2, y: SIZE.height / 2 }, scene, SIZE);
    expect(middle.x).toBeCloseTo(7, 1);
    expect(middle.y).toBeGreaterThan(0);
    const { columns, state } = sceneAt(0);
    expect(drawing.interpolate(columns, scene.state, state, 0.5)).toBe(state);
    const next = sceneAt(7.1).state;
    const between = drawing.interpolate(columns, scene.state, next, 0.5);
    const place = columns.findIndex((name) => / x \d+$/.test(name));
    expect(between[place]).toBeCloseTo((scene.state[place]! + next[place]!) / 2, 4);
  });

  test('is turned by a reader, if it is not seen from the side', () => {
    const scene = sceneAt(1);
    const still = drawn(drawing, scene);
    const shown = (turn: number) => drawn(drawing, { ...scene, turn });
    expect(drawing.isTurnable).toBe(id === 'quadruped');
    if (!drawing.isTurnable) {
      expect(shown(1)).toEqual(still);
      return;
    }
    // The ruler is before the robot: what is near goes where the pointer does.
    const ruler = (turn: number) =>
      shown(turn).find(({ name, args }) => name === 'fillText' && args[0] === '1 m')!.args[1];
    expect(ruler(0.1)).toBeGreaterThan(ruler(0) as number);
    const pixels = pathPoints(still);
    pathPoints(shown(2 * Math.PI)).forEach(({ x, y }, i) => {
      expect(x).toBeCloseTo(pixels[i]!.x, 6);
      expect(y).toBeCloseTo(pixels[i]!.y, 6);
    });
  });

  test('reads its numbers by name', () => {
    const { columns, state, ...rest } = sceneAt(1);
    const reversed = {
      ...rest,
      columns: columns.toReversed(),
      state: Array.from(state).toReversed(),
    };
    expect(drawn(drawing, reversed)).toEqual(drawn(drawing, { ...rest, columns, state }));
  });
});
