import type { Size } from '../theme';

/** What of a 2D context the figures use; drawing on it writes SVG. */
interface Style {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
}

const NEW: Style = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '12px sans-serif',
  textAlign: 'left',
  textBaseline: 'alphabetic',
};
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end' };
/** Baselines as shares of the font's size, which every program reads alike. */
const DROPS: Readonly<Record<string, number>> = { top: 0.8, middle: 0.35, bottom: -0.2 };

/** A figure as an SVG file, painted by the function that paints it on the canvas. */
export function svgOf(size: Size, draw: (context: CanvasRenderingContext2D) => void): string {
  const context = new SvgContext();
  draw(context as unknown as CanvasRenderingContext2D);
  const { width, height } = size;
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>\n${context.text()}\n</svg>\n`;
}

class SvgContext implements Style {
  fillStyle = NEW.fillStyle;
  strokeStyle = NEW.strokeStyle;
  lineWidth = NEW.lineWidth;
  lineJoin = NEW.lineJoin;
  globalAlpha = NEW.globalAlpha;
  font = NEW.font;
  textAlign = NEW.textAlign;
  textBaseline = NEW.textBaseline;
  readonly #out: string[] = [];
  readonly #saved: { style: Style; groups: number }[] = [];
  #path = '';
  #dash: readonly number[] = [];
  #clips = 0;
  #groups = 0;

  text(): string {
    return this.#out.join('\n');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha } = this;
    const { font, textAlign, textBaseline } = this;
    const style = { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha };
    const text = { font, textAlign, textBaseline };
    this.#saved.push({ style: { ...style, ...text }, groups: this.#groups });
  }
  restore(): void {
    const saved = this.#saved.pop();
    if (!saved) return;
    Object.assign(this, saved.style);
    for (; this.#groups > saved.groups; this.#groups--) this.#out.push('</g>');
  }
  clip(): void {
    const id = `clip${++this.#clips}`;
    this.#out.push(`<clipPath id="${id}"><path d="${this.#path}"/></clipPath>`);
    this.#out.push(`<g clip-path="url(#${id})">`);
    this.#groups++;
  }
  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }
  beginPath(): void {
    this.#path = '';
  }
  moveTo(x: number, y: number): void {
    this.#path += `M${at(x)} ${at(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.#path += `L${at(x)} ${at(y)}`;
  }
  closePath(): void {
    this.#path += 'Z';
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path += `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`;
  }
  /** Full circles only: the figures have no other arcs. */
  arc(x: number, y: number, radius: number): void {
    const r = at(radius);
    const half = (dx: number) => `a${r} ${r} 0 1 1 ${at(dx)} 0`;
    this.#path += `M${at(x + radius)} ${at(y)}${half(-2 * radius)}${half(2 * radius)}Z`;
  }
  fill(): void {
    this.#draw(this.#path, `fill="${this.fillStyle}"`);
  }
  stroke(): void {
    this.#draw(this.#path, `fill="none" ${this.#strokeStyle()}`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.#draw(
      `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`,
      `fill="${this.fillStyle}"`,
    );
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    const box = `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`;
    this.#draw(box, `fill="none" ${this.#strokeStyle()}`);
  }
  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, `fill="${this.fillStyle}"`);
  }
  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, `fill="none" ${this.#strokeStyle()}`);
  }

  #strokeStyle(): string {
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.join(' ')}"` : '';
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`;
    return `stroke="${this.strokeStyle}" stroke-width="${this.lineWidth}"${dash}${join}`;
  }
  #opacity(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${at(this.globalAlpha)}"`;
  }
  #draw(path: string, style: string): void {
    if (path !== '') this.#out.push(`<path d="${path}" ${style}${this.#opacity()}/>`);
  }
  #write(text: string, x: number, y: number, style: string): void {
    const [, weight = '400', size = '12', family = ''] =
      /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const drop = (DROPS[this.textBaseline] ?? 0) * Number(size);
    const anchor = ANCHORS[this.textAlign] ?? 'start';
    const font = `font-family="${escape(family)}" font-size="${size}" font-weight="${weight}"`;
    const place = `x="${at(x)}" y="${at(y + drop)}" text-anchor="${anchor}"`;
    this.#out.push(`<text ${place} ${font} ${style}${this.#opacity()}>${escape(text)}</text>`);
  }
}

/** A coordinate, to a hundredth. */
function at(value: number): string {
  return String(Math.round(100 * value) / 100);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
