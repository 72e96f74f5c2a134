import { pendulum } from './env/pendulum';
import type { EnvironmentDrawing } from './environment';

/** What a plain visit shows, and so has at once. */
export const firstDrawings: ReadonlyMap<string, EnvironmentDrawing> = new Map([
  ['pendulum', pendulum],
]);
