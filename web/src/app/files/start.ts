import { embedding } from '../kit/embedding';
import { loaded } from '../kit/loaded';
import type { Playground } from '../experiment/playground';
import { isMarked } from './mark';

/** Loads what saves and keeps runs once it is needed. */
export function startFiles(playground: Playground): void {
  addEventListener('dragenter', () => void loaded(() => import('./run-files')), { once: true });
  // A file that misses its card must not take the place of the page.
  addEventListener('dragover', (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  });
  if (embedding.isOn) return; // a frame in another page keeps nothing
  const stop = playground.$playing.subscribe((isPlaying) => {
    if (isPlaying || isMarked()) void loaded(() => import('./kept-runs')).then(() => stop());
  });
}
