import { html, render } from 'lit';
import { formatLink } from './link';
import { startTheme } from './color-theme';
import './components/app-root';
import { onAnimationFrame } from './frames';
import { Playground } from './playground';
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
  const playground = new Playground(inLab ? [] : ['A', 'B'], connectWorker);
  playground.$inLab.set(inLab);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) playground.$watching.set(false);
  render(html`<app-root .playground=${playground}></app-root>`, document.body);
  const showAddress = () => {
    const link = playground.$inLab.get() ? null : playground.$link.get();
    if (link) history.replaceState(null, '', formatLink(link));
  };
  const hide = () => playground.setHidden(document.hidden || playground.$inLab.get());
  hide();
  if (!inLab) void playground.start(location.hash);
  onAnimationFrame((now) => playground.runs.forEach((run) => run.refresh(now)));
  listenForSpace(document, () => playground.toggle());
  document.addEventListener('visibilitychange', hide);
  playground.$inLab.listen(hide);
  playground.$inLab.listen(showAddress);
  playground.$link.listen(showAddress);
  addEventListener('hashchange', () => location.reload());
}
