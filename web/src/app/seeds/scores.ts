import type { Client, ClientEvents } from '../../protocol/client';
import type { Comparison, Coverage, Location, ScoreCommands } from '../../protocol/score-commands';

/** Makes the client of a new worker that says what scores come to. */
export type ConnectScores = (events: ClientEvents) => Client<ScoreCommands>;

/** The middle of each column of scores, and its 95 % percentile bootstrap interval. */
export interface Bands {
  middle: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

type Row = readonly [middle: number, low: number, high: number];

/** Columns whose bands are remembered. */
const MOST = 10_000;

/** What scores of several seeds come to, as the core says in a worker; that is remembered. */
export class Scores {
  readonly #connect: ConnectScores;
  #client: Client<ScoreCommands> | undefined;
  readonly #rows = new Map<string, Row>();

  constructor(connect: ConnectScores) {
    this.#connect = connect;
  }

  async bands(columns: readonly Float64Array[], location: Location): Promise<Bands> {
    const keys = columns.map((column) => `${location} ${column.join()}`);
    const rows = new Map(keys.map((key) => [key, this.#rows.get(key)]));
    const asked = new Map<string, Float64Array>();
    columns.forEach((column, i) => {
      if (column.length > 0 && rows.get(keys[i]!) === undefined) asked.set(keys[i]!, column);
    });
    if (asked.size > 0) {
      const numbers = await this.#living().call('estimates', [...asked.values()], location);
      if (this.#rows.size + asked.size > MOST) this.#rows.clear();
      [...asked.keys()].forEach((key, i) => {
        const [middle, low, high] = numbers.subarray(3 * i);
        const row: Row = [middle!, low!, high!];
        rows.set(key, row);
        this.#rows.set(key, row);
      });
    }
    const figures = (at: 0 | 1 | 2) => Float64Array.from(keys, (key) => rows.get(key)?.[at] ?? NaN);
    return { middle: figures(0), low: figures(1), high: figures(2) };
  }

  compare(ours: Float64Array, others: Float64Array): Promise<Comparison> {
    return this.#living().call('compare', ours, others);
  }

  coverage(count: number, location: Location): Promise<Coverage> {
    return this.#living().call('coverage', count, location);
  }

  #living(): Client<ScoreCommands> {
    return (this.#client ??= this.#connect({
      frame: () => undefined,
      death: () => (this.#client = undefined),
    }));
  }
}
