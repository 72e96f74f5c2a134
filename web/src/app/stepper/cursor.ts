/** Where a step leads: to a line, or to an iteration before or after, at one of its ends. */
export type Move =
  { to: 'line'; line: number } | { to: 'iteration'; by: 1 | -1; end: 'first' | 'last' };

export type Stride = 'line' | 'phase' | 'iteration';

interface Phased {
  readonly phase: string;
}

/**
 * What a stride from a line leads to. An iteration is the lines from `first` on: beyond its ends
 * are those after it and before it.
 */
export function move(
  lines: readonly Phased[],
  at: number,
  stride: Stride,
  by: 1 | -1,
  first = 0,
): Move {
  if (stride === 'iteration') return { to: 'iteration', by, end: 'first' };
  if (by < 0 && at <= first) return { to: 'iteration', by, end: 'last' };
  const line =
    stride === 'line' ? at + by : by > 0 ? phaseAfter(lines, at) : phaseBefore(lines, at);
  if (line >= lines.length) return { to: 'iteration', by, end: 'first' };
  return { to: 'line', line: by < 0 ? Math.max(first, line) : line };
}

function phaseAfter(lines: readonly Phased[], at: number): number {
  const next = lines.findIndex(({ phase }, i) => i > at && phase !== lines[at]?.phase);
  return next < 0 ? lines.length : next;
}

/** The beginning of the phase, or from there that of the one before. */
function phaseBefore(lines: readonly Phased[], at: number): number {
  const begun = begin(lines, at);
  return begun < at ? begun : begin(lines, Math.max(0, begun - 1));
}

function begin(lines: readonly Phased[], at: number): number {
  const phase = lines[at]?.phase;
  return lines.findLastIndex((line, i) => i < at && line.phase !== phase) + 1;
}
