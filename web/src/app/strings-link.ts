/** What is said about a link. */
export const linkStrings = {
  version: (value: string) =>
    `v=${value}: only versions 1 and 2 are known; the rest is ignored too`,
  more: (count: string) => `and ${count} more`,
  unreadable: 'not readable',
  repeated: 'repeated; the first one counts',
  unknown: 'unknown',
  noRun: (id: string) => `there is no run ${id}`,
  notOneOf: (ids: string) => `not one of ${ids}`,
  runs: 'not a number of runs from 1 to 4',
  notPlain: 'not a name and a value',
  notOfRuns: 'no run has this setting',
  steps: (most: string) =>
    `not environment steps from 1 to ${most}, one for all runs or one per run`,
  digests: (count: number) => `not ${count} × 16 hexadecimal digits, one per run, beside at=`,
  noClaim: 'not compared, because parts of the link were ignored',
} as const;
