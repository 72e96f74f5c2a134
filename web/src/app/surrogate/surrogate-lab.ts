import { atom } from 'nanostores';
import { RefusedError } from '../../protocol/client';
import type {
  SurrogateDescription,
  SurrogatePath,
  SurrogatePlace,
  SurrogatePolytope,
  SurrogateRollouts,
  SurrogateRound,
  SurrogateSimplex,
} from '../../protocol/surrogate';
import { surrogateStrings } from '../text/en/surrogate';
import type { EstimateRow, LineRow, SurfaceRow, SurrogateCore } from './surrogate-client';
import { drawnFor } from './drawn';
import { formatSurrogateLink, readSurrogateLink } from './surrogate-link';
import {
  aloneText,
  CELLS,
  drawnText,
  ESTIMATES,
  etaAt,
  isSimplex,
  lineText,
  LONGEST_EPISODE,
  METHOD_PATHS,
  placeOf,
  processAs,
  PLACES,
  reachOf,
  ROUND_STEPS,
  roundsText,
  type SurrogateCatalog,
  simplexText,
  speedTexts,
  type SurrogateMoment,
  type SurrogateSettings,
  taskText,
  WEIGHTING_PATHS,
} from './surrogate-settings';

/** Larger than the checkpoint of any run with finitely many states. */
const MOST_BYTES = 512 * 2 ** 20;

/** Something to know, which is asked again when its key is another one. */
interface Question {
  /** of the bandit, else of a process */
  isOfSimplex?: boolean;
  /** all others are about what it has put on the bench */
  isFirst?: boolean;
  key: (settings: SurrogateSettings) => string;
  ask: (settings: SurrogateSettings) => Promise<void>;
}

/** All policies and the paths through them. */
export interface Explored {
  surface: readonly SurfaceRow[];
  /** by their texts */
  paths: ReadonlyMap<string, SurrogatePath>;
  /** of two states */
  polytope: SurrogatePolytope | null;
  description: SurrogateDescription;
  /** what it was asked about */
  settings: SurrogateSettings;
}

/** How fast the return grows, in the order of `SPEED_METHODS`. */
export interface Speed {
  paths: readonly SurrogatePath[];
  /** none without discounting */
  optimum: number | null;
  settings: SurrogateSettings;
}

/** The laboratory: what the reader has chosen, and what the core has said about it so far. */
export class SurrogateLab {
  readonly $phase = atom<'loading' | 'ready' | 'failed'>('loading');
  readonly $failure = atom('');
  readonly $settings = atom<SurrogateSettings | null>(null);
  /** the settings as they were when anything but the cursor was last set */
  readonly $steady = atom<SurrogateSettings | null>(null);
  readonly $description = atom<SurrogateDescription | null>(null);
  readonly $line = atom<readonly LineRow[]>([]);
  /** at the cursor, with the process that it was asked of */
  readonly $place = atom<(SurrogatePlace & { of: SurrogateDescription }) | null>(null);
  /** at the cursor likewise */
  readonly $rollouts = atom<(SurrogateRollouts & { of: SurrogateDescription }) | null>(null);
  /** by the steps of each round */
  readonly $rounds = atom<ReadonlyMap<number, readonly SurrogateRound[]>>(new Map());
  /** J in the end with a few steps and the last policy alone, where several act */
  readonly $alone = atom<number | null>(null);
  readonly $estimates = atom<readonly EstimateRow[]>([]);
  /** all policies and paths through them, where each is two numbers */
  readonly $explored = atom<Explored | null>(null);
  /** ascents by gradient and by natural gradient, where that is the direction */
  readonly $speed = atom<Speed | null>(null);
  /** with what was asked for */
  readonly $simplex = atom<(SurrogateSimplex & { settings: SurrogateSettings }) | null>(null);
  /** why what was asked for last could not be answered, else `""`; the answer before stays */
  readonly $refusal = atom('');
  readonly $ignored = atom<readonly string[]>([]);
  /** where the reader thought that J is largest, once it is shown */
  readonly $guess = atom<number | null>(null);
  readonly #connect: () => SurrogateCore;
  #core: SurrogateCore;
  #catalog: SurrogateCatalog | undefined;
  #hash = '';
  #isBusy = false;
  /** the run that was looked at last, and how many there were */
  #benched: SurrogateMoment | null = null;
  #benches = 0;
  /** the run that is on the bench */
  #shown: SurrogateMoment | null = null;
  /** the run to begin with */
  #awaited: SurrogateMoment | null = null;
  #answered: (string | undefined)[] = [];

  /** `connect` begins with a core anew. */
  constructor(connect: () => SurrogateCore) {
    this.#connect = connect;
    this.#core = connect();
  }

  get catalog(): SurrogateCatalog {
    if (!this.#catalog) throw new Error('the surrogate laboratory has no catalog yet');
    return this.#catalog;
  }

  /** Loads the catalog and takes the settings from the hash of the address. */
  async start(hash: string): Promise<void> {
    this.#hash = hash;
    try {
      this.#catalog = await this.#core.catalog();
      const { settings, ignored } = readSurrogateLink(hash, this.#catalog);
      this.$ignored.set(ignored);
      this.$phase.set('ready');
      this.set({ ...settings, moment: this.#awaited });
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** Looks at a run, as soon as that is possible; or at a process again. */
  freeze(moment: SurrogateMoment | null): void {
    this.#awaited = moment;
    if (this.$settings.get()) this.set({ moment });
  }

  /** Looks at a saved run. */
  async openFile(file: File): Promise<void> {
    const say = surrogateStrings().moment;
    if (file.size > MOST_BYTES) {
      this.$refusal.set(say.tooLarge(file.name));
      return;
    }
    try {
      this.freeze({ name: file.name, checkpoint: await file.arrayBuffer() });
    } catch {
      this.$refusal.set(say.unreadable(file.name));
    }
  }

  fail(reason: string): void {
    this.$failure.set(reason);
    this.$phase.set('failed');
  }

  /** Begins with another core, and goes on where it was. */
  retry(): void {
    this.#core = this.#connect();
    this.#answered = [];
    this.$phase.set('loading');
    if (!this.$settings.get()) return void this.start(this.#hash);
    this.$phase.set('ready');
    void this.#work();
  }

  set(changes: Partial<SurrogateSettings>): void {
    const before = this.$settings.get();
    if ('process' in changes || 'moment' in changes) this.$refusal.set('');
    const next = { ...before, ...changes } as SurrogateSettings;
    const settings = { ...next, eta: etaAt(next, placeOf(next)) };
    if (!before || this.#lineKey(before) !== this.#lineKey(settings)) this.$guess.set(null);
    this.$settings.set(settings);
    const steady = this.$steady.get();
    if (!steady || isOther(steady, settings)) this.$steady.set(settings);
    void this.#work();
  }

  /** Shows J, and where the reader thought that it is largest. */
  reveal(): void {
    const { eta } = this.$settings.get()!;
    this.set({ predict: false });
    this.$guess.set(eta);
  }

  readonly #questions: readonly Question[] = [
    {
      isOfSimplex: true,
      isFirst: true,
      key: simplexText,
      ask: async (settings) => {
        this.$simplex.set({ ...(await this.#core.simplex(simplexText(settings))), settings });
      },
    },
    {
      isFirst: true,
      key: (settings) => this.#benchKey(settings),
      ask: async (settings) => this.#open(settings),
    },
    {
      key: (settings) => `${this.#benchKey(settings)} ${drawnText(settings)}`,
      ask: async (settings) => this.#draw(settings),
    },
    {
      key: (settings) => this.#lineKey(settings),
      ask: async (settings) => {
        const etas = Array.from({ length: PLACES + 1 }, (_, place) => etaAt(settings, place));
        this.$line.set(await this.#core.line(lineText(settings), etas));
      },
    },
    {
      key: (settings) => `${this.#lineKey(settings)} ${settings.eta}`,
      ask: async (settings) => {
        const place = await this.#core.at(lineText(settings), settings.eta);
        this.$place.set({ ...place, of: this.$description.get()! });
      },
    },
    {
      key: (settings) => `${this.#lineKey(settings)} ${settings.eta} ${settings.seed}`,
      ask: async (settings) => {
        const { eta, seed } = settings;
        const two = await this.#core.rollouts(lineText(settings), eta, LONGEST_EPISODE, seed);
        this.$rollouts.set({ ...two, of: this.$description.get()! });
      },
    },
    ...ROUND_STEPS.map((steps) => ({
      key: (settings: SurrogateSettings) =>
        `${this.#benchKey(settings)} ${roundsText(settings, steps)}`,
      ask: async (settings: SurrogateSettings) => {
        const rounds = await this.#core.improve(roundsText(settings, steps));
        this.$rounds.set(new Map([...this.$rounds.get(), [steps, rounds]]));
      },
    })),
    {
      key: (settings) => `${this.#benchKey(settings)} ${aloneText(settings)}`,
      ask: async (settings) => {
        const text = aloneText(settings);
        const rounds = text === null ? [] : await this.#core.improve(text);
        this.$alone.set(rounds.at(-1)?.j ?? null);
      },
    },
    {
      key: (settings) => `${this.#lineKey(settings)} ${settings.episodes} ${settings.seed}`,
      ask: async (settings) => {
        const etas = Array.from({ length: ESTIMATES + 1 }, (_, i) =>
          etaAt(settings, (i * PLACES) / ESTIMATES),
        );
        const { episodes, seed } = settings;
        this.$estimates.set(await this.#core.estimate(lineText(settings), etas, episodes, seed));
      },
    },
    {
      key: (settings) => `${this.#benchKey(settings)} ${speedTexts(settings).join()}`,
      ask: (settings) => this.#race(settings),
    },
    { key: (settings) => this.#benchKey(settings), ask: (settings) => this.#explore(settings) },
  ];

  /** What is on the bench; a run is so as itself, whatever it is called. */
  #benchKey(settings: SurrogateSettings): string {
    const { moment } = settings;
    if (!moment) return taskText(settings);
    if (moment !== this.#benched) [this.#benched, this.#benches] = [moment, this.#benches + 1];
    return `moment ${this.#benches}`;
  }

  #lineKey(settings: SurrogateSettings): string {
    const along = `${lineText(settings)} ${drawnText(settings)}`;
    return `${this.#benchKey(settings)} ${along} ${reachOf(settings)}`;
  }

  async #race(settings: SurrogateSettings): Promise<void> {
    const paths: SurrogatePath[] = [];
    for (const text of speedTexts(settings)) paths.push(await this.#core.path(text));
    this.$speed.set({ paths, optimum: this.$description.get()!.optimum ?? null, settings });
  }

  async #explore(settings: SurrogateSettings): Promise<void> {
    const surface = await this.#core.surface(CELLS);
    const [first] = surface;
    const paths = new Map<string, SurrogatePath>();
    for (const text of first ? [...WEIGHTING_PATHS, ...METHOD_PATHS] : []) {
      if (!paths.has(text)) paths.set(text, await this.#core.path(text));
    }
    const polytope = first?.v.length === 2 ? await this.#core.polytope() : null;
    const description = this.$description.get()!;
    this.$explored.set({ surface, paths, polytope, description, settings });
  }

  /** What is drawn of another process is replaced; in a link it is named. */
  async #draw({ direction, drawn }: SurrogateSettings): Promise<void> {
    if (direction !== 'drawn') return;
    const description = this.$description.get()!;
    const fitting = drawnFor(description, drawn);
    if (fitting !== drawn) {
      const isOfLink = drawn.length > 0 && this.$line.get().length === 0;
      const note = surrogateStrings().drawn.unfitting(drawn.length, fitting.length);
      if (isOfLink) this.$ignored.set([...this.$ignored.get(), note]);
      this.set({ drawn: fitting });
    }
    await this.#core.draw(fitting);
  }

  async #open(settings: SurrogateSettings): Promise<void> {
    const { moment } = settings;
    const task = moment ? '' : taskText(settings);
    const description = await this.#core.open(task, moment?.checkpoint ?? null);
    this.#shown = moment;
    this.$description.set(description);
    this.$rounds.set(new Map());
    if (!moment || this.$settings.get()!.moment !== moment) return;
    const given = { ...description.parameters, gamma: String(description.gamma) };
    this.set({ process: processAs(this.catalog, description.process, given) });
  }

  /** Asks one thing after the other, always about the settings of that moment. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (;;) {
        const settings = this.$settings.get()!;
        const keys = this.#keys(settings);
        const next = keys.findIndex((key, i) => key !== this.#answered[i]);
        if (next < 0 || this.$phase.get() !== 'ready') return;
        await this.#ask(next, keys, settings);
      }
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.#isBusy = false;
    }
  }

  /** What each question is to be answered about; what is of something else stays as it is. */
  #keys(settings: SurrogateSettings): (string | undefined)[] {
    return this.#questions.map(({ key, isOfSimplex = false }, i) =>
      isOfSimplex === isSimplex(settings) ? key(settings) : this.#answered[i],
    );
  }

  async #ask(
    next: number,
    keys: readonly (string | undefined)[],
    settings: SurrogateSettings,
  ): Promise<void> {
    const { ask, isFirst = false } = this.#questions[next]!;
    try {
      await ask(settings);
      this.#answered[next] = keys[next];
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      if (isFirst) this.#refuse(settings);
      else this.#answered[next] = keys[next];
      this.$refusal.set(error.message);
    }
  }

  /** What is refused leaves everything as it was; a run leaves for what was there before it. */
  #refuse(settings: SurrogateSettings): void {
    const isRun = settings.moment !== this.#shown;
    if (isRun) this.set({ moment: this.#shown });
    const isOpen = this.$description.get() !== null;
    this.#answered = isRun && !isOpen ? [] : this.#keys({ ...settings, moment: this.#shown });
  }
}

/** Whether anything but the cursor is another. */
function isOther(a: SurrogateSettings, b: SurrogateSettings): boolean {
  const [before, after] = [a, b].map((settings) => formatSurrogateLink({ ...settings, eta: 0 }));
  return before !== after || a.moment !== b.moment;
}
