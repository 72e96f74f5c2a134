import type { Arm } from '../experiment/arm';
import type { Playground } from '../experiment/playground';
import type { Silence } from '../experiment/reproduction';
import { type Claim, formatLink } from '../link/link';
import { formatConfig } from '../../protocol/config';

/** What is handed in (docs/hand-in.md); `acp verify` runs it again. */
export interface HandIn {
  format: 'actor-critic-playground/hand-in';
  version: 1;
  /** of the page */
  build: string;
  name: string;
  /** its id */
  lesson?: string;
  answers: readonly Answer[];
  experiments: readonly HandedExperiment[];
}

export interface Answer {
  question: string;
  answer: string;
  /** what the page answered, in words */
  measured?: string;
}

export interface HandedExperiment {
  link: string;
  runs: readonly HandedRun[];
}

export interface HandedRun {
  id: string;
  config: string;
  steps: number;
  updates: number;
  /** of all parameters, or `diverged` */
  digest: string;
  evaluation: { steps: number; mean_return: number } | null;
}

export function handIn(said: Omit<HandIn, 'format' | 'version'>): HandIn {
  return { format: 'actor-critic-playground/hand-in', version: 1, ...said };
}

/** What the runs have come to, if the settings at step 0 are all that it takes to get there. */
export function experimentOf(playground: Playground): HandedExperiment | Silence {
  const { arms } = playground;
  const views = arms.map(({ run }) => run.$view.get());
  const changes = playground.$changes.get();
  if (views.every(({ steps }) => steps === 0)) return 'start';
  if (views.some(({ phase }) => phase !== 'ready')) return 'broken';
  if (arms.some(({ id }) => (changes[id]?.length ?? 0) > 0)) return 'changed';
  const runs = arms.flatMap((arm) => runOf(playground, arm) ?? []);
  if (runs.length < arms.length) return 'training';
  const url = new URL('./', location.href);
  url.hash = plainLink(playground, runs);
  const experiment: HandedExperiment = { link: url.href, runs };
  return experiment;
}

/** Of a run that rests. */
function runOf({ settings }: Playground, { id, run }: Arm): HandedRun | null {
  const { activity, steps, updates, fingerprint } = run.$view.get();
  const isKnown = activity !== 'training' && steps > 0 && fingerprint?.steps === steps;
  if (!isKnown && activity !== 'diverged') return null;
  const last = run.history.lastEvaluation();
  return {
    id,
    config: formatConfig(settings.of(id)),
    steps,
    updates,
    digest: activity === 'diverged' ? 'diverged' : fingerprint!.digest,
    evaluation:
      last && Number.isFinite(last.mean)
        ? { steps: last.steps, mean_return: shortest(last.mean) }
        : null,
  };
}

/** Without the name of a pair, which stands for settings that other programs do not know. */
function plainLink(playground: Playground, runs: readonly HandedRun[]): string {
  const claims: Claim[] = runs.map(({ steps, digest }) => ({ steps, digest }));
  const isWhole = claims.every(({ digest }) => digest !== 'diverged');
  const settings = playground.arms.map(({ id }) => playground.settings.of(id));
  const seeds = playground.$seeds.get();
  return formatLink(playground.catalog, [], settings, isWhole ? claims : [], seeds);
}

/** The fewest digits that say which number it is among those of single precision. */
function shortest(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const near = Number(value.toPrecision(digits));
    if (Math.fround(near) === value) return near;
  }
  return value;
}
