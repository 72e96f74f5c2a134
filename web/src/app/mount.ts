import { html, render } from 'lit';
import './components/app-root';
import { onAnimationFrame } from './frames';
import { Playground } from './playground';
import { runsOf } from './runs-of';
import { listenForSpace } from './shortcuts';
import { connectWorker } from './worker-client';

/** Shows a playground that is to be started, or the gradient lab in its place. */
export function mount(): Playground {
  const inLab = /[#&]lab=/.test(location.hash);
  const playground = new Playground(inLab ? [] : runsOf(location.hash), connectWorker);
  playground.$inLab.set(inLab);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) playground.$watching.set(false);
  render(html`<app-root .playground=${playground}></app-root>`, document.body);
  const hide = () => {
    const { $inLab, $isOffScreen } = playground;
    playground.setHidden(document.hidden || $inLab.get() || $isOffScreen.get());
  };
  hide();
  onAnimationFrame((now) => playground.runs.forEach((run) => run.refresh(now)));
  listenForSpace(document, () => playground.toggle());
  document.addEventListener('visibilitychange', hide);
  playground.$inLab.listen(hide);
  playground.$isOffScreen.listen(hide);
  addEventListener('hashchange', () => location.reload());
  return playground;
}
