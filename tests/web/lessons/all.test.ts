import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { liveCompiler } from './catalogs';

const folder = resolve(import.meta.dirname, '../../../web/lessons');
const ids = readdirSync(folder);
const compiler = await liveCompiler();
const languagesOf = (id: string) => readdirSync(resolve(folder, id));
const lessonOf = (id: string, file: string) =>
  compiler.compile(readFileSync(resolve(folder, id, file), 'utf8'), `${id}/${file}`, id);

/** Bytes of a lesson, compressed. */
const MOST = 25_000;

describe.each(ids)('%s', (id) => {
  const english = lessonOf(id, 'en.md');

  test.each(languagesOf(id))('%s asks the same as in English, and is small', (file) => {
    const lesson = lessonOf(id, file);
    const asked = ({ steps }: typeof lesson) =>
      steps.map(({ task, until, experiment, show, control }) => ({
        ...{ kind: task.kind, until, experiment, show, control },
        choices: task.kind === 'explain' ? task.reasons.length : 0,
      }));
    expect(asked(lesson)).toEqual(asked(english));
    expect(gzipSync(JSON.stringify(lesson)).length).toBeLessThan(MOST);
  });
});
