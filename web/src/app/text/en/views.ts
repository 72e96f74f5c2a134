import type { PolicyKind } from '../../../protocol/field';
import { written } from '../../../draw/language';
import { part } from '../language';

/** What the colours of a map stand for. */
export type Quantity = 'v' | 'policy' | 'action' | 'best' | 'mean' | 'none';
/** What can be seen of a table. */
export type Shown = 'learned' | 'policy' | 'best' | 'difference';

const QUANTITIES: Readonly<Record<Quantity, string>> = {
  v: 'V(s)',
  policy: 'Q(s, π(s))',
  action: 'Q(s, a)',
  best: 'max Q(s, ·)',
  mean: 'Σ π(a|s) Q(s, a)',
  none: 'policy',
};
const UNIT = 'discounted reward to come';
const SHOWN: Readonly<Record<Shown, string>> = {
  learned: 'learned',
  policy: 'exact V of this policy',
  best: 'exact V of the best policy',
  difference: 'learned − exact',
};

const POLICIES: Readonly<Record<PolicyKind, string>> = {
  greedy: 'It takes the choice of the highest Q, and now and then another one to explore.',
  deterministic: 'It is deterministic: one action per state, and noise only to explore.',
  gaussian: 'A Gaussian, whose samples are cut off at the largest actions when they are applied.',
  squashed: 'A Gaussian through tanh, so that no sample leaves the range of actions.',
  categorical: 'A probability for each choice.',
};

/** The words of the views of critic and policy. */
export const viewStrings = part('views', {
  waiting: 'Looking …',

  across: 'Across',
  up: 'Up',
  dimension: 'Density of',
  axisOf: (label: string, id: string) => `${label}, run ${id}`,

  quantity: (quantity: Quantity) => QUANTITIES[quantity],
  valueLabel: (quantity: Quantity) => `${QUANTITIES[quantity]}, ${UNIT}`,
  choice: 'choice of the policy',
  policyOf: (action: string) => `policy: ${action}`,
  below: (action: string) => `${action}, one deviation below`,
  above: (action: string) => `${action}, one deviation above`,

  map: {
    title: (id: string, quantity: Quantity) =>
      quantity === 'none' ? `Run ${id}: policy` : `Run ${id}: critic, ${QUANTITIES[quantity]}`,
    table: (id: string) => `Data table of the cells, run ${id}`,
    file: (id: string) => `critic-${id.toLowerCase()}`,
    over: (across: string, up: string) => `over ${across} and ${up}`,
    lowest: (value: string, at: string) => `lowest ${value} at ${at}`,
    highest: (value: string, at: string) => `highest ${value} at ${at}`,
    at: (across: string, x: string, up: string, y: string) => `${across} ${x}, ${up} ${y}`,
    flat: (value: string) => `${value} everywhere`,
    held: (names: string) => `Held at the current state: ${names}.`,
    heldActions: 'Other dimensions of the action are the policy’s own.',
    now: 'The dot is the current state.',
    nowLine: 'The dotted line is the current state.',
    bonus: 'The bonus for entropy is part of these values.',
    scaled: (scale: string) => `Rewards are counted times ${scale}.`,
    noCritic: (algorithm: string) =>
      `${algorithm}, as it is set, has no critic: it waits for whole returns and never predicts ` +
      'them. So there are no colours, only the policy.',
    noCriticHint: 'With a learned value as its baseline there is V(s) to see.',
  },
  table: {
    shown: 'Values',
    option: (shown: Shown) => SHOWN[shown],
    label: (shown: Shown) => `${SHOWN[shown]}, ${UNIT}`,
    title: (id: string, shown: Shown) => `Run ${id}: ${SHOWN[shown]}`,
    judged: (isByBest: boolean) =>
      isByBest
        ? 'This critic learns of the best next choice: the best policy’s values are exact for it.'
        : 'This critic learns of its own policy: that one’s values are exact for it.',
    error: (value: string) =>
      `Learned and exact differ by ${value}, the root of the mean square over the cells.`,
    waiting: 'Exact values: not yet, or none that are finite.',
    probability: (choice: string) => `probability of ${choice}`,
  },
  marks: {
    table: 'Arrows: the probability of each choice, by length and opacity.',
    arrows: (action: string) => `Arrows: ${action}, to the right if positive; a point for none.`,
    vectors: (right: string, up: string) => `Arrows: ${right} to the right, ${up} upwards.`,
    compass: 'Arrows: the choice of the policy.',
    choices: (names: string) => `Arrows: the choice of the policy, from left to right: ${names}.`,
    band: 'White line: the policy’s mean action; dashed, one standard deviation to each side.',
    line: 'White line: the policy’s action.',
    cross: 'White cross: the policy’s action, one standard deviation to each side.',
    dots: 'White dots: the probability of each choice, by area.',
  },

  now: {
    title: (id: string) => `Run ${id}: policy in the current state`,
    table: (id: string) => `Data table of the policy, run ${id}`,
    file: (id: string) => `policy-${id.toLowerCase()}`,
    state: (text: string) => `At ${text}.`,
    policy: (kind: PolicyKind) => POLICIES[kind],
    choice: 'choice',
    probability: 'probability',
    chance: (probability: string, value: string) =>
      value ? `${probability} · Q ${value}` : probability,
    percent: (share: number) => `${written((100 * share).toFixed(1))} %`,
    density: 'probability density',
    densityLabel: (unit: string) => (unit ? `density, per ${unit}` : 'density'),
    valueLabel: 'Q(s, a) of the critic',
    mean: (action: string, value: string) => `Dashed: ${action} ${value}, the action without noise`,
    sure: (action: string, value: string) => `Dashed: ${action} ${value}, always`,
    beyond: (percent: string) => `${percent} lies beyond the largest actions and is cut off there.`,
  },

  about: (id: string, config: string, steps: string) => `Run ${id}: ${config}, at step ${steps}`,
} as const);
