import { atom, computed, map } from 'nanostores';
import type { Catalog } from '../../protocol/catalog';
import type { Settings } from '../../protocol/config';
import type { ArmId } from '../settings/arms';
import { horizon } from '../settings/limits';
import { type Pair, pairOf } from '../settings/pairs';
import { type Resolved, resolve } from '../settings/settings';

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

  get #all(): readonly Settings[] {
    return [...this.$given.get().values()];
  }

  /** The id of the pair that the arms' presets are; `""` for none. */
  pairOf(pairs: readonly Pair[]): string {
    const presets = this.#all.map((settings) => settings.get('preset'));
    const isNamed = presets.every((preset) => preset !== undefined);
    return pairOf(pairs, isNamed ? presets : [], presets.length);
  }

  /** The environment steps that it takes to see what the arms are about. */
  horizon(): number {
    return horizon(this.#catalog, this.#all);
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
}
