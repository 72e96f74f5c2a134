import { parseProblems } from '../../protocol/config';
import type { ArmId } from '../settings/arms';
import { type Outcome, select, type Selected, type Selection } from '../settings/selection';
import type { Playground } from './playground';

/** Makes arms about something else and starts them over; all of them or none. */
export function selectFor(
  playground: Playground,
  selection: Selection,
  ids: readonly ArmId[],
): Promise<Outcome> {
  const { catalog, settings } = playground;
  const make = (id: ArmId): [ArmId, Selected] => [id, select(catalog, settings.of(id), selection)];
  return playground.inTurn(() => take(playground, ids.map(make), 'preset' in selection));
}

async function take(
  playground: Playground,
  selected: [ArmId, Selected][],
  isPreset: boolean,
): Promise<Outcome> {
  for (const [, { settings }] of selected) {
    const complaint = await playground.check(settings);
    const reasons = parseProblems(complaint).map(({ message }) => message);
    if (reasons.length > 0) return { refusal: reasons.join(' '), replaced: [] };
  }
  const all = new Map(playground.$settings.get());
  for (const [id, { settings }] of selected) all.set(id, settings);
  playground.$settings.set(all);
  playground.$pair.set(playground.settings.pairOf(playground.pairs));
  if (isPreset) playground.$stopAt.set(playground.settings.horizon());
  await playground.startOver(playground.armsOf(selected.map(([id]) => id)));
  return { refusal: '', replaced: selected.flatMap(([, { replaced }]) => replaced ?? []) };
}
