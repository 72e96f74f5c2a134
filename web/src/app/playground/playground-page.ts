import { atom, type ReadableAtom } from 'nanostores';
import { listenForSpace } from '../controls/shortcuts';
import { catalog } from '../experiment/core-catalog';
import { Playground } from '../experiment/playground';
import { connectWorker } from '../experiment/worker-client';
import { afterPicture, onAnimationFrame, restBetweenFrames } from '../kit/frames';
import { loaded } from '../kit/loaded';
import type { Page } from '../kit/page';
import { runsOf } from '../link/runs-of';
import './playground-view';

/** Milliseconds that drawing rests while training needs every hardware thread: 15 pictures/s. */
const REST = 60;

const $opened = atom<Playground | null>(null);

/** The playground of this document, once it has been opened. */
export const $playground: ReadableAtom<Playground | null> = $opened;

let only: Page | undefined;

/** The experiment of this document, which begins as a hash says. */
export function openPlayground(hash: string): Page {
  return (only ??= begin(hash));
}

function begin(hash: string): Page {
  const playground = new Playground(catalog, runsOf(hash), connectWorker);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) playground.$watching.set(false);
  hideWithPage(playground);
  onAnimationFrame((now) => {
    playground.runs.forEach((run) => run.refresh(now));
    restBetweenFrames(isCrowded(playground) ? REST : 0);
  });
  listenForSpace(document, () => playground.toggle());
  void playground.start(hash);
  $opened.set(playground);
  const element = document.createElement('playground-view');
  element.playground = playground;
  return {
    element,
    $address: addressOf(playground),
    setShown: (isShown) => show(playground, isShown),
  };
}

function addressOf(playground: Playground): ReadableAtom<string | null> {
  const $address = atom<string | null>(null);
  void followLink(playground, (hash) => $address.set(hash));
  return $address;
}

/** From the first picture on, which does not wait for it. */
async function followLink(playground: Playground, show: (hash: string) => void): Promise<void> {
  await playground.started;
  await afterPicture();
  const { onLink } = await loaded(() => import('../experiment/address'));
  onLink(playground, show);
}

function show(playground: Playground, isShown: boolean): void {
  if (!isShown) playground.pause();
  playground.$isShown.set(isShown);
}

function hideWithPage(playground: Playground): void {
  const { $isShown, $isOffScreen } = playground;
  const hide = () => playground.setHidden(document.hidden || !$isShown.get() || $isOffScreen.get());
  hide();
  document.addEventListener('visibilitychange', hide);
  $isShown.listen(hide);
  $isOffScreen.listen(hide);
}

/** Whether each hardware thread has a run that trains as fast as it can. */
function isCrowded({ $playing, $speed, runs }: Playground): boolean {
  const isFast = $playing.get() && $speed.get() === null;
  return isFast && runs.length >= navigator.hardwareConcurrency;
}
