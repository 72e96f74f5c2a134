import type { LabResult } from '../../protocol/lab';
import { LAB_FIGURES } from '../../protocol/lesson-names';
import type { Fact } from '../kit/page';
import type { Lab } from './lab';
import { defaultSettings } from './lab-settings';
import { readLabLink } from './lab-link';
import { comparedResult } from './plan';

/** Makes the lab about what a hash says. */
export function turnLab(lab: Lab, hash: string): void {
  const { settings, ignored } = readLabLink(hash, lab.catalog, defaultSettings(lab.catalog));
  lab.$ignored.set(ignored);
  if (lab.$moment.get()) lab.freeze(null);
  lab.set(settings);
}

/** A setting of the lab, or `total_variance.reparameterization`, what it measures of a variant. */
export function labFact(lab: Lab, name: string): Fact | null {
  const settings = lab.$settings.get();
  if (!settings) return null;
  const figure = LAB_FIGURES.find((each) => name.startsWith(`${each}.`));
  if (!figure) return settingOf(lab, name);
  const variant = lab.variants().find(({ id }) => name === `${figure}.${id}`);
  const result = variant && comparedResult(variant, settings, lab.results);
  return result ? readingOf(result, figure) : null;
}

function settingOf(lab: Lab, name: string): Fact | null {
  const { objective, policy, budget, alpha, samples, seed } = lab.$settings.get()!;
  const texts: Readonly<Record<string, string>> = {
    objective: objective.id,
    policy: policy.id,
    budget,
  };
  const numbers: Readonly<Record<string, number | undefined>> = {
    alpha,
    samples,
    seed,
    dimensions: lab.$task.get()?.dimensions,
  };
  return texts[name] ?? exactly(numbers[name]);
}

function readingOf(result: LabResult, figure: (typeof LAB_FIGURES)[number]): Fact | null {
  if (figure === 'repeats') return exactly(result.repeats);
  const value = result[figure];
  return value === null ? null : { value, error: result[`${figure}_standard_error`] };
}

function exactly(value: number | undefined): Fact | null {
  return value === undefined ? null : { value, error: null };
}
