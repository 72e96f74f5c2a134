import { SweepError } from '../../protocol/sweep';
import type { Playground } from '../experiment/playground';
import { sweepWords as words } from '../text/en/sweeps';
import { readSweep } from './read-sweep';
import { addSweep } from './shown';
import { unhurried } from './unhurried';
import { type Given, isGzip, isTar, isZip, MOST_FILES, unpack } from './unpack';

/** Bytes that tell what a file is. */
const HEAD = 512;

/** Opens what `acp sweep` wrote. Resolves to why that cannot be, or `''`; then nothing changes. */
export async function openSweep(playground: Playground, given: readonly Given[]): Promise<string> {
  const source = sourceOf(given);
  try {
    const entries = await unpack(given);
    addSweep(playground, await unhurried(readSweep(playground.catalog, source, entries)));
    return '';
  } catch (error) {
    const isKnown = error instanceof SweepError || error instanceof DOMException;
    if (!isKnown) throw error;
    return words().notOpened(source, error.message);
  }
}

/** Whether a file is an archive, or begins with a row of a sweep. */
export async function isSweep(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (isZip(head) || isGzip(head) || isTar(head)) return true;
  return /^\{"(type":"(run|evaluation|end)|id":"[0-9a-f]{16})"/.test(
    new TextDecoder().decode(head),
  );
}

/** All files of what was dropped, folders among it. */
export async function droppedFiles(transfer: DataTransfer): Promise<Given[]> {
  const given: Given[] = [];
  const roots = [...transfer.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  for (const root of roots) {
    if (root instanceof File) given.push({ path: root.name, file: root });
    else if (root) await addFiles(root, given);
  }
  return given;
}

async function addFiles(entry: FileSystemEntry, given: Given[]): Promise<void> {
  if (given.length > MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    given.push({ path: entry.fullPath.slice(1), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const each of some) await addFiles(each, given);
  }
}

/** The files of a chooser, by their paths where a folder was chosen. */
export function chosenFiles(files: FileList): Given[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** The folder that all are in, else the first file. */
export function sourceOf(given: readonly Given[]): string {
  const [first] = given;
  const folder = first?.path.split('/')[0] ?? '';
  const isFolder = given.every(({ path }) => path.startsWith(`${folder}/`));
  return isFolder ? folder : (first?.path ?? '');
}
