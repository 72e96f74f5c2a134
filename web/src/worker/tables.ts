import { loadExactModule } from '../core/load-exact';
import { wrapTableModule } from '../core/table-core';
import { tableArguments } from '../protocol/table-requests';
import type { TableCommands } from '../protocol/table-commands';
import { serve } from './serve';

const loading = loadExactModule().then(wrapTableModule);
await serve<Awaited<typeof loading>, TableCommands>(
  loading,
  tableArguments,
  ({ tableValues }) => ({ epoch: 0, handlers: { values: tableValues } }),
  self,
);
