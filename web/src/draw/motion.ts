import type { EnvironmentDrawing } from './environment';

/** How a column moves between two steps, and the change from which it is a jump instead. */
export interface Motion {
  kind: 'line' | 'turn';
  jump: number;
}

/** Moves the named columns evenly, angles the shorter way; a state after a jump stands at once. */
export function moving(
  motions: Readonly<Record<string, Motion>>,
): EnvironmentDrawing['interpolate'] {
  const all = Object.entries(motions);
  return (columns, from, to, fraction) => {
    const state = Array.from(to);
    for (const [name, { kind, jump }] of all) {
      const place = columns.indexOf(name);
      if (place < 0) continue;
      const difference = to[place]! - from[place]!;
      const change = kind === 'turn' ? wrap(difference) : difference;
      if (!(Math.abs(change) <= jump)) return to;
      state[place] = from[place]! + fraction * change;
    }
    return state;
  };
}

/** The same angle from -pi to pi. */
export function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
