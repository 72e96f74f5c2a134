import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeCompiler } from '../../web/lesson-plugin';
import type { Lesson } from '../../web/src/protocol/lesson';
import { repository } from './server';

const moduleOf = (name: string) => ({
  module: resolve(repository, `build/wasm/${name}.mjs`),
  binary: resolve(repository, `build/wasm/${name}.wasm`),
});
const compiler = await makeCompiler(moduleOf('acp_trace'), moduleOf('acp_lab'));

/** A lesson as the page has it. */
export function compiledLesson(id: string, language = 'en'): Lesson {
  const file = `${id}/${language}.md`;
  return compiler.compile(readFileSync(resolve(repository, 'web/lessons', file), 'utf8'), file, id);
}
