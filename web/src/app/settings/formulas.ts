import type { Algorithm, Environment } from '../../protocol/catalog';

/** A task that formulas describe. */
interface FormulaTask extends Environment {
  /** ids of those that accept it */
  algorithms: readonly string[];
  /** what tells it from others in a few words: its reward */
  name: string;
  /** its text as links have it */
  short: string;
}

/** What is known of tasks of formulas, by their texts. */
export const formulas = new Map<string, FormulaTask>();

export function accepts(algorithm: Algorithm, environment: Environment): boolean {
  const { algorithms = null } = environment as Partial<FormulaTask>;
  return algorithms?.includes(algorithm.id) ?? algorithm.environments.includes(environment.id);
}
