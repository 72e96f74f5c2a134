import { part } from '../language';

/** The words of sweeps that are opened; loaded with the first one. */
export const sweepWords = part('sweeps', {
  nothing: 'no run is whole',
  several: (paths: string) => `there are several sweeps (${paths}); open one at a time`,
  otherRun: (path: string, id: string) => `${path}: is not the result of the run ${id} alone`,
  twice: (path: string, id: string) => `${path}: id: ${id} is there already`,
  unevaluated: (config: string) => `${config}: every seed stopped unevaluated`,
  otherVersion: (config: string, reason: string) =>
    `config: "${config.slice(0, 200)}" is not of this version: ${reason}`,
  unknown: (key: string) => `it has no "${key}"`,
  noSeed: (seed: string, min: number, max: number) =>
    `its seed "${seed.slice(0, 20)}" is no whole number from ${min} to ${max}`,
  seeds: (config: string, most: string) =>
    `config: "${config.slice(0, 200)}" has more than ${most} seeds`,
  runs: (most: string) => `it has more than ${most} runs`,
  reading: (source: string) => `“${source}” is being read.`,
  notRun: (name: string, reason: string) => `“${name}” was not added: ${reason}`,
  defaults: 'defaults',
  tooLarge: (most: string) => `it has more than ${most} MB`,
  tooMany: (most: string) => `it has more than ${most} files`,
  broken: (path: string, reason: string) => `${path}: is no whole archive (${reason})`,

  noEnd: 'a sweep has an end; set “Stop at step”',
  noneWhole: (steps: string) => `no run has come to step ${steps}, where they stop`,
  savedRuns: (name: string, whole: string, all: string, steps: string) =>
    `Saved: ${name}, ${whole} of ${all} runs whole at step ${steps}`,
  changedRuns: (ids: string) =>
    `Left out: ${ids}, as no settings describe what has been changed or loaded on the way`,

  title: 'Recorded runs',
  opened: (source: string, arms: string, runs: string, builds: string) =>
    `“${source}”: ${arms} arms of ${runs} runs, made by version ${builds}.`,
  builds: 'The runs are of several versions, whose results need not be alike.',
  otherBuild: (build: string) => `This page is version ${build}.`,
  begun: (count: string) => `${count} begun and not whole`,
  failed: (count: string) => `${count} failed`,
  missing: (count: string) => `${count} not begun`,
  left: (list: string) => `Left out: ${list}.`,
  stopped: (id: string, list: string) => `${id} stopped early: seed ${list}.`,
  most: (count: number) => `At most ${count} are shown at a time.`,
  more: (shown: string, all: string) => `The first ${shown} of ${all} arms are listed.`,
  show: (name: string) => `Show ${name}`,
  settings: 'Run these settings here',
  settingsHint: 'Adds a run with the settings of this arm to the experiment',
  full: 'An experiment has at most four runs; remove one of them first.',
  close: 'Close',
  closeHint: (source: string) => `Takes all runs of “${source}” from the page`,
  notOpened: (source: string, reason: string) =>
    `“${source}” was not opened: ${reason}. Everything is as it was.`,
  label: (id: string, name: string, seeds: string) => `${id} · recorded: ${name} · ${seeds}`,
  caption: (ids: string) =>
    `${ids}: recorded by acp sweep; as in acp report, each counts by its last evaluation.`,
  otherTask: (id: string, own: string, other: string, task: string) =>
    `${id} is of ${own}, ${other} of ${task}: their returns cannot be compared.`,
  notYet: (id: string, other: string) =>
    `${id} is compared with ${other} once both have an evaluation at the same step.`,
  unpaired: (id: string, other: string, middle: string, low: string, high: string) =>
    `Without a pair of seeds in common, a run of ${id} ends above one of ${other} with ` +
    `probability ${middle} (95 %: ${low} to ${high}).`,
} as const);
