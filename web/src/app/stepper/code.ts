import code from 'virtual:algorithm-lines';
import { speaking } from '../text/catalog';
import type { CodeLine } from './lines';

const lines = code as Readonly<Record<string, readonly CodeLine[]>>;
for (const [id, all] of Object.entries(lines)) speaking({ lines: all }, `algorithms.${id}.`);

/** The pseudo-code of an algorithm, of all that it can be set to. */
export function codeOf(algorithm: string): readonly CodeLine[] {
  return lines[algorithm] ?? [];
}
