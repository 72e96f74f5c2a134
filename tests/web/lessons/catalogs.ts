import { Compiler } from '../../../web/lesson-compiler/compile';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { parseLabSection } from '../../../web/src/protocol/lab';
import { robotPresets } from '../../../web/src/protocol/robot-presets';
import { parseLines } from '../../../web/src/protocol/trace';
import { startLabModule, startTraceModule } from '../live';

/** The compiler of lessons, over the catalogs that the page is built with. */
export async function liveCompiler(): Promise<Compiler> {
  const [core, lab] = [await startTraceModule(), await startLabModule()];
  const json = core.catalog();
  const catalog = parseCatalog(json);
  for (const preset of robotPresets) catalog.presets.push(preset);
  return new Compiler(catalog, parseLines(json), parseLabSection(lab.catalog()));
}
