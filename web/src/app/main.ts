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
  const playground = new Playground(['A', 'B'], connectWorker);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) playground.$watching.set(false);
  render(html`<app-root .playground=${playground}></app-root>`, document.body);
  playground.setHidden(document.hidden);
  void playground.start(location.hash);
  onAnimationFrame((now) => playground.runs.forEach((run) => run.refresh(now)));
  listenForSpace(document, () => playground.toggle());
  document.addEventListener('visibilitychange', () => playground.setHidden(document.hidden));
  playground.$link.listen((link) => {
    if (link) history.replaceState(null, '', formatLink(link));
  });
  addEventListener('hashchange', () => location.reload());
}
