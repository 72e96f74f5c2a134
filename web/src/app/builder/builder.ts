import { html, render } from 'lit';
import { startTheme } from '../kit/color-theme';
import { catalog } from '../experiment/core-catalog';
import { Playground } from '../experiment/playground';
import { runsOf } from '../link/runs-of';
import { connectWorker } from '../experiment/worker-client';
import { readOptions } from '../embed/options';
import './embed-builder';

/** Shows the embed builder for the experiment of the hash. */
export function startBuilder(): void {
  startTheme();
  const options = readOptions(location.hash);
  const playground = new Playground(catalog, runsOf(location.hash), connectWorker);
  playground.$watching.set(false);
  render(
    html`<embed-builder .playground=${playground} .options=${options}></embed-builder>`,
    document.body,
  );
  void playground.start(options.experiment);
  addEventListener('hashchange', () => location.reload());
}
