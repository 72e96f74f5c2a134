import type { Playground } from '../experiment/playground';
import {
  RECORDED_IDS,
  type RecordedArm,
  type RecordedId,
  shownArms,
  type Sweep,
} from '../experiment/recorded';

/** Opens a sweep, with as many of its arms on display as there is room for. */
export function addSweep({ $sweeps }: Playground, sweep: Sweep): void {
  const free = freeIds($sweeps.get());
  const arms = sweep.arms.map((arm, i) => ({ ...arm, id: free[i] ?? null }));
  $sweeps.set([...$sweeps.get(), { ...sweep, arms }]);
}

export function closeSweep({ $sweeps }: Playground, sweep: Sweep): void {
  $sweeps.set($sweeps.get().filter((other) => other !== sweep));
}

/** Shows an arm, if there is room, or takes it from display. */
export function toggleArm({ $sweeps }: Playground, arm: RecordedArm): void {
  const id = arm.id === null ? (freeIds($sweeps.get())[0] ?? null) : null;
  $sweeps.set(
    $sweeps.get().map((sweep) => ({
      ...sweep,
      arms: sweep.arms.map((each) => (each === arm ? { ...arm, id } : each)),
    })),
  );
}

/** Names that no arm on display has. */
export function freeIds(sweeps: readonly Sweep[]): RecordedId[] {
  const taken = shownArms(sweeps).map(({ id }) => id);
  return RECORDED_IDS.filter((id) => !taken.includes(id));
}
