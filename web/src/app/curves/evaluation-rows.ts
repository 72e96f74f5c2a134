import { mostRows } from '../../draw/curve-data';
import { highest } from '../../draw/extent';
import { type Bin, condensed } from '../../protocol/bins';
import { formatCount, formatReturn } from '../text/format';
import { DEVIATION, type History } from '../experiment/history';
import type { Rows } from '../figure/figure';
import { curveStrings } from '../text/en/curves';

const words = () => curveStrings();
/** Rows of each run. */
const READABLE = 128;

interface Told {
  id: string;
  history: History;
}

/** The evaluations of all runs, a row for each environment step at which there was one. */
export function evaluationRows(runs: readonly Told[]): Rows {
  const columns = runs.map((run) => new Map(readable(run).map((bin) => [bin.steps, bin])));
  const steps = new Set(columns.flatMap((column) => [...column.keys()]));
  const isBinned = areBinned(runs);
  const heads = isBinned ? Object.values(words().tableBins) : [];
  return [
    [words().xLabel.steps, ...runs.flatMap(({ id }) => [words().tableRun(id), ...heads])],
    ...[...steps]
      .sort((a, b) => a - b)
      .map((step) => [
        formatCount(step),
        ...columns.flatMap((column) => cells(column.get(step), isBinned)),
      ]),
  ];
}

/** What the cells are. */
export function evaluationNote(runs: readonly Told[]): string {
  const most = highest(runs.map(({ history }) => history.lastEvaluation()?.states ?? 0));
  const states = formatCount(most);
  return areBinned(runs) ? words().tableNoteBins(states) : words().tableNote(states);
}

function readable({ history: { evaluations } }: Told): readonly Bin[] {
  return condensed(evaluations.bins, evaluations.ruleOf, READABLE);
}

function areBinned(runs: readonly Told[]): boolean {
  return runs.some((run) => mostRows(readable(run)) > 1);
}

function cells(bin: Bin | undefined, isBinned: boolean): (string | null)[] {
  if (!bin) return isBinned ? [null, null, null, null] : [null];
  const [mean, lowest, highestMean] = bin.values.slice(0, 3).map(formatReturn);
  const spread = words().tableSpread(mean!, formatReturn(bin.values[DEVIATION]!));
  return isBinned ? [spread, formatCount(bin.rows), lowest!, highestMean!] : [spread];
}
