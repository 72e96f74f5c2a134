import { type Bin, condensed, type NewBins, replaceFrom, type Rule } from '../../protocol/bins';
import type { Frame } from '../../protocol/frame';

/** An evaluation on the fixed start states. */
export interface Evaluation {
  steps: number;
  mean: number;
  states: number;
}

/** When a return was reached: exactly then, or by then at the latest. */
export interface Reached {
  steps: number;
  isExact: boolean;
}

/** Bins that are kept of what was before a run went on from a checkpoint. */
const MOST = 1024;

/** What a run has reported of one kind since its step 0. */
export class Series {
  readonly bins: Bin[];
  /** Grows whenever something arrives. */
  revision = 0;
  readonly ruleOf: (value: number) => Rule;
  readonly #past: number;

  /** Goes on from `past`; `ruleOf` says how the values of bins are merged. */
  constructor(ruleOf: (value: number) => Rule, past: readonly Bin[] = []) {
    this.ruleOf = ruleOf;
    this.bins = [...past];
    this.#past = past.length;
  }

  add({ first, bins }: NewBins): void {
    if (bins.length > 0) this.revision++;
    replaceFrom(this.bins, this.#past + first, bins);
  }

  /** What had been reported up to an environment step, apart from what is to come. */
  upTo(steps: number): Series {
    const past = this.bins.filter((bin) => bin.steps <= steps);
    return new Series(this.ruleOf, condensed(past, this.ruleOf, MOST));
  }
}

const RETURNS: readonly Rule[] = ['mean', 'lowest', 'highest'];
/** Where the values of an evaluation have them. */
const [LAST, STATES] = [3, 5];
export const DEVIATION = 4;
/** The mean return by the task's own reward, where another one is written. */
export const ORIGINAL = 6;

/** Everything a run has reported since its step 0: the values of bins are those of a frame. */
export class History {
  readonly episodes: Series;
  readonly evaluations: Series;
  readonly diagnostics: Series;
  readonly probes: Series;
  /** of the latest frame */
  replay: Frame['replay'];
  readonly #reached = new Map<number, Reached>();

  constructor(past?: History, steps = 0) {
    const begun = (name: 'episodes' | 'evaluations' | 'diagnostics' | 'probes', rule: RuleOf) =>
      past?.[name].upTo(steps) ?? new Series(rule);
    this.episodes = begun('episodes', (i) => RETURNS[i] ?? 'mean');
    this.evaluations = begun('evaluations', (i) => RETURNS[i] ?? (i === LAST ? 'last' : 'mean'));
    this.diagnostics = begun('diagnostics', () => 'mean');
    this.probes = begun('probes', (i) => (i % 2 === 0 ? 'mean' : 'error'));
    for (const [threshold, reached] of past ? past.#reached : []) {
      if (reached.steps <= steps) this.#reached.set(threshold, reached);
    }
  }

  /** What had been reported up to an environment step, apart from what is to come. */
  upTo(steps: number): History {
    return new History(this, steps);
  }

  add(frame: Frame): void {
    this.episodes.add(frame.episodes);
    this.evaluations.add(frame.evaluations);
    this.diagnostics.add(frame.diagnostics);
    this.probes.add(frame.probes);
    this.replay = frame.replay;
  }

  lastEvaluation(): Evaluation | null {
    const bin = this.evaluations.bins.at(-1);
    return bin ? { steps: bin.steps, mean: bin.values[LAST]!, states: bin.values[STATES]! } : null;
  }

  /** When an evaluation first was at or above `threshold`; what was once seen is remembered. */
  firstReached(threshold: number): Reached | null {
    const known = this.#reached.get(threshold);
    if (known) return known;
    const bin = this.evaluations.bins.find(({ values }) => values[2]! >= threshold);
    if (!bin) return null;
    const reached = { steps: bin.steps, isExact: bin.rows === 1 };
    this.#reached.set(threshold, reached);
    return reached;
  }
}

type RuleOf = (value: number) => Rule;
