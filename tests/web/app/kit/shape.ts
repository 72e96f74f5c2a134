import type { MathNode } from '../../../../web/src/app/kit/math-node';

/** The tree in brackets. */
export function shape(node: MathNode): string {
  switch (node.kind) {
    case 'row':
      return node.children.map(shape).join(' ');
    case 'sub':
      return `${shape(node.base)}_(${shape(node.script)})`;
    case 'sup':
      return `${shape(node.base)}^(${shape(node.script)})`;
    case 'over':
      return `${node.script.kind === 'operator' ? node.script.text : ''}(${shape(node.base)})`;
    case 'fraction':
      return `{${shape(node.numerator)} / ${shape(node.denominator)}}`;
    case 'root':
      return `√{${shape(node.radicand)}}`;
    case 'cases':
      return `{${node.rows.map((cells) => cells.map(shape).join(', ')).join('; ')}}`;
    case 'times':
      return '';
    case 'identifier':
    case 'upright':
    case 'word':
    case 'number':
    case 'operator':
    case 'fence':
    case 'text':
      return node.text;
  }
}
