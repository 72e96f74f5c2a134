import { html } from 'lit';
import { PlaygroundElement } from '../experiment/element';
import { describeRun } from './narration';
import type { ArmId } from '../settings/arms';
import { words } from '../text/en/narration';
import { base } from '../kit/styles';
import { WhileConnected } from '../kit/controllers';

/** Milliseconds between two sentences while training. */
const PAUSE = 10_000;

/** Says for those who listen what the picture shows. */
class RunNarration extends PlaygroundElement {
  static override properties = { sentence: { state: true } };
  declare private sentence: string;
  static override styles = base;
  readonly #means = new Map<ArmId, number>();

  constructor() {
    super();
    this.sentence = '';
    new WhileConnected(this, () => this.#narrate());
  }

  protected override stores() {
    return [];
  }

  override render() {
    return html`<p class="visually-hidden" aria-live="polite">${this.sentence}</p>`;
  }

  #narrate(): () => void {
    let timer: ReturnType<typeof setInterval> | undefined;
    const stop = this.playground.$playing.listen((isPlaying) => {
      clearInterval(timer);
      if (isPlaying) timer = setInterval(() => this.#speak(''), PAUSE);
      this.#speak(
        isPlaying ? words().playing : this.#hasFinished() ? words().finished : words().paused,
      );
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }

  #hasFinished(): boolean {
    return this.playground.runs.every(({ $view }) => $view.get().activity === 'finished');
  }

  #speak(opening: string): void {
    const sentences = this.playground.arms.map(({ id, run }) => {
      const view = run.$view.get();
      const sentence = describeRun(id, view, this.#means.get(id) ?? NaN);
      this.#means.set(id, view.meanReturn);
      return sentence;
    });
    this.sentence = `${opening} ${sentences.join('. ')}.`.trim();
  }
}

customElements.define('run-narration', RunNarration);
