import type { AcpBootstrap, AcpExactModule } from '@acp/exact-module';

/** The module of the exact laboratories as the worker of the bootstrapping laboratory uses it. */
export type BootstrapCore = Pick<AcpExactModule, 'catalog' | 'randomWalk'> & {
  /** A bench without views of the module's memory. Throws `Error` with `key: message` lines. */
  openBootstrap(task: string): AcpBootstrap;
};

export function wrapBootstrapModule(module: AcpExactModule): BootstrapCore {
  return {
    catalog: () => module.catalog(),
    randomWalk: (config) => module.randomWalk(config),
    openBootstrap: (task) => wrap(new module.Bootstrap(task)),
  };
}

function wrap(bench: AcpBootstrap): AcpBootstrap {
  return {
    nSteps: (error, lengths) => bench.nSteps(error, lengths).slice(),
    lambdas: (error, lambdas) => bench.lambdas(error, lambdas).slice(),
    delete: () => bench.delete(),
  };
}
