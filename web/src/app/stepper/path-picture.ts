import { css, html, svg, type TemplateResult } from 'lit';
import { type GradientPath, stepperStrings } from '../text/en/stepper';

const words = () => stepperStrings().path;

type Node = 'theta' | 'head' | 'action' | 'noise' | 'value' | 'log' | 'sum';
type Edge = readonly [from: Node, to: Node];

/** Where a node stands in a picture of 340 by 130. */
const PLACES: Readonly<Record<Node, readonly [number, number]>> = {
  theta: [24, 40],
  head: [110, 40],
  noise: [196, 108],
  action: [196, 40],
  value: [296, 40],
  log: [196, 108],
  sum: [296, 108],
};

interface Drawn {
  /** what there is, with its sign */
  nodes: Partial<Record<Node, string>>;
  /** what the gradient goes along */
  lit: readonly Edge[];
  /** what only is computed */
  plain: readonly Edge[];
  /** what stands at the end of the path */
  label: string;
}

const CHAIN: readonly Edge[] = [
  ['theta', 'head'],
  ['head', 'action'],
  ['action', 'value'],
];

/** Through log π alone; what weighs it is a number. */
const weighedBy = (value: string): Drawn => ({
  nodes: { theta: 'θ', head: 'φ', log: 'log π', action: 'a', value, sum: `× ${value}` },
  lit: [
    ['theta', 'head'],
    ['head', 'log'],
    ['log', 'sum'],
  ],
  plain: [
    ['action', 'log'],
    ['action', 'value'],
    ['value', 'sum'],
  ],
  label: '',
});

const DRAWN: Readonly<Record<GradientPath, Drawn>> = {
  pathwise: {
    nodes: { theta: 'θ', head: 'μ, σ', noise: 'ε', action: 'a', value: 'Q' },
    lit: CHAIN,
    plain: [['noise', 'action']],
    label: '∂Q/∂a',
  },
  deterministic: {
    nodes: { theta: 'θ', head: 'μ', action: 'a', value: 'Q' },
    lit: CHAIN,
    plain: [],
    label: '∂Q/∂a',
  },
  relaxed: {
    nodes: { theta: 'θ', head: 'φ', noise: 'noise', action: 'soft a', value: 'Q · a' },
    lit: CHAIN,
    plain: [['noise', 'action']],
    label: 'Q',
  },
  score: weighedBy('Q'),
  advantage: weighedBy('A'),
  sum: {
    nodes: { theta: 'θ', head: 'φ', action: 'π₁ Q₁', log: 'π₂ Q₂ …', value: 'Σ' },
    lit: [
      ['theta', 'head'],
      ['head', 'action'],
      ['head', 'log'],
      ['action', 'value'],
      ['log', 'value'],
    ],
    plain: [],
    label: '',
  },
};

/** The computation graph of the actor's update, with the way that its gradient takes. */
export function pathPicture(path: GradientPath): TemplateResult {
  const { nodes, lit, plain, label } = DRAWN[path];
  const all = Object.entries(nodes) as [Node, string][];
  return html`
    <svg viewBox="0 0 340 140" role="img" aria-label=${words().text(path)} data-path=${path}>
      ${plain.map((edge) => edgeOf(edge, nodes, false))}
      ${lit.map((edge) => edgeOf(edge, nodes, true))}
      ${all.map(([node, text]) => nodeOf(node, text))}
      ${label ? svg`<text class="slope" x="246" y="26">${label}</text>` : ''}
    </svg>
    <p class="muted">${words().text(path)}</p>
  `;
}

/** Half of the width of a node. */
const halfOf = (text: string) => 13 + 3.6 * text.length;

function nodeOf(node: Node, text: string): TemplateResult {
  const [x, y] = PLACES[node];
  const half = halfOf(text);
  return svg`
    <rect x=${x - half} y=${y - 16} width=${2 * half} height="32" rx="16" />
    <text x=${x} y=${y + 5}>${text}</text>`;
}

/** Along the gradient, backwards, an edge is lit. */
function edgeOf([from, to]: Edge, nodes: Drawn['nodes'], isLit: boolean): TemplateResult {
  const [[x1, y1], [x2, y2]] = [PLACES[from], PLACES[to]];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
  const reach = (node: Node) =>
    Math.min(halfOf(nodes[node] ?? '') / Math.abs(dx || 1e-9), 16 / Math.abs(dy || 1e-9)) + 3;
  const [a, b] = [reach(from), reach(to)];
  const end = [x2 - dx * b, y2 - dy * b] as const;
  const wing = (side: number) =>
    `${end[0] - 7 * dx + 4 * side * dy},${end[1] - 7 * dy - 4 * side * dx}`;
  const shaft = `M${x1 + dx * a},${y1 + dy * a}L${end.join()}`;
  const head = `M${wing(1)}L${end.join()}L${wing(-1)}`;
  return svg`<g class=${isLit ? 'lit' : 'plain'}><path d=${shaft + head} /></g>`;
}

export const pathStyles = css`
  svg[data-path] {
    width: 100%;
    max-width: 26rem;
  }
  svg[data-path] rect {
    fill: var(--surface);
    stroke: var(--control-line);
  }
  svg[data-path] text {
    fill: var(--ink);
    font: 600 14px var(--font);
    text-anchor: middle;
  }
  svg[data-path] .slope {
    font-size: 11px;
  }
  svg[data-path] path {
    fill: none;
    stroke: var(--control-line);
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
  }
  svg[data-path] .lit path {
    stroke: var(--run, var(--ink));
    stroke-width: 3;
    stroke-dasharray: none;
  }
`;
