import { html, mathml, nothing, type TemplateResult } from 'lit';
import { type MathNode, parseSymbol } from './symbol';

/** A parameter's symbol, given as simple LaTeX, as MathML. */
export function mathSymbol(latex: string): TemplateResult | typeof nothing {
  if (latex === '') return nothing;
  return html`<math class="symbol">${render(parseSymbol(latex))}</math>`;
}

function render(node: MathNode): TemplateResult {
  switch (node.kind) {
    case 'identifier':
      return mathml`<mi>${node.text}</mi>`;
    case 'upright':
      return mathml`<mi mathvariant="normal">${node.text}</mi>`;
    case 'number':
      return mathml`<mn>${node.text}</mn>`;
    case 'operator':
      return mathml`<mo stretchy="false">${node.text}</mo>`;
    case 'row':
      return mathml`<mrow>${node.children.map(render)}</mrow>`;
    case 'sub':
      return mathml`<msub>${render(node.base)}${render(node.script)}</msub>`;
    case 'sup':
      return mathml`<msup>${render(node.base)}${render(node.script)}</msup>`;
    case 'over':
      return mathml`<mover accent="true">${render(node.base)}${render(node.script)}</mover>`;
  }
}
