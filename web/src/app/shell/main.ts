import { startTheme } from '../kit/color-theme';
import { $fetched } from '../experiment/fetched';
import { afterPicture } from '../kit/frames';
import { loaded } from '../kit/loaded';
import { startPages } from '../pages/start';
import { $playground } from '../playground/playground-page';
import { tellMissingParts } from './missing-parts';
import { tell } from './notices';
import { missingFeature } from './support';

// It stands for what comes now.
document.querySelector('.fallback')?.remove();
tellMissingParts();
const forget = $fetched.listen(() => {
  forget();
  void loaded(() => import('./fetching'));
});

/** English is there already. */
const speaking =
  location.search.includes('lang=') &&
  loaded(() => import('./speak-asked')).then(({ speakAsked }) => speakAsked());

const missing = missingFeature();
const kind = document.documentElement.dataset.page;
if (kind === 'builder') {
  // Where links to it led when it was a document of its own.
  location.replace(`./${location.search}#builder=&${location.hash.slice(1)}`);
} else if (missing !== null) {
  startTheme();
  void loaded(() => import('./unsupported')).then(({ showUnsupported }) =>
    showUnsupported(missing),
  );
} else if (kind === 'embed') {
  void loaded(() => import('../embed/embed')).then(async ({ enterFrame, tellHost }) => {
    await speaking;
    const { experiment, ignored } = enterFrame();
    await startPages(experiment);
    tellHost($playground.get(), ignored, (text) => tell('options', { text, actions: [] }));
  });
} else {
  startTheme();
  // A task of its own, after those that start the workers.
  setTimeout(() => void startDocument());
}

async function startDocument(): Promise<void> {
  await speaking;
  await startPages(location.hash);
  await $playground.get()?.started;
  await afterPicture();
  void loaded(() => import('./afterwards')).then(({ keepOffline }) => keepOffline());
}
