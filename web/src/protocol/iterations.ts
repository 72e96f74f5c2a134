import { countAt } from './bins';
import { FrameError, type Table } from './sections';

/** Transitions of a replay that the policies of some iterations have left. */
export interface IterationRange {
  readonly first: number;
  readonly last: number;
  readonly transitions: number;
}

const COLUMNS = 6;

/** Reads a section of ranges that follow one another. Throws `FrameError`. */
export function readIterations(table: Table | undefined): readonly IterationRange[] {
  if (!table || table.rows === 0) return [];
  const { rows, columns, data } = table;
  if (columns < COLUMNS) throw new FrameError(`frame: replay has ${columns} columns`);
  let next = countAt(data, 0);
  return Array.from({ length: rows }, (_, row) => {
    const at = row * columns;
    const [first, last] = [countAt(data, at), countAt(data, at + 2)];
    const transitions = countAt(data, at + 4);
    if (first !== next || !(last >= first) || !(transitions >= 0)) {
      throw new FrameError(`frame: replay has ${transitions} of ${first} to ${last}`);
    }
    next = last + 1;
    return { first, last, transitions };
  });
}
