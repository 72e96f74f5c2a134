import katex from 'katex';

/** Where a term stands in MathML. */
interface Place {
  name: string;
  from: number;
  to: number;
}

/**
 * A formula as MathML, in which terms are rows with their names as `data-term`. Terms that overlap
 * are of several rows; a shorter one inside another is none.
 */
export function formulaWith(
  latex: string,
  terms: readonly { name: string; symbol: string }[],
): string {
  const longestFirst = terms
    .filter(({ symbol }) => symbol !== '')
    .map(({ name, symbol }) => ({ name, row: rowOf(symbol) }))
    .filter(({ row }) => row !== '')
    .toSorted((a, b) => b.row.length - a.row.length);
  const mathml = render(latex);
  const places: Place[] = [];
  for (const { name, row } of longestFirst)
    for (let from = mathml.indexOf(row); from >= 0; from = mathml.indexOf(row, from + 1)) {
      const to = from + row.length;
      if (places.every((other) => from < other.from || to > other.to))
        places.push({ name, from, to });
    }
  return rowsAt(mathml, places);
}

/** Where one place ends inside another, a row ends; each row has the names of all places there. */
function rowsAt(mathml: string, places: readonly Place[]): string {
  const ends = new Set(places.flatMap(({ from, to }) => [from, to]));
  const cuts = [0, ...[...ends].toSorted((a, b) => a - b), mathml.length];
  const pieces = cuts.slice(1).map((to, i) => {
    const piece = mathml.slice(cuts[i], to);
    const here = places.filter((place) => place.from < to && place.to >= to);
    if (here.length === 0) return piece;
    return `<mrow data-term="${here.map(({ name }) => name).join(' ')}">${piece}</mrow>`;
  });
  return pieces.join('');
}

/** LaTeX as MathML in a line of text, without the LaTeX itself. */
export function render(latex: string): string {
  const html = katex.renderToString(latex, { output: 'mathml' });
  return overlined(html.replace(/<annotation[^]*?<\/annotation>/, ''));
}

const OVERLINE = /<mover accent="true"><mrow>([^]*?)<\/mrow><mo stretchy="true">‾<\/mo><\/mover>/g;

/** A line over a whole term is drawn by its style: few fonts have one that stretches as far. */
function overlined(mathml: string): string {
  return mathml.replace(OVERLINE, '<mrow class="overlined">$1</mrow>');
}

function rowOf(latex: string): string {
  return /<semantics><mrow>([^]*)<\/mrow><\/semantics>/.exec(render(latex))?.[1] ?? '';
}

/** What can be wrong with a formula, each with what it makes of the LaTeX if that has it. */
const SLIPS: Readonly<Record<string, (latex: string) => string>> = {
  sign: (latex) =>
    latex.replace(/(=|\\leftarrow)([^+-]*)([+-])/, (_, start: string, term: string, sign: string) =>
      [start, term, sign === '+' ? '-' : '+'].join(''),
    ),
  discount: (latex) => latex.replace(/\\gamma(?![a-z])/, ''),
  smallest: (latex) => latex.replace(/\\min/, '\\max'),
  bonus: (latex) => latex.replace(/-\\alpha/, '+\\alpha'),
  squashing: (latex) => latex.replace(/\\tanh ?/, ''),
  order: (latex) => latex.replace(/H_0-\\bar H/, '\\bar H-H_0'),
};

/** The formula with one slip each. */
export function slipsOf(latex: string): { kind: string; latex: string }[] {
  return Object.entries(SLIPS)
    .map(([kind, slip]) => ({ kind, latex: slip(latex) }))
    .filter((slip) => slip.latex !== latex);
}
