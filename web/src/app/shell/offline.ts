import { $keeping, keeper } from '../files/keeper';
import { $playground } from '../playground/playground-page';
import { afterwardsStrings as words } from '../text/en/afterwards';
import { tell } from './notices';

/** How long a first visitor stays before a copy is made, and others before it is looked after. */
const STAY = 30_000;
const SETTLE = 5000;
/** Milliseconds between two looks for a new version, for pages that stay open for days. */
const LOOK = 60 * 60 * 1000;
/** Milliseconds between two looks whether a change would cost anything. */
const OFTEN = 1000;

/**
 * Keeps a copy of the whole page for visits without a network, once the reader stays or trains and
 * unless data is to be saved, and says when there is a newer one. Only a page of its own does: a
 * frame leaves nothing behind on the pages of others.
 */
export function keepOffline(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!('serviceWorker' in navigator) || connection?.saveData) return;
  const delay = navigator.serviceWorker.controller ? SETTLE : STAY;
  const stayed = new Promise<void>((resolve) => setTimeout(resolve, delay));
  // A browser may forbid it, in a private window for instance; the page works without.
  void Promise.race([stayed, training()])
    .then(register)
    .catch(() => undefined);
}

/** Resolves once a run is trained. */
function training(): Promise<void> {
  return new Promise((resolve) => {
    $playground.subscribe((playground) => {
      playground?.$playing.subscribe((isPlaying) => isPlaying && resolve());
    });
  });
}

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('./sw.js');
  announce(registration);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') announce(registration);
    });
  });
  setInterval(() => void registration.update().catch(() => undefined), LOOK);
}

/** The looks whether a change would cost anything, once a version waits. */
let looks: ReturnType<typeof setInterval> | undefined;

/** Offers to change to the version that waits, while nothing would be lost by that. */
function announce(registration: ServiceWorkerRegistration): void {
  // The first version of all replaces none.
  if (!registration.waiting || !navigator.serviceWorker.controller) return;
  const update = () => tell('version', isSafe() ? notice : null);
  clearInterval(looks);
  looks = setInterval(update, OFTEN);
  const dismiss = () => {
    clearInterval(looks);
    tell('version', null);
  };
  const notice = {
    text: words().newVersion,
    actions: [
      { name: words().reload, act: () => void change(registration) },
      { name: words().later, act: dismiss },
    ],
  };
  update();
}

/** Whether no run has been trained, or all are kept. */
function isSafe(): boolean {
  const { runs, $playing } = $playground.get() ?? {};
  const isUntouched = !$playing?.get() && runs?.every(({ $view }) => $view.get().steps === 0);
  return isUntouched !== false || $keeping.get() === 'on';
}

/** Changes to the latest version; one that another tab has changed to already waits no longer. */
async function change(registration: ServiceWorkerRegistration): Promise<void> {
  $playground.get()?.pause();
  await keeper.now();
  const { waiting } = registration;
  const reload = () => location.reload();
  if (!waiting) {
    reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', reload);
  waiting.postMessage({ type: 'SKIP_WAITING' });
}
