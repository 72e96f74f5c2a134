import { startTheme } from '../kit/color-theme';
import { loaded } from '../kit/loaded';
import { mount } from '../playground/mount';
import { tellMissingParts } from './missing-parts';
import { missingFeature } from './support';

// It stands for what comes now.
document.querySelector('.fallback')?.remove();
tellMissingParts();

const missing = missingFeature();
const kind = document.documentElement.dataset.page;
if (missing !== null) {
  startTheme();
  void loaded(() => import('./unsupported')).then(({ showUnsupported }) =>
    showUnsupported(missing),
  );
} else if (kind === 'embed') {
  void loaded(() => import('../embed/embed')).then(({ startEmbed }) => startEmbed());
} else if (kind === 'builder') {
  void loaded(() => import('../builder/builder')).then(({ startBuilder }) => startBuilder());
} else {
  startTheme();
  // A task of its own, after those that start the workers.
  setTimeout(startPage);
}

function startPage(): void {
  const playground = mount();
  void loaded(() => import('../experiment/address')).then(({ keepAddress }) =>
    keepAddress(playground),
  );
  if (!playground.$inLab.get()) void playground.start(location.hash);
  void loaded(() => import('./offline')).then(({ keepOffline }) => keepOffline(playground));
}
