import { PLACES } from '../../protocol/bootstrap-commands';
import { frozenStrings } from '../text/en/frozen';
import type { Bootstrap } from './bootstrap';

/** Larger than any checkpoint of a run with a critic of states. */
const MOST_BYTES = 64 * 2 ** 20;

const words = () => frozenStrings().own;

/** Shows the runs of checkpoints from files, or says why not. */
export async function openRuns(lab: Bootstrap, list: FileList | null): Promise<void> {
  const files = [...(list ?? [])];
  if (files.length === 0) return;
  const name = words().files(files.map((file) => file.name).join(', '));
  try {
    if (files.length > PLACES) throw new Error(words().tooMany(files.length));
    lab.bring({ name, checkpoints: await Promise.all(files.map(read)) });
  } catch (error) {
    lab.frozen.$refusal.set(error instanceof Error ? error.message : String(error));
  }
}

async function read(file: File): Promise<ArrayBuffer> {
  if (file.size > MOST_BYTES) throw new Error(words().tooLarge(file.name, MOST_BYTES / 2 ** 20));
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new Error(words().unreadable(file.name), { cause: error });
  }
}
