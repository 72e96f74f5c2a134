import { RefusedError } from '../../../../web/src/protocol/client';
import type { NumericParameter } from '../../../../web/src/protocol/catalog';
import type { LabResult, LabTask } from '../../../../web/src/protocol/lab';
import type { LabCatalog, LabItem } from '../../../../web/src/app/laboratory/lab-catalog';
import type { Answer, LabCore } from '../../../../web/src/app/laboratory/lab-client';
import type { LabRequest } from '../../../../web/src/protocol/lab-commands';

function parameter(key: string, value: number, min: number, max: number): NumericParameter {
  const title = key.slice(key.indexOf('.') + 1);
  const words = { key, title, unit: '', symbol: title, help: '', group: '', live: true, when: '' };
  return { ...words, type: 'number', default: value, min, max, scale: 'linear' };
}

function item(id: string, parameters: NumericParameter[] = []): LabItem {
  return { id, title: id.replaceAll('_', ' '), help: `Help of ${id}.`, formula: '', parameters };
}

const logits = ['q0', 'q1', 'q2'].map((name) => parameter(`table.${name}`, 1, -10, 10));

export const catalog: LabCatalog = {
  build: '0.0.0',
  policies: [
    item('gaussian', [
      parameter('gaussian.mu', 0, -10, 10),
      parameter('gaussian.log_sigma', 0, -5, 2),
    ]),
    item('tanh_gaussian', [
      parameter('tanh_gaussian.mu', 0, -10, 10),
      parameter('tanh_gaussian.log_sigma', 0, -5, 2),
    ]),
    {
      ...item('categorical'),
      parameters: [
        {
          ...parameter('categorical.logits', 0, 0, 1),
          type: 'text',
          default: '0;0;0',
          max_length: 99,
        },
      ],
    },
  ],
  objectives: [
    item('quadratic', [
      parameter('quadratic.a', -1, -10, 10),
      parameter('quadratic.b', 0.5, -10, 10),
      parameter('quadratic.c', 2, -10, 10),
    ]),
    item('cosine', [parameter('cosine.frequency', 5, 0.2, 12)]),
    item('step', [parameter('step.at', 0.5, -10, 10)]),
    item('table', logits),
  ],
  estimators: [
    { ...item('reparameterization'), policies: ['gaussian'], hasBaseline: false },
    { ...item('score_function'), policies: ['gaussian', 'categorical'], hasBaseline: true },
    {
      ...item('gumbel_softmax', [parameter('gumbel_softmax.temperature', 0.5, 0.1, 5)]),
      policies: ['categorical'],
      hasBaseline: false,
    },
    {
      ...item('finite_difference', [parameter('finite_difference.h', 0.1, 0.001, 1)]),
      policies: ['gaussian'],
      hasBaseline: false,
    },
  ],
  baselines: ['none', 'value', 'leave_one_out', 'optimal'].map((id) => item(id)),
};

/** A lab that samples in JavaScript: Gaussian policies on functions of one action. */
export class FakeLab implements LabCore {
  readonly opened: string[] = [];
  readonly measured: LabRequest[][] = [];
  /** what is opened next says it is of such a policy */
  policy: LabTask['policy'] = 'gaussian';
  /** an estimator that is refused */
  unable = '';
  #task: Problem = problem('policy=gaussian:mu=0,log_sigma=0&objective=quadratic:a=-1,b=0,c=0');
  readonly #sums = new Map<string, number[][]>();

  catalog(): Promise<LabCatalog> {
    return Promise.resolve(catalog);
  }
  open(task: string): Promise<LabTask> {
    if (task.includes('refuse')) return Promise.reject(new RefusedError('mu: too large'));
    this.opened.push(task);
    this.#task = problem(task);
    this.#sums.clear();
    const { mu, sigma, objective } = this.#task;
    const phi = [mu, Math.log(sigma)];
    const parameters = ['mu', 'log_sigma'];
    const base = { policy: this.policy, parameters, dimensions: 1 };
    const exact = { value: null, exact: null, exact_error: null, f: null };
    return Promise.resolve({ ...base, ...exact, phi, objective, alpha: 0, moment: null });
  }
  measure(requests: LabRequest[]): Promise<Answer[]> {
    this.measured.push(requests);
    if (requests.some(({ config }) => this.unable !== '' && config.includes(this.unable))) {
      return Promise.reject(new RefusedError(`estimator: ${this.unable} does not suit`));
    }
    return Promise.resolve(requests.map((request) => this.#answer(request)));
  }
  slice(low: number, high: number, count: number): Promise<Float32Array> {
    const rows = Array.from({ length: count }, (_, i) => {
      const x = low + (i * (high - low)) / (count - 1);
      const z = (x - this.#task.mu) / this.#task.sigma;
      return [x, this.#task.f(x), Math.exp(-z * z * 0.5) / this.#task.sigma];
    });
    return Promise.resolve(new Float32Array(rows.flat()));
  }

  #answer({ config, repeats, rows }: LabRequest): Answer {
    const all = this.#sums.get(config) ?? [];
    this.#sums.set(config, all);
    const samples = Number(/samples=(\d+)/.exec(config)![1]);
    while (all.length < repeats) all.push(estimate(this.#task, config, samples));
    const estimates = all.map((row) => row.slice(2));
    return {
      result: summary(estimates, samples, config, this.#task),
      rows: rows ? new Float32Array(all.slice(-512).flat()) : null,
    };
  }
}

interface Problem {
  mu: number;
  sigma: number;
  objective: string;
  f: (x: number) => number;
  slope: (x: number) => number;
  /** mean of f, and its gradient */
  value: number;
  exact: number[];
}

function problem(task: string): Problem {
  const number = (name: string, other: number) =>
    Number(new RegExp(`[:,]${name}=([-\\d.e]+)`).exec(task)?.[1] ?? other);
  const [mu, sigma] = [number('mu', 0), Math.exp(number('log_sigma', 0))];
  const objective = /objective=([^&]*)/.exec(task)![1]!;
  const k = number('frequency', 5);
  const [a, b, c] = [number('a', -1), number('b', 0), number('c', 0)];
  const isCosine = objective.startsWith('cosine');
  const isStep = objective.startsWith('step');
  const at = number('at', 0.5);
  const f = (x: number) =>
    isCosine ? Math.cos(k * x) : isStep ? Number(x > at) : a * x * x + b * x + c;
  const slope = (x: number) => (isCosine ? -k * Math.sin(k * x) : isStep ? 0 : 2 * a * x + b);
  let [value, mass, gradientMu, gradientSigma] = [0, 0, 0, 0];
  for (let z = -8; z <= 8; z += 0.001) {
    const weight = Math.exp(-0.5 * z * z);
    const y = weight * f(mu + sigma * z);
    [value, mass] = [value + y, mass + weight];
    gradientMu += (y * z) / sigma;
    gradientSigma += y * (z * z - 1);
  }
  const exact = [gradientMu / mass, gradientSigma / mass];
  return { mu, sigma, objective, f, slope, value: value / mass, exact };
}

let state = 1;
function uniform(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}
function normal(): number {
  return Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** The action and its value, NaN if there are several; then the estimate. */
function estimate(task: Problem, config: string, samples: number): number[] {
  const { mu, sigma, f, slope, value } = task;
  const draws = Array.from({ length: samples }, normal);
  const xs = draws.map((z) => mu + sigma * z);
  const fs = xs.map(f);
  const total = fs.reduce((sum, each) => sum + each, 0);
  const isPathwise = /reparam|finite/.test(config);
  const rows = draws.map((z, i) => {
    if (isPathwise) return [slope(xs[i]!), slope(xs[i]!) * sigma * z];
    const others = (total - fs[i]!) / Math.max(1, samples - 1);
    const baseline = config.includes('=value') ? value : config.includes('leave') ? others : 0;
    return [((fs[i]! - baseline) * z) / sigma, (fs[i]! - baseline) * (z * z - 1)];
  });
  const mean = [0, 1].map((j) => rows.reduce((sum, row) => sum + row[j]!, 0) / samples);
  return [...(samples === 1 ? [xs[0]!, fs[0]!] : [NaN, NaN]), ...mean];
}

function summary(all: number[][], samples: number, config: string, task: Problem): LabResult {
  const { exact } = task;
  const isStep = task.objective.startsWith('step');
  const count = all.length;
  const column = (j: number) => all.map((row) => row[j]!);
  const average = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / count;
  const mean = [average(column(0)), average(column(1))];
  const moment = (i: number, j: number) =>
    average(all.map((row) => (row[i]! - mean[i]!) * (row[j]! - mean[j]!)));
  const variance = [moment(0, 0), moment(1, 1)];
  const total = variance[0]! + variance[1]!;
  const scatter = average(
    all.map((row) => ((row[0]! - mean[0]!) ** 2 + (row[1]! - mean[1]!) ** 2 - total) ** 2),
  );
  const error = Math.sqrt(scatter / count);
  const bias = mean.reduce((sum, each, i) => sum + (each - exact[i]!) ** 2, 0) - total / count;
  const isPathwise = /reparam|finite/.test(config);
  return {
    parameters: ['mu', 'log_sigma'],
    mean,
    mean_standard_error: variance.map((each) => Math.sqrt(each / count)),
    variance,
    variance_standard_error: [error, error],
    covariance: [
      [variance[0]!, moment(0, 1)],
      [moment(0, 1), variance[1]!],
    ],
    exact,
    exact_error: 1e-9,
    unbiased: !(isPathwise && isStep),
    bias_squared: bias,
    bias_squared_standard_error: total / count,
    total_variance: total,
    total_variance_standard_error: error,
    mean_squared_error: Math.max(0, bias) + total,
    mean_squared_error_standard_error: error,
    snr: (mean[0]! ** 2 + mean[1]! ** 2) / total,
    snr_standard_error: 0.01,
    cosine: 0.5,
    cosine_standard_error: 0.01,
    seconds_per_estimate: 1e-7 * samples,
    seconds_per_estimate_standard_error: 1e-9,
    forward_evaluations: samples,
    backward_evaluations: isPathwise ? samples : 0,
    efficiency: total * samples,
    efficiency_standard_error: error * samples,
    plane: null,
    samples,
    repeats: count,
    seed: 1,
  };
}
