import type { AcpBootstrap, AcpLabModule } from '@acp/lab-module';

/** The module of the lab as the worker of the bootstrapping laboratory uses it. */
export type BootstrapCore = Pick<AcpLabModule, 'catalog' | 'exactCatalog' | 'randomWalk'> & {
  /** A bench without views of the module's memory. Throws `Error` with `key: message` lines. */
  openBootstrap(task: string): AcpBootstrap;
};

export function wrapBootstrapModule(module: AcpLabModule): BootstrapCore {
  return {
    catalog: () => module.catalog(),
    exactCatalog: () => module.exactCatalog(),
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
