import { html, nothing, type TemplateResult } from 'lit';
import { render } from './math-node';
import { parseSymbol } from './symbol';

/** A parameter's symbol, given as simple LaTeX, as MathML. */
export function mathSymbol(latex: string): TemplateResult | typeof nothing {
  if (latex === '') return nothing;
  return html`<math class="symbol">${render(parseSymbol(latex))}</math>`;
}
