import { html, render } from 'lit';
import { startTheme } from './color-theme';
import './components/app-root';
import { onAnimationFrame } from './frames';
import { Playground } from './playground';
import { RUN_IDS } from './run';
import { listenForSpace } from './shortcuts';
import { strings } from './strings';
import { missingFeature } from './support';
import { connectWorker } from './worker-client';

startTheme();
const missing = missingFeature();
if (missing === null) startPlayground();
else {
  const text = strings.notices.unsupported(strings.notices.features[missing]);
  render(html`<p class="unsupported">${text}</p>`, document.body);
}

function startPlayground(): void {
  const inLab = /[#&]lab=/.test(location.hash);
  const playground = new Playground(inLab ? [] : runsOf(location.hash), connectWorker);
  playground.$inLab.set(inLab);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) playground.$watching.set(false);
  render(html`<app-root .playground=${playground}></app-root>`, document.body);
  const hide = () => playground.setHidden(document.hidden || playground.$inLab.get());
  hide();
  if (!inLab) void playground.start(location.hash);
  onAnimationFrame((now) => playground.runs.forEach((run) => run.refresh(now)));
  listenForSpace(document, () => playground.toggle());
  document.addEventListener('visibilitychange', hide);
  playground.$inLab.listen(hide);
  void import('./address').then(({ keepAddress }) => keepAddress(playground));
  addEventListener('hashchange', () => location.reload());
}

/** As many runs as the link asks for, else two. */
function runsOf(hash: string) {
  return RUN_IDS.slice(0, Number(/[#&]runs=([1-4])(?:&|$)/.exec(hash)?.[1] ?? 2));
}
