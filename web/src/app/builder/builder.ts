import { html, render } from 'lit';
import { startTheme } from '../color-theme';
import { catalog } from '../core-catalog';
import { Playground } from '../playground';
import { RUN_IDS } from '../run';
import { runCount } from '../run-count';
import { connectWorker } from '../worker-client';
import { readOptions } from '../embed/options';
import './embed-builder';

/** Shows the embed builder for the experiment of the hash. */
export function startBuilder(): void {
  startTheme();
  const options = readOptions(location.hash);
  const ids = RUN_IDS.slice(0, runCount(location.hash));
  const playground = new Playground(catalog, ids, connectWorker);
  playground.$watching.set(false);
  render(
    html`<embed-builder .playground=${playground} .options=${options}></embed-builder>`,
    document.body,
  );
  void playground.start(options.experiment);
  addEventListener('hashchange', () => location.reload());
}
