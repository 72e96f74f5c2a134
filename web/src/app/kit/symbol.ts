import type { MathNode } from './math-node';

/** Letters by their names in LaTeX. */
export const LETTERS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ϵ',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'ϕ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  ell: 'ℓ',
  nabla: '∇',
};
const ACCENTS: Readonly<Record<string, string>> = { bar: '¯', hat: '^', tilde: '~', dot: '˙' };
const FONTS = new Set(['mathcal', 'mathrm', 'text', 'operatorname']);

/**
 * Reads the small part of LaTeX that symbols of parameters use: letters, Greek, scripts, accents
 * and groups. Anything else is shown as it is written.
 */
export function parseSymbol(latex: string): MathNode {
  const tokens = latex.match(/\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S/g) ?? [];
  let at = 0;

  const row = (): MathNode => {
    const children: MathNode[] = [];
    while (at < tokens.length && tokens[at] !== '}') children.push(scripted());
    return children.length === 1 ? children[0]! : { kind: 'row', children };
  };
  const scripted = (): MathNode => {
    let base = atom();
    while (tokens[at] === '_' || tokens[at] === '^') {
      const kind = tokens[at++] === '_' ? 'sub' : 'sup';
      base = { kind, base, script: atom() };
    }
    return base;
  };
  const atom = (): MathNode => {
    const token = tokens[at++] ?? '';
    if (token === '{') {
      const inside = row();
      at += 1;
      return inside;
    }
    const name = token.startsWith('\\') ? token.slice(1) : '';
    if (name in LETTERS) return { kind: 'identifier', text: LETTERS[name]! };
    if (name in ACCENTS) {
      return { kind: 'over', base: atom(), script: { kind: 'operator', text: ACCENTS[name]! } };
    }
    if (FONTS.has(name)) return upright(atom());
    if (name !== '') return { kind: 'upright', text: name };
    if (/^\d/.test(token)) return { kind: 'number', text: token };
    return { kind: /^\p{L}/u.test(token) ? 'identifier' : 'operator', text: token };
  };

  return row();
}

function upright(node: MathNode): MathNode {
  if (node.kind === 'row') {
    const texts = node.children.map((child) => ('text' in child ? child.text : ''));
    return { kind: 'upright', text: texts.join('') };
  }
  return 'text' in node ? { kind: 'upright', text: node.text } : node;
}
