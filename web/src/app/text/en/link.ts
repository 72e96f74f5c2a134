import { part } from '../language';

/** What is said about a link. */
export const linkStrings = part('link', {
  version: (known: readonly string[]) => {
    const only =
      known.length > 1 ? `versions ${known.join(' and ')} are` : `version ${known[0]} is`;
    return `only ${only} known; the rest is ignored too`;
  },
  more: (count: string) => `and ${count} more`,
  ignored: (part: string) => `A part of the address was ignored: ${part}`,
  unreadable: 'not readable',
  tooLong: (most: number) => `longer than ${most} characters`,
  repeated: 'repeated; the first one counts',
  noRun: (id: string) => `there is no run ${id}`,
  unknown: 'unknown',
  notDrawn: 'not numbers from -1 to 1 between commas',
  notOneOf: (ids: readonly (string | number)[]) =>
    ids.length === 2 ? `not ${ids.join(' or ')}` : `not one of ${ids.join(', ')}`,
  notNumber: (min: number, max: number) => `not a number from ${min} to ${max}`,
  notWhole: (min: number, max: number) => `not a whole number from ${min} to ${max}`,
  notAWhole: 'not a whole number',
  notABoolean: 'not true or false',
  notNumbers: (min: number, max: number) => `not numbers from ${min} to ${max}, joined by ;`,
  line: 'not the name of a line, which is as in step=1234&line=target or line=b.target',
  runs: 'not a number of runs from 1 to 4',
  notPlain: 'not a name and a value',
  notOfRuns: 'no run has this setting',
  steps: (most: string) =>
    `not environment steps from 1 to ${most}, one for all runs or one per run`,
  digests: (count: number) => `not ${count} × 16 hexadecimal digits, one per run, beside at=`,
  noClaim: 'not compared, because parts of the link were ignored',
} as const);
