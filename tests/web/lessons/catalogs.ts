import { Compiler } from '../../../web/lesson-compiler/compile';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { parseLabSection } from '../../../web/src/protocol/lab';
import { parseLines } from '../../../web/src/protocol/trace';
import { startLabModule, startTraceModule } from '../live';

/** The compiler of lessons, over the catalogs that the page is built with. */
export async function liveCompiler(): Promise<Compiler> {
  const [core, lab] = [await startTraceModule(), await startLabModule()];
  const catalog = core.catalog();
  return new Compiler(parseCatalog(catalog), parseLines(catalog), parseLabSection(lab.catalog()));
}
