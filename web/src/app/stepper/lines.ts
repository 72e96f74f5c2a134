import type { Resolved } from '../settings/settings';
import type { Phase } from '../text/en/stepper';

/** A number of a line. */
export interface Quantity {
  name: string;
  /** MathML */
  symbol: string;
  help: string;
  of: 'sample' | 'batch' | 'weight';
}

/** A formula that is wrong in one place. */
export interface Slip {
  /** what was done to it */
  kind: string;
  /** MathML */
  formula: string;
}

/** A line of pseudo-code, with what was made of its LaTeX when the page was built. */
export interface CodeLine {
  id: string;
  phase: Phase;
  text: string;
  /** MathML with its quantities as `data-term`, or `''` */
  formula: string;
  /** the same as it is written, to compare and to be read out */
  latex: string;
  /** the choice of its algorithm that makes it one of those that run, or `''` */
  when: string;
  indent: number;
  quantities: readonly Quantity[];
  slips: readonly Slip[];
}

/** The lines that are run with these settings. */
export function runLines(lines: readonly CodeLine[], { algorithm, values }: Resolved): CodeLine[] {
  return lines.filter(({ when }) => {
    if (when === '') return true;
    const equals = when.indexOf('=');
    const value = values.get(`${algorithm.id}.${when.slice(0, equals)}`);
    return (
      value !== undefined &&
      when
        .slice(equals + 1)
        .split('|')
        .includes(value)
    );
  });
}

/** Lines of two runs, each beside its like; what only one of them has stands alone. */
export interface Pairing {
  id: string;
  /** in the order of the runs; `null` where there is no such line */
  lines: readonly (CodeLine | null)[];
  /** whether they do not say the same */
  differs: boolean;
}

/** The lines of all runs by their ids, in an order that is that of each of them. */
export function paired(runs: readonly (readonly CodeLine[])[]): Pairing[] {
  const order: string[] = [];
  for (const lines of runs) {
    let at = 0;
    for (const { id } of lines) {
      const known = order.indexOf(id);
      if (known < 0) order.splice(at++, 0, id);
      else at = Math.max(at, known + 1);
    }
  }
  return order.map((id) => {
    const lines = runs.map((all) => all.find((line) => line.id === id) ?? null);
    const [first, ...others] = lines.map((line) => line && `${line.text} ${line.latex}`);
    return { id, lines, differs: others.some((text) => text !== first) };
  });
}
