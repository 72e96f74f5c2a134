import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Parameter } from '../../protocol/catalog';
import type { Settings } from '../../protocol/config';
import { escapeFormula } from '../../protocol/formulas';
import { REWARD } from '../../protocol/further';
import { change } from '../experiment/change';
import { isLocked } from '../kit/embedding';
import { rewardStrings as words } from '../text/en/reward';
import { rewardParts } from '../typeset/sheet';
import { DraftEditor, saidIn } from './draft-editor';

/** The reward of runs. */
class RewardEditor extends DraftEditor {
  static override properties = { parameter: { state: true } };
  /** what a written reward is; `undefined` until what knows it is there */
  declare private parameter: Parameter | undefined;
  static override styles = [DraftEditor.styles, styles()];
  protected override readonly key = REWARD;
  protected override readonly parts = rewardParts;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#learn();
  }

  override render() {
    const text = this.text();
    return html`
      <label for="reward">${words().label}</label>
      <input
        type="text"
        id="reward"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        placeholder=${REWARD}
        ?disabled=${!this.parameter || isLocked(REWARD)}
        aria-invalid=${this.isWrong}
        aria-describedby="error names rules"
        .value=${live(text)}
        @input=${(event: Event) => this.write((event.target as HTMLInputElement).value)}
      />
      ${this.ways({ ...words(), runs: words().runs(text) })}
      <p class="help" id="names">${words().names} ${this.#names()}</p>
      <p class="help muted" id="rules">${words().rules}</p>
    `;
  }

  /** What a reward is of in each of the tasks. */
  #names() {
    const lists = this.ids.map((id) => this.playground.resolved(id).environment.reward ?? []);
    const [first = [], ...others] = lists;
    const shared = first.filter((name) => others.every((names) => names.includes(name)));
    return shared.map((name, i) => html`${i > 0 ? ', ' : nothing}<code>${name}</code>`);
  }

  async #learn(): Promise<void> {
    try {
      await this.playground.know(`${REWARD}=`);
      const { catalog, settings } = this.playground;
      this.parameter = catalog.run.parameters.find(({ key }) => key === REWARD);
      // They are read against the catalog, which has it now.
      settings.$given.set(new Map(settings.$given.get()));
    } catch (error) {
      this.error = error instanceof Error ? error.message : String(error);
    }
  }

  protected override async judge(text: string): Promise<string> {
    if (isNone(text)) return '';
    const complaints = this.ids.map((id) =>
      this.playground.check(this.playground.settings.changed(id, REWARD, escapeFormula(text))),
    );
    return saidIn(await Promise.all(complaints));
  }

  protected override async give(text: string): Promise<string> {
    if (isNone(text)) return this.#takeAway();
    const value = escapeFormula(text);
    const complaints = await change(this.playground, this.parameter!, value, this.ids);
    return [...complaints.values()].join(' ');
  }

  /** Runs start over with what their tasks pay. */
  #takeAway(): Promise<string> {
    const { playground, ids } = this;
    const { $given } = playground.settings;
    return playground.inTurn(async () => {
      $given.set(
        new Map([...$given.get()].map(([id, own]) => [id, ids.includes(id) ? unpaid(own) : own])),
      );
      await playground.startOver(playground.armsOf(ids));
      return '';
    });
  }
}

/** Whether a text is no reward: the task's own is paid. */
const isNone = (text: string) => text.trim() === '';

function unpaid(settings: Settings): Settings {
  return new Map([...settings].filter(([key]) => key !== REWARD));
}

function styles() {
  return css`
    input[type='text'] {
      width: 100%;
      font-family: ui-monospace, monospace;
      font-size: var(--text-xs);
    }
  `;
}

customElements.define('reward-editor', RewardEditor);
