import type { AcpLab, AcpLabModule, AcpRace } from '@acp/lab-module';

/** A bench of the gradient lab, without views of the module's memory. */
export type CoreLab = AcpLab;

/** The module of the lab as its worker uses it. */
export interface LabCore {
  catalog(): string;
  /** Throws `Error` with `key: message` lines if the task is not valid. */
  openLab(task: string, checkpoint: ArrayBuffer | null): CoreLab;
  /** Throws `Error` with `key: message` lines if the configuration is not valid. */
  openRace(config: string): AcpRace;
}

export function wrapLabModule(module: AcpLabModule): LabCore {
  return {
    catalog: () => module.catalog(),
    openLab: (task, checkpoint) =>
      wrapLab(new module.Lab(task, checkpoint && new Uint8Array(checkpoint))),
    openRace: (config) => new module.Race(config),
  };
}

function wrapLab(lab: AcpLab): CoreLab {
  return {
    describe: () => lab.describe(),
    measure: (config, repeats, milliseconds) => lab.measure(config, repeats, milliseconds),
    result: (config) => lab.result(config),
    recent: (config) => lab.recent(config).slice(),
    slice: (low, high, count) => lab.slice(low, high, count).slice(),
    delete: () => lab.delete(),
  };
}
