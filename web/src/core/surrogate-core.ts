import type { AcpExactModule, AcpSurrogate } from '@acp/exact-module';

/** A bench of the surrogate laboratory, without views of the module's memory. */
export type CoreSurrogate = Pick<
  AcpSurrogate,
  | 'describe'
  | 'setDrawn'
  | 'line'
  | 'at'
  | 'rollouts'
  | 'improve'
  | 'estimate'
  | 'path'
  | 'surface'
  | 'polytope'
  | 'delete'
>;

/** The module as the worker of the surrogate laboratory uses it. */
export interface SurrogateCore {
  /** JSON */
  catalog(): string;
  /** JSON; throws `Error` with `key: message` lines */
  simplex(config: string): string;
  /** Throws `Error` with `key: message` lines if the task is not valid. */
  open(task: string, checkpoint: ArrayBuffer | null): CoreSurrogate;
}

export function wrapSurrogateModule(module: AcpExactModule): SurrogateCore {
  return {
    catalog: () => module.catalog(),
    simplex: (config) => module.simplex(config),
    open: (task, checkpoint) =>
      wrap(new module.Surrogate(task, checkpoint && new Uint8Array(checkpoint))),
  };
}

function wrap(bench: AcpSurrogate): CoreSurrogate {
  return {
    describe: () => bench.describe(),
    setDrawn: (direction) => bench.setDrawn(direction),
    line: (config, etas) => bench.line(config, etas).slice(),
    at: (config, eta) => bench.at(config, eta),
    rollouts: (config, eta, most, seed) => bench.rollouts(config, eta, most, seed),
    improve: (config) => bench.improve(config),
    estimate: (config, etas, episodes, seed) =>
      bench.estimate(config, etas, episodes, seed).slice(),
    path: (config) => bench.path(config),
    surface: (count) => bench.surface(count).slice(),
    polytope: () => bench.polytope(),
    delete: () => bench.delete(),
  };
}
