import type { Fact } from '../kit/page';
import type { SurrogateLab } from './surrogate-lab';
import { readSurrogateLink } from './surrogate-link';
import { placeOf } from './surrogate-settings';
import { bestPlace } from './verdict';

/** Makes the laboratory about what a hash says. */
export function turnSurrogate(lab: SurrogateLab, hash: string): void {
  const { settings, ignored } = readSurrogateLink(hash, lab.catalog);
  lab.$ignored.set(ignored);
  lab.set(settings);
}

/** A setting, or what is true and what is promised along the line. */
export function surrogateFact(lab: SurrogateLab, name: string): Fact | null {
  const settings = lab.$settings.get();
  if (!settings) return null;
  const { process, direction, weighting, span, eta } = settings;
  const texts: Readonly<Record<string, string>> = { process: process.id, direction, weighting };
  if (texts[name] !== undefined) return texts[name];
  const rows = lab.$line.get();
  const here = rows[placeOf(settings)];
  const best = rows.length > 0 ? rows[bestPlace(rows, 'j')] : undefined;
  const numbers: Readonly<Record<string, number | undefined>> = {
    span,
    eta,
    start: rows[0]?.j,
    j: here?.j,
    promise: here?.surrogate,
    best_eta: best?.eta,
    best_j: best?.j,
  };
  const value = numbers[name];
  return value === undefined || Number.isNaN(value) ? null : { value, error: null };
}
