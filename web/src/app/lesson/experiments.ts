// What the runs of a lesson came to: kept in the browser, to be handed in after later visits too.
import * as v from 'valibot';
import { catalog } from '../experiment/core-catalog';
import type { Playground } from '../experiment/playground';
import { experimentOf, type HandedExperiment } from '../files/hand-in';
import { embedding } from '../kit/embedding';

/** As `acp verify` reads them. */
const [MOST, MOST_RUNS, LONGEST] = [32, 4, 4000];

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(LONGEST));

const run = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[A-D]$/)),
  config: text,
  steps: v.pipe(count, v.minValue(1)),
  updates: count,
  digest: v.pipe(v.string(), v.regex(/^([0-9a-f]{16}|diverged)$/)),
  evaluation: v.nullable(
    v.strictObject({ steps: count, mean_return: v.pipe(v.number(), v.finite()) }),
  ),
});

const kept = v.strictObject({
  version: v.literal(1),
  /** of the page: another one may come to other numbers */
  build: v.string(),
  experiments: v.pipe(
    v.array(
      v.strictObject({
        link: text,
        runs: v.pipe(v.array(run), v.minLength(1), v.maxLength(MOST_RUNS)),
      }),
    ),
    v.maxLength(MOST),
  ),
});

/** What the runs came to each time that they rested; the same settings once, the latest last. */
export class Experiments {
  readonly #key: string;
  readonly #all: Map<string, HandedExperiment>;

  constructor(lesson: string) {
    this.#key = `lesson.${lesson}.experiments`;
    this.#all = new Map(this.#earlier().map((each) => [settingsOf(each), each]));
  }

  /** Looks whether runs rest. */
  look(playground: Playground): void {
    const experiment = experimentOf(playground);
    if (typeof experiment !== 'string') this.add(experiment);
  }

  add(experiment: HandedExperiment): void {
    const settings = settingsOf(experiment);
    if (JSON.stringify(this.#all.get(settings)) === JSON.stringify(experiment)) return;
    this.#all.delete(settings);
    this.#all.set(settings, experiment);
    for (const oldest of [...this.#all.keys()].slice(0, -MOST)) this.#all.delete(oldest);
    this.#keep();
  }

  get latest(): readonly HandedExperiment[] {
    return [...this.#all.values()];
  }

  /** A frame keeps nothing, and storage may be forbidden. */
  #keep(): void {
    if (embedding.isOn) return;
    const all: v.InferOutput<typeof kept> = {
      version: 1,
      build: catalog.build,
      experiments: this.latest.map(({ link, runs }) => ({ link, runs: [...runs] })),
    };
    try {
      localStorage.setItem(this.#key, JSON.stringify(all));
    } catch {
      // It lasts as long as the page.
    }
  }

  /** None if they are not what was kept here, or of another version of the page. */
  #earlier(): readonly HandedExperiment[] {
    if (embedding.isOn) return [];
    try {
      const read = v.safeParse(kept, JSON.parse(localStorage.getItem(this.#key) ?? 'null'));
      return read.success && read.output.build === catalog.build ? read.output.experiments : [];
    } catch {
      return [];
    }
  }
}

const settingsOf = ({ runs }: HandedExperiment) => runs.map(({ config }) => config).join('|');
