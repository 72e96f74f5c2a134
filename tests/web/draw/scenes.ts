import type { EnvironmentDrawing, Scene } from '../../../web/src/draw/environment';
import type { Point } from '../../../web/src/draw/shapes';
import { type Operation, recordingContext } from './recording-context';

export const THEME = {
  ground: '#fff',
  line: '#ddd',
  ink: '#000',
  muted: '#666',
  font: 'sans-serif',
};
export const COLOR = '#c00';
export const SIZE = { width: 400, height: 300 };
/** The smallest picture: two runs beside each other on a narrow phone. */
export const SMALL = { width: 140, height: 176 };

/** A scene from named numbers; the columns stand in their order. */
export function sceneOf(
  numbers: Readonly<Record<string, number>>,
  trail: readonly Readonly<Record<string, number>>[] = [],
): Scene {
  const columns = Object.keys(numbers);
  const row = (of: Readonly<Record<string, number>>) => columns.map((name) => of[name] ?? 0);
  return { columns, state: row(numbers), trail: trail.map(row), color: COLOR };
}

export function drawn(drawing: EnvironmentDrawing, scene: Scene, size = SIZE): Operation[] {
  const { context, operations } = recordingContext();
  drawing.draw(context, scene, size, THEME);
  return operations;
}

/** The centres of all discs filled with a colour. */
export function discs(operations: readonly Operation[], color: string): Point[] {
  return operations.flatMap((operation, i) => {
    if (operation.name !== 'fill' || operation.style.fillStyle !== color) return [];
    const arc = operations[i - 1];
    if (arc?.name !== 'arc') return [];
    const [x, y] = arc.args as number[];
    return [{ x: x!, y: y! }];
  });
}

/** What is written on the picture. */
export function texts(operations: readonly Operation[]): string[] {
  return operations.filter(({ name }) => name === 'fillText').map(({ args }) => String(args[0]));
}

/** The ends of arrows: the first points of paths that are filled with ink. */
export function arrowHeads(operations: readonly Operation[]): Point[] {
  return operations.flatMap((operation, i) => {
    if (operation.name !== 'fill' || operation.style.fillStyle !== THEME.ink) return [];
    if (operations[i - 1]?.name !== 'closePath') return [];
    const move = operations.slice(0, i).findLast(({ name }) => name === 'moveTo')!;
    const [x, y] = move.args as number[];
    return [{ x: x!, y: y! }];
  });
}

/** How far the reward bar is filled, in pixels from its left end. */
export function rewardBar(operations: readonly Operation[]): number {
  const stroke = operations.findLastIndex(
    ({ name, style }) => name === 'stroke' && style.lineWidth === 4,
  );
  const [from, to] = operations.slice(stroke - 2, stroke).map(({ args }) => args as number[]);
  return to![0]! - from![0]!;
}

/** Points that paths go through, arcs with their whole circles left out. */
export function pathPoints(operations: readonly Operation[]): Point[] {
  return operations
    .filter(({ name }) => name === 'moveTo' || name === 'lineTo')
    .map(({ args }) => ({ x: args[0] as number, y: args[1] as number }));
}
