import { Zip, ZipDeflate } from 'fflate';
import { idOf } from '../../protocol/sweep';
import { planLine, resultLines } from '../../protocol/sweep-text';
import type { OwnSweep } from './own-sweep';

/** Archives know no earlier day: what is in them does not depend on when they are made. */
const DAY = new Date(1980, 0, 1);

/** A folder of `acp sweep`, a file at a time. */
export function* archive(folder: string, { plan, results }: OwnSweep): Generator<void, Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  const add = (path: string, text: string) => {
    const file = new ZipDeflate(`${folder}/${path}`);
    file.mtime = DAY;
    zip.add(file);
    file.push(new TextEncoder().encode(text), true);
  };
  add('plan.jsonl', plan.map(planLine).join(''));
  for (const run of results) {
    add(`runs/${idOf(run)}.jsonl`, resultLines(run));
    yield;
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}
