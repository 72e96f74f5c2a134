import { part } from '../language';
import { formatCount } from '../format';
import { figure, withError } from '../numbers';

interface Row {
  eta: number;
  j: number;
  surrogate: number;
}

interface Estimate {
  mean: number;
  error: number;
}

/** Two episodes that begin alike, and what is expected of their first action. */
interface Pair {
  state: string;
  action: string;
  alone: number;
  once: number;
  q: number;
}

const estimate = ({ mean, error }: Estimate) => withError(mean, error);
const signed = (value: number) => (value < 0 ? figure(value) : `+${figure(value)}`);

/** The words of the surrogate laboratory. */
export const surrogateStrings = part('surrogate', {
  headline: 'How far can one trust old data?',
  lead:
    'Data of a policy μ promises a return Ĵ for another policy π: right in value and slope at ' +
    'π = μ, wrong further away. Everything here is exact. Drag the step size.',
  loading: 'Loading the laboratory…',
  failed: (reason: string) => `The laboratory has stopped: ${reason}`,
  again: 'Try again',
  ignored: 'Parts of this link are ignored:',
  refused: (reason: string) => `Not possible, so the figures are those of before: ${reason}`,

  examples: {
    label: 'Questions',
    promise: { question: 'Where does the promise break?', title: 'Predict J from Ĵ' },
    steps: { question: 'Why only a few steps?', title: 'States that look alike, 1,000 steps' },
    bound: { question: 'What does the bound cost?', title: 'Two states of a value polytope' },
    old: { question: 'Is old data worse data?', title: 'All past policies as a mixture' },
    states: { question: 'Whose states count?', title: 'Off-policy, states that look alike' },
    natural: {
      question: 'Why does the natural gradient not slow down?',
      title: 'A chain with a far prize',
    },
    baseline: {
      question: 'Is a baseline only about variance?',
      title: 'Three arms, two baselines as noisy',
    },
  },

  panel: {
    label: 'Process and direction',
    process: 'Process',
    direction: 'Direction',
    directions: {
      gradient: 'gradient of J',
      natural: 'natural gradient',
      policy_iteration: 'to the greedy policy',
      drawn: 'drawn by hand',
    },
    directionHelp: {
      gradient: 'Logits move along the gradient of J, by η in all.',
      natural: 'Logits move along the natural gradient, by η in all.',
      policy_iteration: 'The old policy, mixed with a share η of the greedy one.',
      drawn: 'Logits move as you say, by η in all.',
    },
    weighting: 'States of the gradient',
    weightings: {
      discounted: 'as π visits them, discounted',
      undiscounted: 'without γᵗ, as most code has it',
      behaviour: 'as μ visits them',
      emphatic: 'as μ visits them, with emphasis',
    },
    span: 'Longest step',
  },

  drawn: {
    label: 'Direction of the logits',
    pad: (first: string, second: string, action: string) =>
      `Drag the arrow: to the right for more ${action} in ${first}, up in ${second}.`,
    row: 'State',
    action: (action: string, state: string) => `${action} in ${state}`,
    gradient: 'Begin with the gradient',
    unfitting: (given: number, needed: number) =>
      `drawn: ${given} numbers, where ${needed} are needed`,
  },

  moment: {
    open: 'Open a saved run',
    explanation:
      'The process of the run, and its policy as μ; of one greedy on Q, softmax(Q / 0.1). ' +
      'The link does not hold it.',
    leave: 'Back to the processes',
    tooLarge: (file: string) => `${file} is larger than any saved run`,
    unreadable: (file: string) => `${file} cannot be read`,
    ofRun: (run: string, steps: string) => `Run ${run} at step ${steps}`,
  },

  verdict: {
    title: 'What the figures say',
    waiting: 'The first numbers are coming.',
    predict: 'Where is J largest?',
    predictHelp:
      'Only the promise Ĵ is shown. Drag the marker to where you think the return is largest.',
    start: ({ j }: Row) =>
      `At the start promise and return agree, in value and slope: ${figure(j)}.`,
    still: 'Along this direction the policy does not move.',
    climbs: ({ eta, j, surrogate }: Row) =>
      `At η = ${figure(eta)} both climb; the promise of ${figure(surrogate)} is kept up to ` +
      `${figure(j)}.`,
    more: ({ eta, j, surrogate }: Row) =>
      `At η = ${figure(eta)} the return, ${figure(j)}, is more than the promise of ` +
      `${figure(surrogate)}: better states are visited more often than μ could know.`,
    past: ({ eta, j }: Row, best: Row) =>
      `At η = ${figure(eta)} the return has fallen to ${figure(j)}; it was largest, ` +
      `${figure(best.j)}, at η = ${figure(best.eta)}.`,
    worse: (start: Row, { eta, j, surrogate }: Row) =>
      `At η = ${figure(eta)} the policy is worse than at the start, ${figure(j)} instead of ` +
      `${figure(start.j)}; promised was ${figure(surrogate)}.`,
    promise: (promised: number, kept: number, top: number) =>
      `Promised ${signed(promised)}, kept ${signed(kept)}. Of all steps shown, the promise likes ` +
      `η = ${figure(top)} best.`,
    apart: ({ j, surrogate }: Row) =>
      `Promise and return begin apart, ${figure(surrogate)} and ${figure(j)}: the ` +
      'data is of another policy.',
    noBound: 'Without discounting there is no bound.',
    nothingCertain: (eta: number) =>
      `The bound lies below the start at every step shown, from η = ${figure(eta)} on: it ` +
      'certifies nothing.',
    certain: (eta: number, gain: number) =>
      `The bound certifies an improvement up to η = ${figure(eta)}, of at most ${signed(gain)}.`,
    guessed: (guess: number, j: number, best: Row) =>
      guess === best.eta
        ? `You said η = ${figure(guess)}, and that is it.`
        : `You said η = ${figure(guess)}, where the return is ${figure(j)}; it is largest at ` +
          `η = ${figure(best.eta)}.`,
  },

  line: {
    title: 'Return and promise along the direction',
    table: 'Data table of the line',
    predict: 'Predict first',
    reveal: 'Show J',
    xLabel: 'step size η',
    yLabel: 'return',
    j: 'J',
    surrogate: 'Ĵ',
    bound: 'bound',
    legend: { j: 'return J(π)', surrogate: 'promise Ĵ(π)', bound: 'lower bound on J(π)' },
    best: 'largest J',
    guess: 'you',
    slider: 'Step size η',
    sliderText: (eta: string) => `η = ${eta}`,
    columns: ['', 'step size η', 'J', 'Ĵ', 'bound', 'total variation'],
    marks: { start: 'start', cursor: 'cursor', best: 'largest J' },
    label: 'Return J, promise Ĵ and the lower bound against the step size',
    caption:
      'Exact values. The bound is that of Schulman et al. (2015), theorem 1; ' +
      'it may leave the picture below.',
    hidden: 'Exact values. J and the bound are hidden until you have placed the marker.',
    about: (process: string, line: string) => `${process}; ${line}.`,
    formulas: {
      surrogate:
        'J is the discounted return, A_μ the advantage and d_μ the discounted visits of the ' +
        'policy that acts. The mean of Q_μ over π and d_μ, divided by its sum, is ' +
        '(1 − γ) Ĵ and a constant.',
      bound: 'ε is the largest advantage, α the largest total variation of all states.',
    },
  },

  rounds: {
    title: 'Rounds: how long to trust one batch',
    table: 'Data table of the rounds',
    steps: (steps: number) => `${formatCount(steps)} ${steps === 1 ? 'step' : 'steps'} on each Ĵ`,
    xLabel: 'rounds of new data',
    yLabel: 'return J',
    columns: ['gradient steps', 'round', 'J', 'Ĵ promised', 'J of what acted'],
    label: 'Return against rounds, with 1, 10 and 1,000 gradient steps before new data',
    stepSize: 'Step size of a gradient step',
    window: 'Policies that act',
    windows: (window: number) => (window === 0 ? 'all so far' : `last ${window}`),
    mixture: 'Drawn for',
    runs: 'Watch a network take 1 or 16 steps before new data',
    mixtures: { episode: 'each episode', step: 'each step' },
    caption: ({ window, mixture }: { window: number; mixture: string }) =>
      'Exact gradients of Ĵ, k of them before new data. ' +
      (window === 1
        ? 'What acts is the last policy alone.'
        : `What acts mixes ${window === 0 ? 'all policies so far' : `the last ${window}`}: ` +
          (mixture === 'episode'
            ? 'one is drawn for each episode, so visits and advantages are means over policies.'
            : 'one is drawn for each step: together one policy, their mean.')),
    about: (process: string) => `${process}.`,
    formula: 'k gradient steps climb the promise made from one batch; then the new policy acts.',
    verdict: (ends: readonly { steps: number; j: number }[], alone: number | null) => {
      const told = ends
        .map(({ steps, j }) => `k = ${formatCount(steps)} at ${figure(j)}`)
        .join(', ');
      const [, few, many] = ends.map(({ j }) => j);
      const old =
        alone === null ? '' : ` With the last policy alone, k = 10 ends at ${figure(alone)}.`;
      return few! > many! + 0.01
        ? `After the last round: ${told}. With 1,000 steps the policy has gone where its data ` +
            `knows nothing.${old}`
        : `After the last round: ${told}. Where advantages are exact, long rounds may do no ` +
            `harm.${old}`;
    },
  },

  visits: {
    title: 'The states of the data, and of the new policy',
    table: 'Data table of the states',
    yLabel: 'discounted visits',
    names: { mu: 'd_μ', pi: 'd_π' },
    mu: 'd_μ, where the data is',
    pi: 'd_π, where π would go',
    label: 'Discounted visits of each state by μ and by the policy at the cursor',
    caption:
      'Ĵ weights advantages by d_μ, J by d_π: the gap between promise and return is the gap ' +
      'between these.',
    about: (process: string, eta: number) => `${process}, η = ${figure(eta)}.`,
    columns: (actions: readonly string[]) => [
      ...['state', 'd_μ', 'd_π'],
      ...['μ', 'π', 'Q_μ'].flatMap((name) => actions.map((action) => `${name} ${action}`)),
    ],
    formula: 'With d_π instead of d_μ the promise would be exact.',
  },

  rollouts: {
    title: 'π acts once, then μ takes over',
    table: 'Data table of the two episodes',
    xLabel: 'step of the episode',
    yLabel: 'state',
    names: { alone: 'π alone', once: 'π once, then μ' },
    result: (value: number) => `return ${figure(value)}`,
    values: (state: string) => `Q_μ(${state}, ·)`,
    again: 'Another pair of episodes',
    label: 'Two episodes from the same random numbers, and what the first actions are worth',
    verdict: ({ state, action, alone, once, q }: Pair) => {
      const begins =
        `In ${state} π does ${action}, which is worth ${figure(q)} if μ takes over. ` +
        'This time ';
      if (alone === once) return `${begins}it makes no difference who goes on: ${figure(once)}.`;
      const made = `${begins}μ makes ${figure(once)} of it, π itself ${figure(alone)}: `;
      return alone > once
        ? `${made}what π does better later on, Ĵ does not see.`
        : `${made}what π does worse later on, Ĵ does not see.`;
    },
    caption: (seed: number, drawn: number, longest: number) =>
      `Seed ${seed}, the same random numbers for both. From the large dot on; the first ${drawn} ` +
      `steps are drawn, returns are of at most ${longest}.`,
    about: (process: string, line: string, eta: number) =>
      `${process}; ${line}, η = ${figure(eta)}.`,
    columns: ['episode', 'step', 'state', 'action', 'reward'],
    formula: 'The promise lets π choose one action in each state that μ visits.',
  },

  speed: {
    title: 'The return, step by step',
    table: 'Data table of the steps',
    xLabel: 'steps',
    yLabel: 'return J',
    optimum: 'the most there is',
    names: { gradient: 'gradient', natural: 'natural gradient' },
    label: 'The return after each step of the gradient and of the natural gradient',
    caption: (size: number) =>
      `Exact gradients, steps of size ${figure(size)} from the same start.`,
    about: (process: string) => `${process}.`,
    columns: ['direction', 'step', 'J'],
    verdict: (ends: readonly { name: string; j: number }[], faster: number | null) => {
      const told = ends.map(({ name, j }) => `${figure(j)} by the ${name}`).join(', ');
      const overtakes =
        faster === null ? '' : ` From step ${faster} on the natural gradient is ahead for good.`;
      return `After the last step: ${told}.${overtakes}`;
    },
    formula:
      'The gradient in a logit has the factors d(s), visits of the state, and π(a|s): ' +
      'where they are small it hardly moves. The inverse of Fisher’s ' +
      'information F takes both away (Kakade, 2001).',
  },

  states: {
    title: 'Which states weigh the gradient?',
    table: 'Data table of the paths',
    xLabel: 'probability of the first action, first row of logits',
    yLabel: 'of the second row',
    label: 'The return of all policies, and a path of gradient ascent for each weighting of states',
    paths: {
      discounted: 'd_π, discounted',
      undiscounted: 'd_π without γᵗ',
      behaviour: 'd_μ, as off-policy actor-critic',
      emphatic: 'd_μ with emphasis',
    },
    verdict: (ends: readonly { name: string; j: number }[]) =>
      `From the same start the paths end at J = ${ends
        .map(({ name, j }) => `${figure(j)} (${name})`)
        .join(', ')}.`,
    drag: 'Drag the start.',
    caption:
      'Brighter: more return, exactly. Gradients differ in their weights of ' +
      'states alone. Black dot: the start; marks: after 300 steps.',
    about: (process: string) => `${process}.`,
    columns: ['states', 'step', 'first action, row 1', 'first action, row 2', 'J', 'J from d_μ'],
    formula:
      'w(s): the visits of π with γᵗ; without; those of μ (Degris, White and Sutton, 2012); and ' +
      'of μ with emphasis, which makes it the gradient of the return from states of μ (Imani, ' +
      'Graves and White, 2018).',
  },

  polytope: {
    title: 'The polytope of value functions',
    table: 'Data table of the paths of values',
    yLabel: (state: string) => `V(${state})`,
    label: 'Value functions of all policies, and the paths of four algorithms through them',
    methods: {
      gradient: 'policy gradient',
      natural: 'natural gradient',
      policy_iteration: 'policy iteration',
      actor_critic: 'actor-critic',
    },
    caption:
      'Dots: values of policies all over the square of probabilities; lines join deterministic ' +
      'ones that differ in one state (Dadashi et al., 2019). 300 steps of size 1 each.',
    about: (process: string) => `${process}.`,
    columns: (states: readonly string[]) => [
      ...['path', 'step'],
      ...states.map((state) => `V(${state})`),
      'J',
    ],
    formula: 'The value function of a policy solves its Bellman equation.',
  },

  estimates: {
    title: 'Estimated from episodes of μ',
    table: 'Data table of the estimates',
    episodes: 'Episodes',
    again: 'Other episodes',
    xLabel: 'step size η',
    yLabel: 'return',
    label: 'Three estimates from episodes, with bands, over the exact return and promise',
    lines: {
      trajectories: 'trajectories weighted: of J',
      actions: 'actions weighted: of Ĵ',
      states: 'states sampled, advantages known: of Ĵ',
    },
    caption: (episodes: number, seed: number) =>
      `${formatCount(episodes)} episodes of μ, seed ${seed}. Bands: 95 %, by standard errors of ` +
      'episodes. Thin dots: what each estimates, exactly.',
    verdict: (last: Readonly<Record<'trajectories' | 'actions', Estimate>>) =>
      `At the longest step trajectories say ${estimate(last.trajectories)} of J, ` +
      `actions ${estimate(last.actions)} of Ĵ. The price of J is ` +
      'variance, so much that its own standard error is not to be trusted; the price of Ĵ is ' +
      'that it is not J.',
    about: (process: string, line: string) => `${process}; ${line}.`,
    columns: [
      ...['step size η', 'trajectories', 'standard error', 'actions', 'standard error'],
      ...['states', 'standard error'],
    ],
    formula:
      'Weights of whole trajectories estimate J without bias; they multiply up, as does their ' +
      'variance. Those of single actions estimate Ĵ.',
  },
} as const);
