import type { Reference } from '../../draw/value-range';
import { type Resolved, sharedReference } from '../settings/settings';
import { formatReturn } from '../text/format';
import { curveStrings as words } from '../text/en/curves';

const REFERENCES: readonly ['optimum' | 'threshold' | 'random', Reference['side']][] = [
  ['optimum', 'above'],
  ['threshold', 'below'],
  ['random', 'below'],
];

/** The returns that all runs can be compared with. */
export function references(runs: readonly Resolved[]): Reference[] {
  const reference = sharedReference(runs);
  return REFERENCES.flatMap(([name, side]) => {
    const value = reference[name];
    return value == null ? [] : [{ value, label: words()[name](formatReturn(value)), side }];
  });
}

/** What their lines are; `""` without any. */
export function referenceCaption(runs: readonly Resolved[]): string {
  const reference = sharedReference(runs);
  const names = REFERENCES.filter(([name]) => reference[name] != null);
  if (names.length === 0) return '';
  return words().captionReferences(names.map(([name]) => words().referenceNames[name]).join(', '));
}
