import { formatConfig, parseProblems } from '../../protocol/config';
import type { ArmId } from '../settings/arms';
import { type Outcome, select, type Selected, type Selection } from '../settings/selection';
import type { Playground } from './playground';

/** Makes arms about something else and starts them over; all of them or none. */
export async function selectFor(
  playground: Playground,
  selection: Selection,
  ids: readonly ArmId[],
): Promise<Outcome> {
  const { catalog, settings } = playground;
  try {
    await playground.know(formatConfig(new Map(Object.entries(selection))));
  } catch (error) {
    return { refusal: refusalOf(error), replaced: [] };
  }
  const make = (id: ArmId): [ArmId, Selected] => [id, select(catalog, settings.of(id), selection)];
  return playground.inTurn(() => take(playground, ids.map(make), 'preset' in selection));
}

async function take(
  playground: Playground,
  selected: [ArmId, Selected][],
  isPreset: boolean,
): Promise<Outcome> {
  for (const [, { settings }] of selected) {
    const refusal = messagesOf(await playground.check(settings));
    if (refusal !== '') return { refusal, replaced: [] };
  }
  const all = new Map(playground.$settings.get());
  for (const [id, { settings }] of selected) all.set(id, settings);
  playground.$settings.set(all);
  playground.$pair.set(playground.settings.pairOf(playground.pairs));
  if (isPreset) playground.$stopAt.set(playground.settings.horizon());
  await playground.startOver(playground.armsOf(selected.map(([id]) => id)));
  return { refusal: '', replaced: selected.flatMap(([, { replaced }]) => replaced ?? []) };
}

/** Why a task cannot be, as a sentence. */
export function refusalOf(error: unknown): string {
  return messagesOf(error instanceof Error ? error.message : String(error));
}

function messagesOf(complaint: string): string {
  return parseProblems(complaint)
    .map(({ message }) => message)
    .join(' ');
}
