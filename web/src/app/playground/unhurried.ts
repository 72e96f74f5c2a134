// What is below the fold or unseen, and so not in the way of the first picture.
import type { Playground } from '../experiment/playground';
import { loaded } from '../kit/loaded';
import './panels';
import '../controls/run-limits';
import '../controls/seed-control';
import '../stage/run-actions';
import '../curves/learning-curves';
import '../stage/run-narration';

/** What trains further seeds is loaded once there are any. */
export function followSeeds(playground: Playground): void {
  const stop = playground.$seeds.subscribe((count) => {
    if (count === 1) return;
    queueMicrotask(() => stop());
    void loaded(() => import('../seeds/seeds-of')).then(({ seedsOf }) => seedsOf(playground));
  });
}
