import { html, render } from 'lit';
import './app-root';
import { catalog } from '../experiment/core-catalog';
import { onAnimationFrame, restBetweenFrames } from '../kit/frames';
import { Playground } from '../experiment/playground';
import { isAboutLab } from '../link/run-count';
import { runsOf } from '../link/runs-of';
import { listenForSpace } from '../controls/shortcuts';
import { connectWorker } from '../experiment/worker-client';

/** Milliseconds that drawing rests while training needs every hardware thread: 15 pictures/s. */
const REST = 60;

/** Shows a playground that is to be started, or the gradient lab in its place. */
export function mount(): Playground {
  const inLab = isAboutLab(location.hash);
  const playground = new Playground(catalog, inLab ? [] : runsOf(location.hash), connectWorker);
  playground.$inLab.set(inLab);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) playground.$watching.set(false);
  render(html`<app-root .playground=${playground}></app-root>`, document.body);
  const hide = () => {
    const { $inLab, $isOffScreen } = playground;
    playground.setHidden(document.hidden || $inLab.get() || $isOffScreen.get());
  };
  hide();
  onAnimationFrame((now) => {
    playground.runs.forEach((run) => run.refresh(now));
    restBetweenFrames(isCrowded(playground) ? REST : 0);
  });
  listenForSpace(document, () => playground.toggle());
  document.addEventListener('visibilitychange', hide);
  playground.$inLab.listen(hide);
  playground.$isOffScreen.listen(hide);
  addEventListener('hashchange', () => location.reload());
  return playground;
}

/** Whether each hardware thread has a run that trains as fast as it can. */
function isCrowded({ $playing, $speed, runs }: Playground): boolean {
  const isFast = $playing.get() && $speed.get() === null;
  return isFast && runs.length >= navigator.hardwareConcurrency;
}
