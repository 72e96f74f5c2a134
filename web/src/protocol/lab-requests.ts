import type { LabCommands, LabRequest } from './lab-commands';
import type { Arguments } from './requests';
import { bytes, count, flag, list, number, orNull, positive, record, text, whole } from './shapes';

const request = record<LabRequest>({ config: text, repeats: count, rows: flag });

/** What the gradient lab's worker accepts. */
export const labArguments: Arguments<LabCommands> = {
  catalog: [],
  open: [text, orNull(bytes)],
  measure: [list(request, 1, 128), positive],
  slice: [number(), number(), whole(2, 10_000)],
  raceOpen: [text],
  raceStep: [number(0, 1000)],
};
