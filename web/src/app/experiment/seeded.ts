import type { Settings } from '../../protocol/config';
import type { Playground } from './playground';
import type { ArmId } from '../settings/arms';

/** A run's settings with its seed, which is told even where it is the default. */
export function seededSettings(playground: Playground, id: ArmId): Settings {
  const seed = playground.resolved(id).values.get('seed')!;
  return new Map(playground.$settings.get().get(id)).set('seed', seed);
}
