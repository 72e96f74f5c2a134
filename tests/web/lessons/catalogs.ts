import { Compiler } from '../../../web/lesson-compiler/compile';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { parseLabSection } from '../../../web/src/protocol/lab';
import { startLabModule, startModule } from '../live';

/** The compiler of lessons, over the catalogs that the page is built with. */
export async function liveCompiler(): Promise<Compiler> {
  const [core, lab] = [await startModule(), await startLabModule()];
  return new Compiler(parseCatalog(core.catalog()), parseLabSection(lab.catalog()));
}
