import { drawTradeOff, rangeOf, type TradeOff } from '../../draw/bootstrap/trade-off';
import type { TradeOffStyles } from '../../draw/bootstrap/trade-off';
import { parseConfig } from '../../protocol/config';
import { catalog } from '../experiment/core-catalog';
import type { Figure } from '../figure/figure';
import { resolve } from '../settings/settings';
import { frozenStrings } from '../text/en/frozen';
import { pictureOf } from './figures';
import formula from './formulas/value.tex';
import { type FrozenPart, frozenParts } from './frozen-parts';
import { type Frozen, ROLLOUTS } from './frozen-runs';
import type { BootstrapSettings } from './settings';

const words = () => frozenStrings().figure;

/** A frozen run with its picture, which has the same axes as the others. */
export interface FrozenPicture {
  run: Frozen;
  parts: readonly FrozenPart[];
  picture: TradeOff;
}

/** Those of which something is known. */
export function frozenPictures(
  runs: readonly Frozen[],
  { samples, n, lambda }: BootstrapSettings,
  styles: TradeOffStyles,
): FrozenPicture[] {
  const all = runs.map((run) => ({ run, parts: frozenParts(run, samples) }));
  const sums = rangeOf(all.flatMap(({ parts }) => parts));
  return all.flatMap(({ run, parts }) => {
    const picture = pictureOf(parts, { axis: 'n', n, lambda }, styles);
    return picture ? [{ run, parts, picture: { ...picture, sums } }] : [];
  });
}

/** What learns where, and from which seed. */
export function subjectOf({ config }: Frozen): string {
  const { algorithm, environment, values } = resolve(catalog, parseConfig(config));
  return words().subject(algorithm.title, environment.title, values.get('seed')!);
}

/** The frame of one of them, with the core's own numbers in the table. */
export function frozenFigure(
  { run, parts, picture }: FrozenPicture,
  samples: number,
  build: string,
  link: string | null,
): Figure {
  const title = words().title(run.steps);
  return {
    title,
    table: words().table,
    formulas: [{ mathml: formula, text: words().formula }],
    caption: words().caption(run.states, ROLLOUTS),
    about: words().about(subjectOf(run), run.steps, samples),
    build,
    link,
    file: `bootstrapping-run-${run.steps}`,
    rows: () => [
      ['n', 'squared_bias', 'squared_bias_standard_error', ...VARIANCE, ...SUM],
      ...parts.map(({ at, bias, variance, sum, errors }) => [
        ...[at, bias, errors.bias, variance * samples, errors.variance * samples, samples],
        ...[sum, errors.sum, run.states],
      ]),
    ],
    picture: {
      label: words().picture(title, picture.best.label),
      height: (width) => Math.min(380, Math.max(250, 0.66 * width)),
      draw: (context, size, theme) => drawTradeOff(context, picture, size, theme),
    },
  };
}

const VARIANCE = ['variance', 'variance_standard_error', 'samples'];
const SUM = ['mean_squared_error', 'mean_squared_error_standard_error', 'states'];
