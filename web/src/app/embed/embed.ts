import { languageQuery } from '../text/language-query';
import { onLink } from '../experiment/address';
import { loaded } from '../kit/loaded';
import { startTheme } from '../kit/color-theme';
import { embedding, PARTS, STAGE } from '../kit/embedding';
import { pageOf } from '../link/page-of';
import type { Playground } from '../experiment/playground';
import type { CompletedRun } from '../../protocol/embedding';
import { type EmbedOptions, readOptions, strayKeys } from './options';
import './settings-summary';
import { resultOf, tell, tellSize } from './messages';
import { reportToCourse } from './splice';
import { embedStrings as words } from '../text/en/embed';

let isLesson = false;

/** Reads what the page around this one shows and locks; to be asked before anything is shown. */
export function enterFrame(): EmbedOptions {
  const options = readOptions(location.hash);
  const { experiment, shown, lock, theme } = options;
  isLesson = pageOf(experiment) === 'lesson';
  startTheme(theme);
  embedding.isOn = true;
  embedding.hidden = new Set(PARTS.filter((part) => !shown.includes(part)));
  embedding.isStageOnly = shown.every((part) => STAGE.includes(part));
  embedding.locked = new Set(lock);
  return options;
}

/**
 * Tells the page around this one about the experiment, if it is about one. What of the options was
 * ignored stands beside what of the experiment was; without one, `tellReader` is to show it.
 */
export function tellHost(
  playground: Playground | null,
  ignored: readonly string[],
  tellReader: (text: string) => void,
): void {
  if (!playground || isLesson) {
    if (ignored.length > 0) tellReader(words().ignored(ignored));
    if (isLesson) void beginLesson();
    return tellHeight();
  }
  pauseOutOfView(playground);
  void playground.started.then(() => {
    tellHeight();
    if (playground.$phase.get() !== 'ready') return;
    const stray = strayKeys(embedding.locked, playground.catalog);
    playground.$ignored.set([...playground.$ignored.get(), ...ignored, ...stray]);
    tellAbout(playground);
  });
}

async function beginLesson(): Promise<void> {
  const { tellLesson } = await loaded(() => import('./lesson'));
  tellLesson(pauseOutOfView);
}

function tellAbout(playground: Playground): void {
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

function tellHeight(): void {
  let told = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) tellSize(height);
    told = height;
  });
  observer.observe(document.body);
}

/** Within a frame too, a root of an observer is what the reader sees of the outermost page. */
function pauseOutOfView(playground: Playground): void {
  const observer = new IntersectionObserver((entries) => {
    playground.$isOffScreen.set(!entries.at(-1)!.isIntersecting);
  });
  observer.observe(document.body);
}
