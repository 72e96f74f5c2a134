/** A task to start from; its words are in `text/en/formula.ts`. */
export interface FormulaExample {
  /** an algorithm that learns it */
  algorithm: string;
  text: string;
}

const pendulum = `constants: g = 10 in [0, 20];
state: theta = uniform(-pi, pi) in [-pi, pi], omega = uniform(-1, 1) in [-8, 8];
action: u in [-2, 2];
next: omega' = clip(omega + (1.5 g sin(theta) + 3 u) 0.05, -8, 8),
  theta' = theta + 0.05 omega';
reward: -(wrap(theta)^2 + 0.1 omega^2 + 0.001 u^2);
observe: cos(theta), sin(theta), omega in [-8, 8];
limit: 200;
seconds: 0.05;
draw: rod(-theta)`;

const cartPole = `state: x = uniform(-0.05, 0.05) in [-2.4, 2.4],
  v = uniform(-0.05, 0.05) in [-2, 2],
  theta = uniform(-0.05, 0.05) in [-0.21, 0.21], omega = uniform(-0.05, 0.05) in [-3, 3]
action: push in {left, right}
next: f = if(push == right, 10, -10), s = sin(theta), c = cos(theta),
  tau = (f + 0.05 omega omega s) / 1.1,
  alpha = (9.8 s - c tau) / (0.5 (4/3 - 0.1 c c / 1.1)),
  x' = x + 0.02 v, v' = v + 0.02 (tau - 0.05 alpha c / 1.1),
  theta' = theta + 0.02 omega, omega' = omega + 0.02 alpha
reward: 1
terminate: abs(x') > 2.4 or abs(theta') > 12 * 2 pi / 360
observe: x, v, theta, omega
limit: 500
seconds: 0.02
draw: cart(x, theta) in [-2.4, 2.4]`;

const integrator = `constants: mass = 1 in [0.5, 2]
state: x = uniform(-1, 1) in [-3, 3], v = uniform(-1, 1) in [-3, 3]
action: force in [-1, 1]
next: v' = v + 0.1 force / mass,
  x' = x + 0.1 v'
reward: -(x^2 + 0.1 v^2 + 0.01 force^2)
terminate: abs(x') > 3
observe: x in [-3, 3], v in [-3, 3]
limit: 100
seconds: 0.1`;

const drone = `constants: g = 9.81 in [0, 15]
state: x = uniform(-1, 1) in [-2, 2], y = uniform(0.5, 1.5) in [0, 2],
  tilt = uniform(-0.3, 0.3) in [-1.6, 1.6],
  vx = 0 in [-3, 3], vy = 0 in [-3, 3], spin = 0 in [-6, 6]
action: left in [0, 1], right in [0, 1]
next: thrust = g (left + right),
  spin' = spin + 0.04 (15 (right - left) - 0.5 spin),
  tilt' = tilt + 0.04 spin',
  vx' = vx - 0.04 thrust sin(tilt),
  vy' = vy + 0.04 (thrust cos(tilt) - g),
  x' = x + 0.04 vx', y' = y + 0.04 vy'
reward: 1 - 0.3 sqrt(x^2 + (y - 1)^2) - 0.1 abs(tilt) - 0.02 abs(spin)
terminate: abs(x') > 2 or y' < 0 or y' > 2 or abs(tilt') > 1.6
observe: x in [-2, 2], above = y - 1, sin(tilt), cos(tilt),
  vx in [-3, 3], vy in [-3, 3], spin in [-6, 6]
limit: 200
seconds: 0.04`;

const tanks = `constants: goal = 0.5 in [0.2, 0.8]
state: upper = uniform(0.1, 0.9) in [0, 1], lower = uniform(0.1, 0.9) in [0, 1]
action: pump in [0, 1]
next: over = 0.1 sqrt(upper), out = 0.1 sqrt(lower),
  upper' = clip(upper + 0.15 pump - over, 0, 1),
  lower' = clip(lower + over - out, 0, 1)
reward: -(lower' - goal)^2 - if(upper' == 1, 0.1, 0)
observe: upper in [0, 1], lower in [0, 1]
limit: 100
seconds: 0.1`;

const hunting = `state: prey = uniform(0.5, 1.5) in [0, 3], predators = uniform(0.5, 1.5) in [0, 3]
action: hunt in [0, 0.5]
next: eaten = prey predators,
  prey' = clip(prey + 0.05 (prey - eaten), 0, 9),
  predators' = clip(predators + 0.05 (eaten - predators - hunt predators), 0, 9)
reward: -((prey - 1.2)^2 + (predators - 1)^2) - 0.05 hunt
observe: prey in [0, 3], predators in [0, 3]
limit: 200
seconds: 0.05`;

const trap = `state: tries = 0
action: a in [-1, 1]
next: tries' = tries + 1
reward: exp(-8 (a + 0.5)^2) + 1.5 exp(-200 (a - 0.6)^2)
terminate: tries' >= 1
observe: tries
limit: 1
seconds: 0.5`;

/** In the order in which they are offered. */
export const formulaExamples = {
  pendulum: { algorithm: 'sac', text: pendulum },
  cartPole: { algorithm: 'dqn', text: cartPole },
  integrator: { algorithm: 'sac', text: integrator },
  drone: { algorithm: 'sac', text: drone },
  tanks: { algorithm: 'sac', text: tanks },
  hunting: { algorithm: 'sac', text: hunting },
  trap: { algorithm: 'sac', text: trap },
} as const satisfies Readonly<Record<string, FormulaExample>>;

export type ExampleId = keyof typeof formulaExamples;
