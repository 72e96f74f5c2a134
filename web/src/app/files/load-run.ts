import { RefusedError } from '../../protocol/client';
import { parseConfig, parseProblems } from '../../protocol/config';
import { formatCount } from '../text/format';
import type { Playground } from '../experiment/playground';
import type { Arm } from '../experiment/arm';
import type { History } from '../experiment/history';
import { type Resolved, resolve, sameValue } from '../settings/settings';
import { fileStrings as words } from '../text/en/files';

/**
 * Puts the run of a checkpoint in the place of an arm's, after what is known of its past, and
 * pauses. Rejects with `RefusedError` if it is none: then nothing has changed.
 */
export async function loadRun(
  playground: Playground,
  arm: Arm,
  checkpoint: ArrayBuffer,
  source: string,
  past?: History,
): Promise<void> {
  const steps = await arm.run.load(checkpoint, (config) => adopt(playground, arm, config), past);
  playground.pause();
  const text = words().continued(source, formatCount(steps));
  playground.$changes.setKey(arm.id, [{ key: '', text }]);
  await playground.setWatching(playground.$watching.get());
}

/** Shows the settings of what has been loaded; the same settings keep the name of their preset. */
async function adopt(playground: Playground, { id }: Arm, config: string): Promise<void> {
  await playground.know(config);
  const settings = parseConfig(config);
  playground.$claims.set([]);
  if (isSame(playground.resolved(id), resolve(playground.catalog, settings))) return;
  playground.$settings.set(new Map(playground.$settings.get()).set(id, settings));
  playground.$pair.set('');
  playground.crew?.startOver([id]);
}

function isSame(a: Resolved, b: Resolved): boolean {
  if (a.environment !== b.environment || a.algorithm !== b.algorithm) return false;
  return a.parameters.every((parameter) =>
    sameValue(parameter, a.values.get(parameter.key)!, b.values.get(parameter.key)!),
  );
}

/** Why bytes are no run, as a sentence. */
export function refusalOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const problems = error instanceof RefusedError ? parseProblems(text) : [];
  const [first] = problems;
  if (!first || first.key === '') return words().reason(text);
  if (['checkpoint', 'policy'].includes(first.key)) return words().reason(first.message);
  return words().badSettings(problems.map(({ key, message }) => `${key}: ${message}`).join('; '));
}
