import type { CoreLab, LabCore } from '../core/lab-core';
import type { Handlers } from '../protocol/commands';
import type { LabAnswer, LabCommands } from '../protocol/lab-commands';
import type { Service } from './serve';

/** Owns the lab's bench and its race, and works on them when asked. */
export class Laboratory implements Service<LabCommands> {
  readonly epoch = 0;
  readonly #core: LabCore;
  #lab: CoreLab | undefined;
  #race: ReturnType<LabCore['openRace']> | undefined;

  constructor(core: LabCore) {
    this.#core = core;
  }

  readonly handlers: Handlers<LabCommands> = {
    catalog: () => this.#core.catalog(),
    open: (task, checkpoint) => {
      if (checkpoint) this.#clear(); // two runs at once might not fit
      const lab = this.#core.openLab(task, checkpoint);
      this.#clear();
      this.#lab = lab;
      return lab.describe();
    },
    measure: (requests, milliseconds) => {
      const lab = this.#bench();
      const share = milliseconds / requests.length;
      return requests.map(({ config, repeats, rows }): LabAnswer => {
        lab.measure(config, repeats, share);
        return { result: lab.result(config), rows: rows ? lab.recent(config) : null };
      });
    },
    slice: (low, high, count) => this.#bench().slice(low, high, count),
    raceOpen: (config) => {
      const race = this.#core.openRace(config);
      this.#race?.delete();
      this.#race = race;
      return null;
    },
    raceStep: (milliseconds) => {
      if (!this.#race) throw new Error('there is no race yet');
      this.#race.advance(milliseconds);
      return this.#race.result();
    },
  };

  #clear(): void {
    this.#lab?.delete();
    this.#lab = undefined;
  }

  #bench(): CoreLab {
    if (!this.#lab) throw new Error('there is nothing on the bench yet');
    return this.#lab;
  }
}
