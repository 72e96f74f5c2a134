import { resolve } from '../../../../web/src/app/settings/settings';
import { codeOf } from '../../../../web/src/app/stepper/code';
import { type CodeLine, paired, runLines } from '../../../../web/src/app/stepper/lines';
import type { Place } from '../../../../web/src/app/stepper/stepper';
import { parseCatalog } from '../../../../web/src/protocol/catalog';
import { parseConfig } from '../../../../web/src/protocol/config';
import { parseTrace, type Trace } from '../../../../web/src/protocol/trace';
import { startTraceModule } from '../../live';

export const acp = await startTraceModule();
export const catalog = parseCatalog(acp.catalog());

/** The lines that run with a configuration. */
export function linesOf(config: string): CodeLine[] {
  const resolved = resolve(catalog, parseConfig(config));
  return runLines(codeOf(resolved.algorithm.id), resolved);
}

/** The first update of a run. */
export function traceOf(config: string): Trace {
  const session = new acp.Session(config);
  try {
    return parseTrace(session.trace());
  } finally {
    session.delete();
  }
}

/** The first updates of runs, at a row. */
export function placeOf(configs: readonly string[], row = 0, sample = 0): Place {
  const empty = new ArrayBuffer(0);
  return {
    scope: configs.length > 1 ? 'all' : 'A',
    tracks: configs.map((config, i) => ({
      id: (['A', 'B'] as const)[i]!,
      recorded: { trace: traceOf(config), before: empty, after: empty },
    })),
    rows: paired(configs.map(linesOf)),
    row,
    sample,
  };
}
