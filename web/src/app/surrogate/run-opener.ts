import { html, type TemplateResult } from 'lit';
import { surrogateStrings } from '../text/en/surrogate';

/** A button that opens the file of a saved run. */
export function runOpener(open: (file: File) => void): TemplateResult {
  const text = surrogateStrings().moment.open;
  const pick = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) open(file);
    input.value = '';
  };
  const choose = ({ currentTarget }: Event) =>
    ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  return html`
    <button @click=${choose}>${text}</button>
    <input type="file" hidden aria-label=${text} @change=${pick} />
  `;
}
