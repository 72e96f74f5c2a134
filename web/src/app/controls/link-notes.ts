import { languageQuery } from '../text/language-query';
import { css, html, nothing } from 'lit';
import { linkOf } from '../experiment/address';
import { copyText } from '../kit/clipboard';
import { PlaygroundElement } from '../experiment/element';
import { formatCount } from '../text/format';
import type { Claim } from '../link/link';
import { claimsOf, judge, type Silence, type Verdict } from '../experiment/reproduction';
import { linkNoteStrings as words } from '../text/en/link-notes';
import { base, fields, surface } from '../kit/styles';
import { WhileConnected } from '../kit/controllers';

interface Copy {
  url: string;
  isCopied: boolean;
  silence: Silence | null;
}

/** Copies the link of the experiment, and says whether the runs come to what a link claims. */
class LinkNotes extends PlaygroundElement {
  static override properties = { ...PlaygroundElement.properties, copy: { state: true } };
  declare private copy: Copy | undefined;
  static override styles = [base, surface, fields, styles()];
  #claims: readonly Claim[] = [];
  #verdicts: Verdict[] = [];

  protected override stores() {
    const { $claims, $settings, $changes, runs } = this.playground;
    return [$claims, $settings, $changes, ...runs.map((run) => run.$view)];
  }

  constructor() {
    super();
    const forget = () => (this.copy = undefined);
    new WhileConnected(this, () => this.playground.$settings.listen(forget));
  }

  /** Copies the link; where the browser does not allow that, shows it to be copied by hand. */
  async share(): Promise<void> {
    const { playground } = this;
    const changes = playground.$changes.get();
    const claims = claimsOf(
      playground.runs.map((run) => run.$view.get()),
      playground.arms.map(({ id }) => changes[id]?.length ?? 0),
    );
    const isSilent = typeof claims === 'string';
    const url = new URL(`./${languageQuery()}`, location.href);
    url.hash = linkOf(playground, isSilent ? [] : claims);
    const isCopied = await copyText(url.href);
    this.copy = { url: url.href, isCopied, silence: isSilent ? claims : null };
  }

  override render() {
    const mark = this.#mark();
    return html`<div role="status">
      ${this.#copied()}
      ${mark && html`<p class="note surface" data-verdict=${mark.verdict}>${mark.text}</p>`}
    </div>`;
  }

  #copied() {
    if (!this.copy) return nothing;
    const { url, isCopied, silence } = this.copy;
    const said = isCopied ? words().copied : words().copyByHand;
    const text = `${said} ${words().holds[silence ?? 'claim']}`;
    const builder = `#builder=&${new URL(url).hash.slice(1)}`;
    return html`
      <p class="note surface">
        ${text} ${isCopied ? nothing : linkField(url)}
        <a href=${builder}>${words().embed}</a>
      </p>
    `;
  }

  #mark(): { verdict: Verdict; text: string } | null {
    const { $claims, arms } = this.playground;
    const claims = $claims.get();
    if (claims !== this.#claims) [this.#claims, this.#verdicts] = [claims, []];
    if (claims.length === 0) return null;
    this.#verdicts = claims.map((claim, i) =>
      judge(claim, arms[i]!.run.$view.get(), this.#verdicts[i] ?? 'pending'),
    );
    const which = (verdict: Verdict) =>
      arms.filter((_, i) => this.#verdicts[i] === verdict).map(({ id }) => id);
    const steps = [...new Set(claims.map((claim) => formatCount(claim.steps)))].join(' and ');
    const verdict = (['missed', 'passed', 'pending'] as const).find((one) => which(one).length > 0);
    const text = words()[verdict ?? 'met'](steps, which(verdict ?? 'met').join(' and '));
    return { verdict: verdict ?? 'met', text };
  }
}

function linkField(url: string) {
  const select = (event: Event) => (event.target as HTMLInputElement).select();
  return html`
    <input type="text" readonly .value=${url} aria-label=${words().link} @focus=${select} />
  `;
}

function styles() {
  return css`
    div,
    p {
      display: grid;
      gap: var(--space-2);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      color: inherit;
    }
    .note {
      padding: var(--space-3) var(--space-4);
      border-left-width: 4px;
      font-size: var(--text-s);
      text-wrap: pretty;
    }
    [data-verdict='met'] {
      border-left-color: var(--run-c);
      font-weight: 600;
    }
    [data-verdict='missed'] {
      border-left-color: var(--error);
      background: var(--error-ground);
      font-weight: 600;
    }
  `;
}

customElements.define('link-notes', LinkNotes);

declare global {
  interface HTMLElementTagNameMap {
    'link-notes': LinkNotes;
  }
}
