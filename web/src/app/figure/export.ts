import { languageQuery } from '../text/language-query';
import { svgOf } from '../../draw/lab/svg-context';
import type { Size, Theme } from '../../draw/theme';
import { drawingTheme } from '../kit/color-theme';
import { download } from '../kit/download';
import { figureWords } from '../text/en/figure';
import type { Draw, Figure, Rows } from './figure';

export type FileKind = 'csv' | 'json' | 'png' | 'svg';

/** A figure with what must be known to read it. */
export interface Print {
  title: string;
  /** paragraphs under the figure */
  caption: readonly string[];
  readonly draw: Draw;
  size: Size;
  theme: Theme;
}

const [MARGIN, LINE, FONT] = [16, 16, 12];
/** CSS pixels: the caption of a narrower picture would be taller than what it is about. */
const LEAST_WIDTH = 800;
/** Average width of a letter as a share of the font's size. */
const LETTER = 0.52;
/** Pixels of a picture per CSS pixel. */
const SHARPNESS = 2;

/** Rows, of any lengths, as comma-separated values that are quoted as in RFC 4180. */
export function csvOf(rows: Rows): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Rows under their heading row, and what must be known to read them. */
export function jsonOf(rows: Rows, about: Readonly<Record<string, string>>): string {
  const [columns = [], ...rest] = rows;
  const finite = (value: string | number | null) =>
    typeof value === 'number' && !Number.isFinite(value) ? null : value;
  const lines = rest.map((row) => `    ${JSON.stringify(row.map(finite))}`);
  const head = Object.entries({ ...about, columns }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${head.join('')}  "rows": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Breaks a text into lines of at most so many letters. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

interface Layout {
  size: Size;
  lines: readonly string[];
}

function layout({ caption, size }: Print): Layout {
  const letters = Math.floor((size.width - 2 * MARGIN) / (LETTER * FONT));
  const lines = caption.flatMap((paragraph) => wrapped(paragraph, letters));
  const height = 2 * MARGIN + 24 + size.height + LINE * lines.length;
  return { size: { width: size.width, height }, lines };
}

function drawPrint(context: CanvasRenderingContext2D, print: Print, { size, lines }: Layout): void {
  const { theme, title } = print;
  const label = (text: string, y: number, font: string, color: string) => {
    context.font = `${font}px ${theme.font}`;
    context.textAlign = 'left';
    context.textBaseline = 'top';
    context.fillStyle = color;
    context.fillText(text, MARGIN, y);
  };
  context.fillStyle = theme.ground;
  context.fillRect(0, 0, size.width, size.height);
  print.draw(shifted(context, MARGIN + 24), print.size, theme);
  label(title, MARGIN, '600 15', theme.ink);
  const under = MARGIN + 24 + print.size.height + 8;
  lines.forEach((text, i) => label(text, under + LINE * i, String(FONT), theme.muted));
}

/** The same context, with everything drawn so much lower. */
function shifted(context: CanvasRenderingContext2D, by: number): CanvasRenderingContext2D {
  const lower = new Set('moveTo lineTo arc rect fillRect strokeRect'.split(' '));
  return new Proxy(context, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const call = value as (...args: unknown[]) => unknown;
      if (lower.has(String(name))) {
        return (x: number, y: number, ...rest: unknown[]) => call.call(target, x, y + by, ...rest);
      }
      if (name === 'fillText' || name === 'strokeText') {
        return (text: string, x: number, y: number) => call.call(target, text, x, y + by);
      }
      return call.bind(target);
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}

export function svgPrint(print: Print): string {
  const place = layout(print);
  return svgOf(place.size, (context) => drawPrint(context, print, place));
}

export function pngPrint(print: Print): Promise<Blob> {
  const place = layout(print);
  const canvas = document.createElement('canvas');
  canvas.width = SHARPNESS * place.size.width;
  canvas.height = SHARPNESS * place.size.height;
  const context = canvas.getContext('2d')!;
  context.scale(SHARPNESS, SHARPNESS);
  drawPrint(context, print, place);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** The files that there are of a figure: no pictures where it has none. */
export function kindsOf({ picture }: Figure): readonly FileKind[] {
  return picture ? ['csv', 'json', 'png', 'svg'] : ['csv', 'json'];
}

/** Hands a figure, or its data, to the reader, with what tells where it comes from. */
export async function take(kind: FileKind, figure: Figure, width: number): Promise<void> {
  download(`${figure.file}.${kind}`, await fileOf(kind, figure, width));
}

/** Where a figure comes from: a version of the page, and a link that opens it if there is one. */
export function sourceOf({ build, link }: Figure): string {
  if (link === null) return figureWords().source(build);
  return figureWords().source(build, new URL(`./${languageQuery()}${link}`, location.href).href);
}

async function fileOf(kind: FileKind, figure: Figure, shown: number): Promise<Blob> {
  const { title, caption, about, picture } = figure;
  const source = sourceOf(figure);
  if (kind === 'csv') {
    return new Blob([csvOf([...figure.rows(), [], [about], [source]])], { type: 'text/csv' });
  }
  if (kind === 'json') {
    const text = jsonOf(figure.rows(), { title, caption, about, source });
    return new Blob([text], { type: 'application/json' });
  }
  const width = Math.max(LEAST_WIDTH, shown);
  const size = { width, height: Math.round(picture!.height(width)) };
  const theme = drawingTheme('--surface');
  const print: Print = {
    title,
    caption: [caption, about, source],
    draw: picture!.draw,
    size,
    theme,
  };
  if (kind === 'png') return pngPrint(print);
  return new Blob([svgPrint(print)], { type: 'image/svg+xml' });
}
