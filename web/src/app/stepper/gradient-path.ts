import type { GradientPath } from '../text/en/stepper';

/** What tells of each path, by the names that a trace gives the actor's numbers. */
const SIGNS: readonly (readonly [GradientPath, readonly string[]])[] = [
  ['pathwise', ['dq_da', 'epsilon']],
  ['deterministic', ['dq_da']],
  ['relaxed', ['relaxed']],
  ['score', ['advantage']],
  ['advantage', ['w']],
  ['sum', ['pi', 'head_gradient']],
];

/** The path that these numbers tell of; `null` for none of these, and where nothing was climbed. */
export function pathOf(names: ReadonlySet<string>): GradientPath | null {
  const found = SIGNS.find(([, signs]) => signs.every((name) => names.has(name)));
  return found?.[0] ?? null;
}
