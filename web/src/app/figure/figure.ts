import { written } from '../../draw/language';
import type { Size, Theme } from '../../draw/theme';

/** What stands in a table or a file: a row of headings, then numbers, names, and gaps. */
export type Rows = readonly (readonly (string | number | null)[])[];

/** On a canvas, or on a context that writes SVG; in CSS pixels. */
export type Draw = (context: CanvasRenderingContext2D, size: Size, theme: Theme) => void;

export interface Formula {
  /** MathML, made when the page is built */
  mathml: string;
  /** what its signs mean */
  text: string;
  /** the runs that it is about, where others have another one */
  runs?: string;
}

/** What the tools of a figure must know before they are used. */
export interface FigureHead {
  title: string;
  /** the name of its table; none for what is a table by itself */
  table?: string;
  formulas?: readonly Formula[];
}

/**
 * What a figure must give. `<figure-frame .figure=${figure}>` makes of it the heading, the picture
 * with its caption and its keys, the enlarged view, the table, the formula and the files; what a
 * figure does not have is left out.
 */
export interface Figure extends FigureHead {
  /** what it shows, with the seeds and how many they are */
  caption: string;
  /** configuration, seeds, repeats */
  about: string;
  /** version of the core */
  build: string;
  /** hash that opens what it is about, `null` for what none does */
  link: string | null;
  /** name of its files, without ending */
  file: string;
  /** all of its numbers */
  rows(): Rows;
  /** those for the table and the cursor, where all would be too much to read */
  readable?(): Rows;
  /** what must be known to read the table */
  note?: string;
  picture?: Picture;
}

export interface Picture {
  /** what it shows, for those who do not see it */
  label: string;
  /** in CSS pixels, for a width that is not too small to print its caption under */
  height(width: number): number;
  draw: Draw;
}

/** A figure that brings its own picture, in `slot="picture"`, and is loaded for its tools. */
export interface LaterFigure extends FigureHead {
  load(): Promise<Figure>;
}

/** What a tool opens under its figure. */
export type Panel = 'table' | 'formula' | 'files';

/** The part of a figure's numbers that is to be read. */
export function readableRows(figure: Figure): Rows {
  return figure.readable?.() ?? figure.rows();
}

/** A cell of `Rows` for people. */
export function cellText(cell: string | number | null): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  const rounded = Number.isInteger(cell) ? cell : Number(cell.toPrecision(5));
  return written(rounded);
}
