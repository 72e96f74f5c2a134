import { acrobot } from './env/acrobot';
import { bandit } from './env/bandit';
import { cartPole } from './env/cart-pole';
import { formula } from './env/formula';
import { gridworld } from './env/gridworld';
import { lqr } from './env/lqr';
import { mountainCar } from './env/mountain-car';
import { reacher } from './env/reacher';
import { robots } from './env/robot';
import type { EnvironmentDrawing } from './environment';
import { firstDrawings } from './first-drawings';

/** One line per environment, by its id in the catalog. */
const drawings = new Map<string, EnvironmentDrawing>([
  ...firstDrawings,
  ['mountain_car', mountainCar(0.5)],
  ['mountain_car_continuous', mountainCar(0.45)],
  ['cart_pole', cartPole],
  ['cart_pole_swing_up', cartPole],
  ['acrobot', acrobot],
  ['reacher', reacher],
  ['lqr', lqr],
  ['bandit', bandit],
  ['gridworld', gridworld],
  ['formula', formula],
  ...robots,
]);

export const environmentDrawings: ReadonlyMap<string, EnvironmentDrawing> = drawings;

/** Lets a task be drawn as any can be. */
export function drawPlainly(id: string): void {
  drawings.set(id, formula);
}
