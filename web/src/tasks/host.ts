import type { AcpHostModule, AcpTask } from '../core/load-anywhere';
import { Adapter } from './adapter';
import { describe, type Functions, functionsOf } from './conformance';
import type { ShownEnvironment, Tools } from './environment';

/** What a module has of the tools of a task: the functions, and the stream of the run. */
export type Numbers = Functions & Pick<AcpHostModule, 'uniform' | 'normal'>;

/** A task that a module has taken in, by its id there. */
export interface Hosted {
  id: string;
  adapter: Adapter;
}

/** Makes of a task what the core calls, and maybe more of what it is told of it. */
type Adapt = (task: AcpTask, environment: ShownEnvironment, tools: Tools) => [AcpTask, Adapter];

/** Tries a task and adds it to a module. Throws `Error` that says what is wrong with it. */
export function hostTask(
  module: AcpHostModule,
  environment: ShownEnvironment,
  adapt: Adapt = (task, own, tools) => [task, new Adapter(own, tools)],
): Hosted {
  const [task, adapter] = adapt(describe(environment, module), environment, toolsOf(module));
  module.addEnvironment(task, adapter);
  return { id: task.id, adapter };
}

/** What the functions of a task are given in a run. */
export function toolsOf(numbers: Numbers): Tools {
  return {
    ...functionsOf(numbers),
    uniform: (low = 0, high = 1) => low + (high - low) * numbers.uniform(),
    normal: (mean = 0, deviation = 1) => mean + deviation * numbers.normal(),
  };
}
