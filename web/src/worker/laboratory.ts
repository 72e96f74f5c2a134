import type { Core, CoreLab } from '../core/core';
import type { Handlers, LabAnswer } from '../protocol/commands';

/** Owns the bench of the gradient lab, and measures when asked. */
export class Laboratory {
  readonly #core: Core;
  #lab: CoreLab | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  readonly handlers: Pick<Handlers, 'labOpen' | 'labMeasure' | 'labSlice'> = {
    labOpen: (task) => {
      const lab = this.#core.openLab(task);
      this.#lab?.delete();
      this.#lab = lab;
      return lab.describe();
    },
    labMeasure: (requests, milliseconds) => {
      const lab = this.#bench();
      const share = milliseconds / requests.length;
      return requests.map(({ config, repeats, rows }): LabAnswer => {
        lab.measure(config, repeats, share);
        return { result: lab.result(config), rows: rows ? lab.recent(config) : null };
      });
    },
    labSlice: (low, high, count) => this.#bench().slice(low, high, count),
  };

  #bench(): CoreLab {
    if (!this.#lab) throw new Error('there is nothing on the bench yet');
    return this.#lab;
  }
}
