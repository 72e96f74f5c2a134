import { atom, computed, map } from 'nanostores';
import type { Catalog, Parameter } from '../../protocol/catalog';
import type { Settings } from '../../protocol/config';
import type { ArmId } from '../settings/arms';
import { type Resolved, resolve, sameValue, titleOf } from '../settings/settings';
import { formatCount } from '../text/format';
import { strings } from '../text/en/page';

/** A change made while training. */
export interface Change {
  /** of the parameter */
  key: string;
  text: string;
}

/** What each arm is about, and what was changed while it trained. */
export class ArmSettings {
  /** without defaults */
  readonly $given = atom<ReadonlyMap<ArmId, Settings>>(new Map());
  readonly $changes = map<Partial<Record<ArmId, Change[]>>>({});
  readonly #catalog: Catalog;
  readonly #resolved = computed(
    this.$given,
    (given) => new Map([...given].map(([id, own]) => [id, resolve(this.#catalog, own)])),
  );

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  of(id: ArmId): Settings {
    return this.$given.get().get(id) ?? new Map<string, string>();
  }

  /** With defaults filled in. */
  resolved(id: ArmId): Resolved {
    return this.#resolved.get().get(id) ?? resolve(this.#catalog, new Map());
  }

  /** An arm's settings if a parameter had another value. */
  changed(id: ArmId, key: string, value: string): Settings {
    return new Map([...this.of(id), [key, value]]);
  }

  assign(ids: readonly ArmId[], key: string, value: string): void {
    const given = new Map(this.$given.get());
    for (const id of ids) given.set(id, this.changed(id, key, value));
    this.$given.set(given);
  }

  /** Notes that a parameter is given another value at an environment step. */
  note(id: ArmId, parameter: Parameter, value: string, steps: number): void {
    const { key, title } = parameter;
    const before = this.resolved(id).values.get(key)!;
    if (steps === 0 || sameValue(parameter, before, value)) return;
    const changes = this.$changes.get()[id] ?? [];
    const kept = changes.at(-1)?.key === key ? changes.slice(0, -1) : changes;
    const text = strings().card.changed(title, titleOf(parameter, value), formatCount(steps));
    this.$changes.setKey(id, [...kept, { key, text }]);
  }
}
