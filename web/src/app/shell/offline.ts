/** How long the page is left to itself before a copy of it is made, in milliseconds. */
const DELAY = 5000;

/**
 * Keeps a copy of the whole page for visits without a network, unless the reader saves data. Only a
 * page of its own does: a frame leaves nothing behind on the pages of others.
 */
export function keepOffline(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!('serviceWorker' in navigator) || connection?.saveData) return;
  setTimeout(() => {
    // A browser may forbid it, in a private window for instance; the page works without.
    navigator.serviceWorker.register('./sw.js').catch(() => undefined);
  }, DELAY);
}
