import type { AcpExactModule } from '@acp/exact-module';

/** The module of the exact laboratories as the worker that solves small tasks uses it. */
export type TableCore = Pick<AcpExactModule, 'tableValues'>;

export function wrapTableModule(module: AcpExactModule): TableCore {
  return {
    tableValues: (config, policy, alpha) => module.tableValues(config, policy, alpha).slice(),
  };
}
