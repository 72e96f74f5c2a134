import katex from 'katex';

/** A formula as MathML, in which each of its terms is a row with its name as `data-term`. */
export function formulaWith(
  latex: string,
  terms: readonly { name: string; symbol: string }[],
): string {
  const longestFirst = terms
    .filter(({ symbol }) => symbol !== '')
    .map(({ name, symbol }) => ({ name, row: rowOf(symbol) }))
    .filter(({ row }) => row !== '')
    .toSorted((a, b) => b.row.length - a.row.length);
  // What has been found is put away, so that no shorter term is found inside.
  const away = (i: number) => `\0${i}\0`;
  const found = longestFirst.map(({ name, row }) => `<mrow data-term="${name}">${row}</mrow>`);
  const marked = longestFirst.reduce(
    (all, { row }, i) => all.replaceAll(row, away(i)),
    render(latex),
  );
  return found.reduce((all, row, i) => all.replaceAll(away(i), row), marked);
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
