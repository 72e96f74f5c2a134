import type { Fact } from '../kit/page';
import type { Bootstrap } from './bootstrap';
import { readBootstrapLink } from './bootstrap-link';
import { bestOf, partsOf } from './returns';

/** Makes the laboratory about what a hash says. */
export function turnBootstrap(lab: Bootstrap, hash: string): void {
  const { settings, ignored } = readBootstrapLink(hash, lab.items);
  lab.$ignored.set(ignored);
  lab.set(settings);
}

/** A setting, the best length, or the squared error of the reader's own length and of the best. */
export function bootstrapFact(lab: Bootstrap, name: string): Fact | null {
  const settings = lab.$settings.get();
  if (!settings) return null;
  const { process, axis, error, samples, n, lambda } = settings;
  const texts: Readonly<Record<string, string>> = { process: process.id, axis };
  if (texts[name] !== undefined) return texts[name];
  const returns = lab.$returns.get();
  const parts = returns ? partsOf(returns[axis], 'value', samples) : [];
  const best = bestOf(parts);
  const numbers: Readonly<Record<string, number | undefined>> = {
    error,
    samples,
    n,
    lambda,
    best: best?.at,
    best_error: best?.sum,
    own_error: parts.find(({ at }) => at === settings[axis])?.sum,
  };
  const value = numbers[name];
  return value === undefined ? null : { value, error: null };
}
