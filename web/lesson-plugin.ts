import { readFile } from 'node:fs/promises';
import { basename, dirname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { Compiler } from './lesson-compiler/compile.ts';
import { parseCatalog } from './src/protocol/catalog.ts';
import { parseLabSection } from './src/protocol/lab.ts';
import { parseLines } from './src/protocol/trace.ts';
import { robotPresets } from './src/protocol/robot-presets.ts';

type Start = (options: { wasmBinary: Buffer }) => Promise<{ catalog(): string }>;
interface Module {
  module: string;
  binary: string;
}

const LESSON = /\/lessons\/[\w-]+\/\w+\.md(\?head)?$/;

/**
 * Compiles an imported lesson, `lessons/ID/LANGUAGE.md`, against the catalogs of the cores, of that
 * which traces and that of the lab: what it names must be there. With `?head` it is what a list
 * says of it.
 */
export function lessons(trace: Module, lab: Module): Plugin {
  let compiler: Promise<Compiler> | undefined;
  return {
    name: 'lessons',
    enforce: 'pre',
    async load(id) {
      if (!LESSON.test(id)) return null;
      compiler ??= makeCompiler(trace, lab);
      const path = id.replace('?head', '');
      const file = relative(import.meta.dirname, path).replaceAll('\\', '/');
      const name = basename(dirname(path));
      const lesson = (await compiler).compile(await readFile(path, 'utf8'), file, name);
      const content = { ...lesson, steps: id.endsWith('?head') ? [] : lesson.steps };
      const told = JSON.stringify(content, (key, value: unknown) =>
        key === 'solve' ? undefined : value,
      );
      const json = JSON.stringify(told);
      return { code: `export default JSON.parse(${json});`, map: null };
    },
  };
}

/** The compiler over the catalogs of the module that traces, with the robots', and of the lab's. */
export async function makeCompiler(trace: Module, lab: Module): Promise<Compiler> {
  const [json, section] = await Promise.all([trace, lab].map(catalogOf));
  const catalog = parseCatalog(json!);
  for (const preset of robotPresets) catalog.presets.push(preset);
  return new Compiler(catalog, parseLines(json!), parseLabSection(section!));
}

async function catalogOf({ module, binary }: Module): Promise<string> {
  const { default: start } = (await import(pathToFileURL(module).href)) as { default: Start };
  return (await start({ wasmBinary: await readFile(binary) })).catalog();
}
