import type { Points, RunCurves } from '../../draw/curve-data';
import type { Frame, Table } from '../../protocol/frame';

/** One evaluation on the fixed start states. */
export interface Evaluation {
  steps: number;
  mean: number;
  deviation: number;
  states: number;
}

/** Everything a run has reported since its step 0. */
export class History implements RunCurves {
  readonly evaluations = emptyPoints();
  readonly episodes = emptyPoints();
  readonly deviations: number[] = [];
  /** rows of the frame's PROBES section */
  readonly probes: number[][] = [];
  /** rows of the frame's DIAGNOSTICS section */
  readonly diagnostics: number[][] = [];
  /** Grows whenever a row arrives. */
  revision = 0;
  private startStates = 0;

  /** What had been reported up to an environment step, apart from what is to come. */
  upTo(steps: number): History {
    const past = Object.assign(new History(), structuredClone(this));
    const rows = (all: readonly number[]) => all.findLastIndex((at) => at <= steps) + 1;
    past.deviations.length = rows(past.evaluations.steps);
    for (const table of [past.probes, past.diagnostics]) {
      table.length = rows(table.map(([at]) => at!));
    }
    for (const points of [past.evaluations, past.episodes]) {
      const count = rows(points.steps);
      for (const column of Object.values(points) as number[][]) column.length = count;
    }
    return past;
  }

  add(frame: Frame): void {
    this.revision += frame.evaluations.rows + frame.episodes.rows;
    append(this.episodes, frame.episodes);
    append(this.evaluations, frame.evaluations);
    for (const row of rowsOf(frame.probes)) this.probes.push(row);
    for (const row of rowsOf(frame.diagnostics)) this.diagnostics.push(row);
    const { rows, columns, data } = frame.evaluations;
    for (let row = 0; row < rows; row++) {
      this.deviations.push(data[row * columns + 4]!);
      this.startStates = data[row * columns + 5]!;
    }
  }

  /** The evaluation in row `row`, from the end if negative. */
  evaluation(row: number): Evaluation | null {
    const steps = this.evaluations.steps.at(row);
    if (steps === undefined) return null;
    return {
      steps,
      mean: this.evaluations.value.at(row)!,
      deviation: this.deviations.at(row)!,
      states: this.startStates,
    };
  }

  /** The environment step of the first evaluation at or above `threshold`, or `null`. */
  firstReached(threshold: number): number | null {
    const row = this.evaluations.value.findIndex((value) => value >= threshold);
    return this.evaluations.steps[row] ?? null;
  }
}

function emptyPoints(): Points {
  return { steps: [], updates: [], seconds: [], value: [] };
}

function rowsOf({ rows, columns, data }: Table): number[][] {
  return Array.from({ length: rows }, (_, row) => [
    ...data.subarray(row * columns, (row + 1) * columns),
  ]);
}

function append(points: Points, table: Table): void {
  for (let row = 0; row < table.rows; row++) {
    const at = row * table.columns;
    points.steps.push(table.data[at]!);
    points.updates.push(table.data[at + 1]!);
    points.seconds.push(table.data[at + 2]!);
    points.value.push(table.data[at + 3]!);
  }
}
