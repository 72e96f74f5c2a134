import type { AcpBootstrap, AcpExactModule, AcpFrozenReturns, AcpRun } from '@acp/exact-module';

/** A run that learns, without views of the module's memory. */
export interface CoreLearner extends Pick<AcpRun, 'train' | 'steps' | 'delete'> {
  /** A checkpoint. */
  save(): ArrayBuffer;
}

/** The module of the exact laboratories as the worker of the bootstrapping laboratory uses it. */
export type BootstrapCore = Pick<AcpExactModule, 'catalog' | 'randomWalk'> & {
  /** A bench without views of the module's memory. Throws `Error` with `key: message` lines. */
  openBootstrap(task: string): AcpBootstrap;
  /** A run from its beginning. Throws likewise. */
  openRun(config: string): CoreLearner;
  /** Returns of the run of a checkpoint, likewise without views. Throws likewise. */
  openReturns(config: string, checkpoint: ArrayBuffer): AcpFrozenReturns;
};

export function wrapBootstrapModule(module: AcpExactModule): BootstrapCore {
  return {
    catalog: () => module.catalog(),
    randomWalk: (config) => module.randomWalk(config),
    openBootstrap: (task) => wrap(new module.Bootstrap(task)),
    openRun: (config) => wrapRun(new module.Run(config)),
    openReturns: (config, checkpoint) =>
      wrapReturns(new module.FrozenReturns(config, new Uint8Array(checkpoint))),
  };
}

function wrap(bench: AcpBootstrap): AcpBootstrap {
  return {
    nSteps: (error, lengths) => bench.nSteps(error, lengths).slice(),
    lambdas: (error, lambdas) => bench.lambdas(error, lambdas).slice(),
    delete: () => bench.delete(),
  };
}

function wrapRun(run: AcpRun): CoreLearner {
  return {
    train: (maxSteps, maxMilliseconds) => run.train(maxSteps, maxMilliseconds),
    steps: () => run.steps(),
    save: () => run.save().slice().buffer,
    delete: () => run.delete(),
  };
}

function wrapReturns(returns: AcpFrozenReturns): AcpFrozenReturns {
  return {
    config: () => returns.config(),
    steps: () => returns.steps(),
    advance: () => returns.advance(),
    rows: () => returns.rows().slice(),
    delete: () => returns.delete(),
  };
}
