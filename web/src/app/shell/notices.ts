import { html, render } from 'lit';

/** A line at the foot of the page, and what can be done about it. */
export interface Notice {
  text: string;
  actions: readonly { name: string; act: () => void }[];
}

const shown = new Map<string, Notice>();
let foot: HTMLElement | undefined;

/** Shows a notice in the place of the one with the same name; `null` takes that away. */
export function tell(name: string, notice: Notice | null): void {
  shown.delete(name);
  if (notice) shown.set(name, notice);
  if (!foot) {
    foot = document.createElement('div');
    foot.className = 'notices';
    foot.setAttribute('role', 'status');
    document.body.prepend(foot);
  }
  render([...shown.values()].map(line), foot);
}

function line({ text, actions }: Notice) {
  return html`
    <p>${text} ${actions.map(({ name, act }) => html`<button @click=${act}>${name}</button> `)}</p>
  `;
}
