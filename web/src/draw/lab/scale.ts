import { highest, lowest } from '../extent';
import { written } from '../language';

/** How values lie along an axis. */
export interface Scale {
  low: number;
  high: number;
  kind: 'linear' | 'log';
}

export interface Tick {
  value: number;
  label: string;
}

/** The position of a value between the two ends of an axis. */
export function place(scale: Scale, value: number, start: number, end: number): number {
  const at = scale.kind === 'log' ? Math.log : (x: number) => x;
  const share = (at(value) - at(scale.low)) / (at(scale.high) - at(scale.low));
  return start + share * (end - start);
}

/** Round numbers along an axis, about `count` of them. */
export function ticks(scale: Scale, count: number): Tick[] {
  return scale.kind === 'log' ? logTicks(scale, count) : linearTicks(scale, count);
}

function linearTicks({ low, high }: Scale, count: number): Tick[] {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((size) => size >= rough)!;
  const found: Tick[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
    const value = Number((i * step).toPrecision(12));
    found.push({ value, label: tickLabel(value) });
  }
  return found;
}

function logTicks({ low, high }: Scale, count: number): Tick[] {
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const every = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, count)));
  const found: Tick[] = [];
  for (let power = from; power <= to; power++) {
    const value = Number(`1e${power}`);
    if ((power - from) % every === 0) found.push({ value, label: tickLabel(value) });
  }
  if (found.length >= 2) return found;
  const fine = [1, 2, 5].flatMap((m) =>
    Array.from({ length: to - from + 3 }, (_, i) => Number(`${m}e${from - 1 + i}`)),
  );
  return fine
    .filter((value) => value >= low && value <= high)
    .sort((a, b) => a - b)
    .map((value) => ({ value, label: tickLabel(value) }));
}

/** A number as short as an axis needs it, with a minus sign. */
function tickLabel(value: number): string {
  const size = Math.abs(value);
  const isPlain = size === 0 || (size >= 1e-3 && size < 1e5);
  return written(isPlain ? Number(value.toPrecision(6)) : value.toExponential(0));
}

/** The value below which a share of sorted numbers lies, between two neighbours if need be. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const rest = at - below;
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (rest === 0 ? 0 : rest * (next - sorted[below]!));
}

/** Sets that are so many times as wide as the narrowest would make a point of it. */
const WIDEST = 20;

/**
 * A range that holds the middle `share` of each set of numbers and all `anchors`, with a little
 * room. Few far outliers do not widen it, nor does a set that would hide the others.
 */
export function robustRange(
  sets: readonly (readonly number[])[],
  anchors: readonly number[],
  share: number,
): [number, number] {
  const tail = (1 - share) / 2;
  const middles = sets
    .map((set) => set.filter(Number.isFinite).sort((a, b) => a - b))
    .filter((set) => set.length > 0)
    .map((set): [number, number] => [quantile(set, tail), quantile(set, 1 - tail)]);
  const widths = middles.map(([low, high]) => high - low);
  const widest = WIDEST * lowest(widths.filter((width) => width > 0));
  const shown = middles.filter((_, i) => widths[i]! <= widest);
  const all = [...shown.flat(), ...anchors.filter(Number.isFinite)];
  if (all.length === 0) return [-1, 1];
  const [low, high] = [lowest(all), highest(all)];
  const room = high > low ? 0.08 * (high - low) : 0.5 * Math.max(1, Math.abs(low));
  return [low - room, high + room];
}

/** The shown range while the wanted one is nearly the same, so that axes do not tremble. */
export function steadyRange(
  shown: readonly [number, number] | null,
  wanted: readonly [number, number],
  tolerance = 0.15,
): [number, number] {
  if (shown === null) return [...wanted];
  const slack = tolerance * (wanted[1] - wanted[0]);
  const isNear = wanted.every((end, i) => Math.abs(end - shown[i]!) <= slack);
  return isNear ? [...shown] : [...wanted];
}
