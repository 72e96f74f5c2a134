import type { Span } from '../../draw/views/plane';
import type { Algorithm, Environment } from '../../protocol/catalog';
import type { Field } from '../../protocol/field';
import { figure } from '../text/numbers';
import type { ArmId } from '../settings/arms';
import { type Shape, tellingOf } from './axes';
import { axisName } from './labels';

/** The run that is looked at. */
export interface Looked {
  id: ArmId;
  environment: Environment;
  algorithm: Algorithm;
  shape: Shape;
  /** of the dimensions of a continuous action */
  bounds: readonly Span[];
  color: string;
  /** of rewards */
  scale: string;
  /** the configuration of the run */
  config: string;
  /** what a table of Q is moved towards */
  target: string;
  /** what was run, and how far */
  about: string;
  /** version of the core */
  build: string;
  /** hash of the experiment */
  link: string;
}

/** Those components of the current state that are wanted, unless it says nothing. */
export function stateText(
  { state }: Field,
  { environment, shape }: Looked,
  isWanted: (index: number) => boolean = () => true,
): string {
  if (tellingOf(environment.id).length === 0) return '';
  return Array.from(state, (value, i) => ({ value, i }))
    .filter(({ i }) => isWanted(i))
    .map(({ value, i }) => `${axisName(i, environment, shape)} ${figure(value)}`)
    .join(', ');
}

/** Environments of variable size are in the catalog with their least: all dimensions are alike. */
export function boundsOf({ action }: Environment, { dimensions }: Shape): Span[] {
  return Array.from({ length: dimensions }, (_, i) => ({
    low: action.low[i] ?? action.low[0]!,
    high: action.high[i] ?? action.high[0]!,
  }));
}
