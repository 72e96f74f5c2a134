import { type Chosen, chosen, formatChosen, type LabCatalog, type LabItem } from './lab-catalog';
import { FIRST } from './objectives';
import { shownFirst, type Variant, variantsOf } from './variants';

/** What estimators have in common when they are compared. */
export const BUDGETS = ['samples', 'evaluations'] as const;
export type Budget = (typeof BUDGETS)[number];

/** Everything that the reader can choose in the lab. */
export interface LabSettings {
  policy: Chosen;
  objective: Chosen;
  /** weight of the entropy in the objective */
  alpha: number;
  /** ids of the variants on display */
  show: readonly string[];
  /** the parameters of estimators that have some, by the estimator's id */
  own: ReadonlyMap<string, Chosen>;
  /** samples per estimate */
  samples: number;
  budget: Budget;
  seed: number;
}

export const SAMPLES = [1, 2, 4, 8, 16, 32, 64];
export const MOST_SHOWN = 8;
export const LARGEST_SEED = 2147483647;
export const ALPHA = { min: 0, max: 2 };

export function find<T extends LabItem>(items: readonly T[], id: string): T {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`lab: no "${id}" among ${items.map((each) => each.id).join(', ')}`);
  return item;
}

/** What the lab opens with. */
export function defaultSettings(catalog: LabCatalog): LabSettings {
  return {
    policy: chosen(find(catalog.policies, 'gaussian'), { mu: '0.3', log_sigma: '-0.7' }),
    objective: chosen(find(catalog.objectives, FIRST.id), FIRST.values),
    alpha: 0,
    show: shownFirst('gaussian'),
    own: new Map(),
    samples: 1,
    budget: 'samples',
    seed: 1,
  };
}

/** The variants on display, in the catalog's order. */
export function shownVariants(catalog: LabCatalog, settings: LabSettings): Variant[] {
  const { policy, show } = settings;
  return variantsOf(catalog, policy.id).filter(({ id }) => show.includes(id));
}

/** The task as the core reads it. */
export function taskText({ policy, objective, alpha }: LabSettings): string {
  const parts = [`policy=${formatChosen(policy)}`, `objective=${formatChosen(objective)}`];
  return [...parts, `alpha=${alpha}`].join('&');
}

/** Whether an objective takes the actions of a policy. */
export function suits(objective: string, policy: string): boolean {
  return (objective === 'table') === (policy === 'categorical');
}

/** Another policy; the objective and the estimators give way if they do not suit it. */
export function withPolicy(catalog: LabCatalog, settings: LabSettings, id: string): LabSettings {
  const { policy, objective, show } = settings;
  const item = find(catalog.policies, id);
  const next = { ...settings, policy: chosen(item, Object.fromEntries(policy.values)) };
  const able = variantsOf(catalog, id).map((variant) => variant.id);
  const kept = show.filter((each) => able.includes(each));
  const other = catalog.objectives.find((each) => suits(each.id, id));
  return {
    ...next,
    show: kept.length >= 2 ? kept : shownFirst(id),
    objective: suits(objective.id, id) || !other ? objective : chosen(other),
  };
}

/** Another objective, with its defaults; the policy gives way if it does not suit it. */
export function withObjective(catalog: LabCatalog, settings: LabSettings, id: string): LabSettings {
  const next = { ...settings, objective: chosen(find(catalog.objectives, id)) };
  if (suits(id, settings.policy.id)) return next;
  return withPolicy(catalog, next, id === 'table' ? 'categorical' : 'gaussian');
}
