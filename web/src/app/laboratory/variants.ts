import type { EstimatorStyle, Marker } from '../../draw/lab/marker';
import type { ThemeName } from '../kit/color-theme';
import { labStrings } from '../text/en/laboratory';
import { type Chosen, chosen, formatChosen, type LabCatalog, type LabItem } from './lab-catalog';

/** One way to estimate the gradient: an estimator, with a baseline if it has any. */
export interface Variant {
  /** `reparameterization`, `score_function.value` */
  id: string;
  estimator: LabItem;
  baseline: LabItem | null;
  title: string;
  /** the fewest samples that an estimate takes */
  fewest: number;
}

interface Look {
  marker: Marker;
  dash: readonly number[];
  light: string;
  dark: string;
}

/** Dark enough on white, light enough on black, and told apart with every common colour vision. */
const LOOKS: Readonly<Record<string, Look>> = {
  reparameterization: look('circle', [], '#0b66a8', '#62b6f7'),
  'score_function.none': look('triangle', [8, 5], '#b84a00', '#ff9a5c'),
  'score_function.value': look('diamond', [2, 4], '#8a6100', '#e8bd4a'),
  'score_function.leave_one_out': look('square', [10, 4, 2, 4], '#8a3e88', '#e79be0'),
  'score_function.optimal': look('down', [14, 4], '#b3245c', '#ff8fb4'),
  deterministic: look('plus', [4, 3], '#00765a', '#3fcfa4'),
  measure_valued: look('bar', [6, 3, 2, 3], '#00748a', '#52cfe6'),
  finite_difference: look('cross', [3, 6], '#5a5d63', '#a5a8ae'),
  gumbel_softmax: look('circle', [12, 5], '#0b66a8', '#62b6f7'),
  exact: look('plus', [1, 3], '#1b1d20', '#eeece7'),
};
export const PATHWISE = 'reparameterization';
/** The score function by its baseline. */
export const SCORE = {
  none: 'score_function.none',
  value: 'score_function.value',
  leaveOneOut: 'score_function.leave_one_out',
  optimal: 'score_function.optimal',
} as const;
export const RELAXED = 'gumbel_softmax';
export const EXACT = 'exact';
const SHOWN = {
  gaussian: [PATHWISE, SCORE.none, SCORE.value],
  categorical: [SCORE.none, SCORE.value, RELAXED],
};
/** Estimators of which a single estimate may rest on one action, which can be shown. */
const SEEN = ['reparameterization', 'score_function'];
const LEAVE_ONE_OUT = 'leave_one_out';
const PLAIN = look('cross', [4, 4], '#5a5d63', '#a5a8ae');

function look(marker: Marker, dash: readonly number[], light: string, dark: string): Look {
  return { marker, dash, light, dark };
}

/** Every way to estimate the gradient of a policy, in the catalog's order. */
export function variantsOf(catalog: LabCatalog, policy: string): Variant[] {
  const kind = policy === 'categorical' ? 'categorical' : 'gaussian';
  return catalog.estimators
    .filter(({ policies }) => policies.includes(kind))
    .flatMap((estimator): Variant[] => {
      if (!estimator.hasBaseline) {
        const { id, title } = estimator;
        return [{ id, estimator, baseline: null, title, fewest: 1 }];
      }
      return catalog.baselines.map((baseline) => ({
        id: `${estimator.id}.${baseline.id}`,
        estimator,
        baseline,
        title: `${estimator.title}, ${baseline.title}`,
        fewest: baseline.id === LEAVE_ONE_OUT ? 2 : 1,
      }));
    });
}

/** Whether a variant's single estimate rests on one action, which can be shown. */
export function isSeen({ estimator, fewest }: Variant): boolean {
  return fewest === 1 && SEEN.includes(estimator.id);
}

export function isLeaveOneOut(id: string): boolean {
  return id.endsWith(`.${LEAVE_ONE_OUT}`);
}

/** What a policy's reader sees first. */
export function shownFirst(policy: string): string[] {
  return [...SHOWN[policy === 'categorical' ? 'categorical' : 'gaussian']];
}

/** The id of an estimator, with its baseline if it has any. */
export function variantId(estimator: string, baseline: string): string {
  return Object.hasOwn(LOOKS, estimator) ? estimator : `${estimator}.${baseline}`;
}

export function styleOf(id: string, theme: ThemeName): EstimatorStyle {
  const { marker, dash, light, dark } = LOOKS[id] ?? PLAIN;
  return {
    name: labStrings().variants[id] ?? id,
    marker,
    dash,
    color: theme === 'dark' ? dark : light,
  };
}

/** The text of a measurement, as the core reads it. */
export function measurement(
  { estimator, baseline }: Variant,
  own: Chosen | undefined,
  samples: number,
  seed: number,
  space: 'head' | 'theta' = 'head',
): string {
  const text = [
    `estimator=${formatChosen(own ?? chosen(estimator))}`,
    ...(baseline ? [`baseline=${baseline.id}`] : []),
    `samples=${samples}`,
    `seed=${seed}`,
    ...(space === 'theta' ? ['space=theta'] : []),
  ];
  return text.join('&');
}
