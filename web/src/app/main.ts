import { html, render } from 'lit';
import { startTheme } from './color-theme';
import { mount } from './mount';
import { strings } from './strings';
import { missingFeature } from './support';

const missing = missingFeature();
if (missing !== null) {
  startTheme();
  const text = strings.notices.unsupported(strings.notices.features[missing]);
  render(html`<p class="unsupported">${text}</p>`, document.body);
} else if (document.documentElement.dataset.page === 'embed') {
  void import('./embed/embed').then(({ startEmbed }) => startEmbed());
} else if (document.documentElement.dataset.page === 'builder') {
  void import('./builder/builder').then(({ startBuilder }) => startBuilder());
} else startPage();

function startPage(): void {
  startTheme();
  const playground = mount();
  void import('./address').then(({ keepAddress }) => keepAddress(playground));
  if (!playground.$inLab.get()) void playground.start(location.hash);
  void import('./offline').then(({ keepOffline }) => keepOffline());
}
