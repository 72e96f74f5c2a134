import { isBatchEntry, isSampleEntry, type Trace, type TraceEntry } from '../../protocol/trace';
import type { WeightPart } from '../text/en/stepper';
import { figure } from '../text/numbers';
import type { CodeLine, Quantity } from './lines';

/** Digits of a number, enough to compute with. */
export const DIGITS = 4;
/** Components of a number that are written out. */
const MOST = 6;

const WEIGHT: readonly WeightPart[] = ['step', 'gradient', 'm', 'v', 'rate', 'before', 'after'];

/** A number of a line as it is shown. */
export interface Shown {
  name: string;
  quantity: Quantity | null;
  of: Quantity['of'];
  /** one per component */
  values: readonly (number | null)[];
  /** of what a step of Adam does to one weight: which, and how */
  weight: number | null;
  parts: readonly { part: WeightPart; value: number | null }[];
}

/** The numbers of a line, for one transition of the batch, as they were computed. */
export function numbersOf(line: CodeLine, trace: Trace, sample: number): Shown[] {
  return trace.entries
    .filter((entry) => entry.line === line.id)
    .map((entry) => shownOf(entry, line, sample));
}

function shownOf(entry: TraceEntry, line: CodeLine, sample: number): Shown {
  const { name } = entry;
  const quantity = line.quantities.find((each) => each.name === name) ?? null;
  const shown = { name, quantity, values: [], weight: null, parts: [] };
  if (isSampleEntry(entry)) {
    return { ...shown, of: 'sample', values: entry.values.map((row) => at(row, sample)) };
  }
  if (isBatchEntry(entry)) return { ...shown, of: 'batch', values: [entry.value] };
  const parts = WEIGHT.filter((part) => part in entry).map((part) => ({
    part,
    value: entry[part] ?? null,
  }));
  return { ...shown, of: 'weight', weight: entry.weight ?? null, parts };
}

/** What is of no transition in particular stands in one column. */
function at(row: readonly (number | null)[], sample: number): number | null {
  return row[row.length === 1 ? 0 : sample] ?? null;
}

/** A number or a vector for people: `−1.234`, `(0.5, 0.25, …)`. */
export function textOf(values: readonly (number | null)[], digits = DIGITS): string {
  const texts = values.slice(0, MOST).map((value) => figure(value, digits));
  if (values.length === 1) return texts[0]!;
  return `(${[...texts, ...(values.length > MOST ? ['…'] : [])].join(', ')})`;
}
