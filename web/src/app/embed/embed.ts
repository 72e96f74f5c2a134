import { loaded } from '../kit/loaded';
import { startTheme } from '../kit/color-theme';
import { embedding, PARTS, STAGE } from '../kit/embedding';
import { pageOf } from '../link/page-of';
import type { Playground } from '../experiment/playground';
import { type EmbedOptions, readOptions, strayKeys } from './options';
import './settings-summary';
import { tellSize } from './messages';
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
    void loaded(() => import('./about')).then(({ tellAbout }) => tellAbout(playground));
  });
}

async function beginLesson(): Promise<void> {
  const { tellLesson } = await loaded(() => import('./lesson'));
  tellLesson(pauseOutOfView);
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
