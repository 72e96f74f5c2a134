import { idOf, type PlannedRun, type RecordedEvaluation, type RunResult } from './sweep';

/** A whole run as it is written. */
export interface WrittenRun extends Omit<RunResult, 'id' | 'evaluations'> {
  /** `deviation`: NaN where it is not known */
  evaluations: readonly RecordedEvaluation[];
  /** where it ended: before `steps` if it diverged */
  end: { steps: number; updates: number; digest: string };
}

const line = (row: object) => `${JSON.stringify(row)}\n`;

/** The line of a plan; see docs/sweeps.md. */
export function planLine({ config, steps }: Omit<PlannedRun, 'id'>): string {
  return line({ id: idOf({ config, steps }), config, steps });
}

/** The lines of a run's result, with what is not finite as `null`; see docs/sweeps.md. */
export function resultLines(run: WrittenRun): string {
  const { build, config, steps, evaluations, status, end } = run;
  return [
    line({ type: 'run', build, id: idOf(run), config, steps }),
    ...evaluations.map((each) =>
      line({
        type: 'evaluation',
        environment_steps: each.steps,
        updates: each.updates,
        mean_return: each.meanReturn,
        standard_deviation: each.deviation,
        states: each.states,
      }),
    ),
    line({
      type: 'end',
      environment_steps: end.steps,
      updates: end.updates,
      status,
      digest: end.digest,
    }),
  ].join('');
}
