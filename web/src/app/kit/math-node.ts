import { mathml, type TemplateResult } from 'lit';

/** A piece of a formula, as MathML has it. */
export type MathNode =
  | { kind: 'identifier' | 'number' | 'operator' | 'upright'; text: string }
  /** a name of several letters, what grows with what it encloses, and words beside formulas */
  | { kind: 'word' | 'fence' | 'text'; text: string }
  /** between factors: heard, but not seen */
  | { kind: 'times' }
  | { kind: 'row'; children: MathNode[] }
  | { kind: 'sub' | 'sup' | 'over'; base: MathNode; script: MathNode }
  | { kind: 'fraction'; numerator: MathNode; denominator: MathNode }
  | { kind: 'root'; radicand: MathNode }
  /** each what it is, and when */
  | { kind: 'cases'; rows: MathNode[][] };

export function render(node: MathNode): TemplateResult {
  switch (node.kind) {
    case 'identifier':
      return mathml`<mi>${node.text}</mi>`;
    case 'upright':
      return mathml`<mi mathvariant="normal">${node.text}</mi>`;
    case 'word':
      return mathml`<mi class="word">${node.text}</mi>`;
    case 'number':
      return mathml`<mn>${node.text}</mn>`;
    case 'operator':
      return mathml`<mo stretchy="false">${node.text}</mo>`;
    case 'fence':
      return mathml`<mo>${node.text}</mo>`;
    case 'text':
      return mathml`<mtext>${node.text}</mtext>`;
    case 'times':
      return mathml`<mo lspace="0.09em" rspace="0.09em">\u2062</mo>`;
    case 'row':
      return mathml`<mrow>${node.children.map(render)}</mrow>`;
    case 'sub':
      return mathml`<msub>${render(node.base)}${render(node.script)}</msub>`;
    case 'sup':
      return mathml`<msup>${render(node.base)}${render(node.script)}</msup>`;
    case 'over':
      return mathml`<mover accent="true">${render(node.base)}${render(node.script)}</mover>`;
    case 'fraction':
      return mathml`<mfrac>${render(node.numerator)}${render(node.denominator)}</mfrac>`;
    case 'root':
      return mathml`<msqrt>${render(node.radicand)}</msqrt>`;
    case 'cases':
      return mathml`<mrow><mo>{</mo><mtable>${node.rows.map(
        (cells) => mathml`<mtr>${cells.map((cell) => mathml`<mtd>${render(cell)}</mtd>`)}</mtr>`,
      )}</mtable></mrow>`;
  }
}
