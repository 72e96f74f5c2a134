import code from 'virtual:algorithm-lines';
import type { CodeLine } from './lines';

const lines = code as Readonly<Record<string, readonly CodeLine[]>>;

/** The pseudo-code of an algorithm, of all that it can be set to. */
export function codeOf(algorithm: string): readonly CodeLine[] {
  return lines[algorithm] ?? [];
}
