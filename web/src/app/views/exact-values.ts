import { type Client, DeadWorkerError, RefusedError } from '../../protocol/client';
import type { TableCommands } from '../../protocol/table-commands';

/** What is exact of every state; NaN where nobody acts, and where it is not finite. */
export interface ExactValues {
  /** V of the policy on display */
  policy: Float32Array;
  /** V of the best one */
  best: Float32Array;
}

/** What the values follow from. */
export interface ExactQuestion {
  /** of the run */
  config: string;
  /** a row of probabilities for each state */
  policy: Float32Array;
  /** weight of the entropy in its values */
  alpha: number;
}

export type Solver = Pick<Client<TableCommands>, 'call'>;

/** Asks what is exact of one run's policy, once for each policy. */
export class ExactWatch {
  readonly #solver: () => Solver;
  #asked: ExactQuestion | undefined;
  #answer: Promise<ExactValues | null> = Promise.resolve(null);
  /** the last that is known */
  known: ExactValues | null = null;

  constructor(solver: () => Solver) {
    this.#solver = solver;
  }

  /** `null` where the core has no answer. */
  of(question: ExactQuestion): Promise<ExactValues | null> {
    if (!this.#asked || !isSame(this.#asked, question)) {
      this.#asked = question;
      this.#answer = this.#ask(question);
    }
    return this.#answer;
  }

  async #ask({ config, policy, alpha }: ExactQuestion): Promise<ExactValues | null> {
    try {
      const rows = await this.#solver().call('values', config, Float64Array.from(policy), alpha);
      const column = (at: number) => Float32Array.from(rows.filter((_, i) => i % 2 === at));
      return (this.known = { policy: column(0), best: column(1) });
    } catch (error) {
      if (error instanceof RefusedError || error instanceof DeadWorkerError) return null;
      throw error;
    }
  }
}

function isSame(one: ExactQuestion, other: ExactQuestion): boolean {
  return (
    one.config === other.config &&
    one.alpha === other.alpha &&
    one.policy.length === other.policy.length &&
    one.policy.every((probability, i) => probability === other.policy[i])
  );
}
