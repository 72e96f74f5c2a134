import { startTheme } from '../kit/color-theme';
import { mount } from '../playground/mount';
import { missingFeature } from './support';

const missing = missingFeature();
if (missing !== null) {
  startTheme();
  void import('./unsupported').then(({ showUnsupported }) => showUnsupported(missing));
} else if (document.documentElement.dataset.page === 'embed') {
  void import('../embed/embed').then(({ startEmbed }) => startEmbed());
} else if (document.documentElement.dataset.page === 'builder') {
  void import('../builder/builder').then(({ startBuilder }) => startBuilder());
} else {
  startTheme();
  // A task of its own, after those that start the workers.
  setTimeout(startPage);
}

function startPage(): void {
  const playground = mount();
  void import('../experiment/address').then(({ keepAddress }) => keepAddress(playground));
  if (!playground.$inLab.get()) void playground.start(location.hash);
  void import('./offline').then(({ keepOffline }) => keepOffline());
}
