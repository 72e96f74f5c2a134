/** The objective that the lab opens with, and its values that are not as the core has them. */
export const FIRST = { id: 'quadratic', values: { b: '0.5', c: '2' } };

/** What the sliders reach, where far fewer values tell something than are allowed. */
export const REACH: Readonly<Record<string, readonly [number, number]>> = {
  mu: [-3, 3],
  log_sigma: [-3, 1],
  'cosine.frequency': [0.2, 12],
  'ripple.frequency': [1, 60],
  'ripple.amplitude': [0, 1],
  'exponential.k': [-2, 2],
  'lqr.sigma': [0, 2],
  'lqr.K': [-0.2, 3.8],
  'quadratic_nd.dim': [1, 32],
};
export const ELSE: readonly [number, number] = [-4, 4];
