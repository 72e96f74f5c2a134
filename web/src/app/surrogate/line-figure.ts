import type { Curve, LineSearch } from '../../draw/surrogate/line-search';
import { drawLineSearch } from '../../draw/surrogate/line-search';
import { drawingTheme, runColor } from '../kit/color-theme';
import type { Figure, Rows } from '../figure/figure';
import { surrogateStrings } from '../text/en/surrogate';
import bound from './formulas/bound.tex';
import surrogate from './formulas/surrogate.tex';
import type { LineRow } from './surrogate-client';
import {
  aboutText,
  lineText,
  placeOf,
  type SurrogateCatalog,
  type SurrogateSettings,
} from './surrogate-settings';
import { bestPlace } from './verdict';
import { linkOf } from './surrogate-link';

/** Between two rows of the table. */
const EVERY = 10;
const words = () => surrogateStrings().line;

/** The curves as they are drawn; J and the bound only where they are not to be predicted. */
export function lineSearch(
  rows: readonly LineRow[],
  settings: SurrogateSettings,
  guess: number | null,
): LineSearch {
  const { predict } = settings;
  const curve = (name: 'j' | 'surrogate' | 'bound', color: string, dash: number): Curve => ({
    label: words()[name],
    color,
    dash,
    values: rows.map((row) => row[name]),
  });
  const j = curve('j', runColor('B'), 0);
  const best = { eta: rows[bestPlace(rows, 'j')]?.eta ?? 0, label: words().best };
  const marks = [best, ...(guess === null ? [] : [{ eta: guess, label: words().guess }])];
  return {
    xLabel: words().xLabel,
    yLabel: words().yLabel,
    etas: rows.map(({ eta }) => eta),
    curves: [...(predict ? [] : [j]), curve('surrogate', runColor('A'), 1)],
    bound: predict ? null : curve('bound', drawingTheme('--surface').muted, 2),
    place: placeOf(settings),
    marks: predict || rows.length === 0 ? [] : marks,
  };
}

export function lineFigure(
  rows: readonly LineRow[],
  settings: SurrogateSettings,
  guess: number | null,
  catalog: Pick<SurrogateCatalog, 'build'>,
): Figure {
  const drawn = lineSearch(rows, settings, guess);
  const { formulas } = words();
  return {
    title: words().title,
    table: words().table,
    formulas: [
      { mathml: surrogate, text: formulas.surrogate },
      { mathml: bound, text: formulas.bound },
    ],
    caption: settings.predict ? words().hidden : words().caption,
    about: words().about(aboutText(settings), lineText(settings).replaceAll('&', ', ')),
    build: catalog.build,
    link: linkOf(settings),
    file: `surrogate-${settings.process.id}-${settings.direction}`,
    rows: () => lineRows(rows, settings),
    readable: () => lineRows(rows, settings, (place) => place % EVERY === 0),
    picture: {
      label: words().label,
      height: (width) => Math.min(300, Math.max(240, 0.6 * width)),
      draw: (context, size, theme) => drawLineSearch(context, drawn, size, theme),
    },
  };
}

/** The numbers; start, cursor and the largest J are always among them. */
export function lineRows(
  rows: readonly LineRow[],
  settings: SurrogateSettings,
  isWanted: (place: number) => boolean = () => true,
): Rows {
  const { marks, columns } = words();
  const { predict } = settings;
  const [cursor, best] = [placeOf(settings), predict ? -1 : bestPlace(rows, 'j')];
  const names: [number, string][] = [
    [0, marks.start],
    [cursor, marks.cursor],
    [best, marks.best],
  ];
  const body = rows.flatMap((row, place) => {
    const name = names.flatMap(([at, text]) => (at === place ? [text] : [])).join(', ');
    if (name === '' && !isWanted(place)) return [];
    const hidden = (value: number) => (predict || Number.isNaN(value) ? null : value);
    const { eta, j, surrogate: promised, bound: certain, variation } = row;
    return [[name, eta, hidden(j), promised, hidden(certain), variation]];
  });
  return [columns, ...body];
}
