import type { CrewCommands, Report } from './crew-commands';
import type { Arguments } from './requests';
import { bytes, count, flag, list, oneOf, orNull, record, type Shape, text } from './shapes';

/** What a worker with a crew accepts. */
export const crewArguments: Arguments<CrewCommands> = {
  create: [count, text],
  load: [count, bytes],
  end: [count],
  save: [count],
  digest: [count],
  tune: [count, text],
  advance: [count, count],
  pace: [flag, orNull(count)],
  report: [],
};

const reports: Shape<Report[]> = list(
  record<Report>({
    run: count,
    buffer: bytes,
    words: count,
    activity: oneOf('paused', 'training', 'finished', 'diverged'),
    status: text,
  }),
  0,
  1000,
);

/** Throws `Error` unless these are reports. */
export function parseReports(data: unknown): Report[] {
  const wrong = reports(data);
  if (wrong !== null) throw new Error(`a report with another ${wrong || 'form'}`);
  return data as Report[];
}
