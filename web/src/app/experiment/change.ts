import type { Parameter } from '../../protocol/catalog';
import { isPlainValue } from '../../protocol/config';
import type { ArmId } from '../settings/arms';
import { type Complaints, explain, notPlain } from '../settings/complaints';
import { sameValue, titleOf } from '../settings/settings';
import { strings } from '../text/en/page';
import { formatCount } from '../text/format';
import { type Arm, isReady, onEach } from './arm';
import type { ArmSettings } from './arm-settings';
import type { Playground } from './playground';

/**
 * Gives a parameter a new value in those runs that have it: at once if it is live, else by
 * starting them over. Resolves to what is wrong with the value; then nothing has changed.
 */
export async function change(
  playground: Playground,
  parameter: Parameter,
  value: string,
  of: readonly ArmId[],
): Promise<Complaints> {
  const refused = await playground.inTurn(() => take(playground, parameter, value, of));
  if (!refused) return new Map();
  const { complaint, parameters } = refused;
  return explain(complaint || notPlain(parameter, value), parameter, parameters);
}

async function take(
  playground: Playground,
  parameter: Parameter,
  value: string,
  of: readonly ArmId[],
) {
  const { settings } = playground;
  const ids = playground.having(parameter.key).filter((id) => of.includes(id));
  const arms = playground.armsOf(ids);
  const isPlain = isPlainValue(value);
  for (const id of ids) {
    const complaint =
      isPlain && (await playground.check(settings.changed(id, parameter.key, value)));
    if (complaint !== '') return { complaint, parameters: playground.resolved(id).parameters };
  }
  if (parameter.live) {
    const changes = new Map([[parameter.key, value]]);
    await onEach(({ run }) => run.tune(changes), arms.filter(isReady));
    playground.crew?.tune(ids, changes);
    for (const arm of arms) note(settings, arm, parameter, value);
    settings.assign(ids, parameter.key, value);
  } else {
    settings.assign(ids, parameter.key, value);
    await playground.startOver(arms);
  }
  return null;
}

/** Notes that a parameter is given another value while a run trains. */
function note(settings: ArmSettings, { id, run }: Arm, parameter: Parameter, value: string): void {
  const { steps } = run.$view.get();
  const { key, title } = parameter;
  const before = settings.resolved(id).values.get(key)!;
  if (steps === 0 || sameValue(parameter, before, value)) return;
  const changes = settings.$changes.get()[id] ?? [];
  const kept = changes.at(-1)?.key === key ? changes.slice(0, -1) : changes;
  const text = strings().card.changed(title, titleOf(parameter, value), formatCount(steps));
  settings.$changes.setKey(id, [...kept, { key, text }]);
}
