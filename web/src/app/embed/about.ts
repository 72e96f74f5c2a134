import type { CompletedRun } from '../../protocol/embedding';
import { onLink } from '../experiment/address';
import type { Playground } from '../experiment/playground';
import { languageQuery } from '../text/language-query';
import { resultOf, tell } from './messages';
import { reportToCourse } from './splice';

/** Tells the page around this one of the experiment, from now on. */
export function tellAbout(playground: Playground): void {
  tell({ type: 'ready' });
  const url = new URL(`./${languageQuery()}`, location.href);
  onLink(playground, (hash) => {
    url.hash = hash;
    tell({ type: 'state', link: url.href });
  });
  let told = '';
  const tellEnd = () => {
    const runs = completed(playground);
    const text = JSON.stringify(runs);
    if (runs && text !== told) {
      tell({ type: 'complete', link: url.href, runs, result: resultOf(1, true) });
      reportToCourse(1, { link: url.href });
    }
    told = text;
  };
  let stops: (() => void)[] = [];
  playground.$arms.subscribe((arms) => {
    for (const stop of stops) stop();
    stops = arms.map(({ run }) => run.$view.listen(tellEnd));
  });
}

/** Every run, once all are over and their digests known. */
function completed({ arms }: Playground): CompletedRun[] | null {
  const ended = arms.flatMap(({ id, run: { $view } }) => {
    const { phase, activity, steps, meanReturn, fingerprint } = $view.get();
    const isOver = phase === 'dead' || activity === 'diverged' || fingerprint?.steps === steps;
    if (!isOver || (phase === 'ready' && activity !== 'finished' && activity !== 'diverged')) {
      return [];
    }
    const mean = Number.isFinite(meanReturn) ? meanReturn : null;
    const digest = activity === 'finished' ? (fingerprint?.digest ?? '') : '';
    return [{ id, steps, meanReturn: mean, digest }];
  });
  return ended.length === arms.length ? ended : null;
}
