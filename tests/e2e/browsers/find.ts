import { type Driver, waitFor } from './driver';

/** Elements of the page, through every shadow root. */
interface Wanted {
  selector: string;
  /** selector of the component that they are in */
  host?: string;
  /** in their text, white space folded */
  text?: string;
  /** at least that many of them */
  count?: number;
}

interface Act extends Wanted {
  /** what is done to the first of them; `enter` puts `value` in */
  act?: 'press' | 'enter';
  value?: string;
}

/** In the page: the texts of the elements, or `null` as long as they are too few. */
function find({ selector, host, text = '', count = 1, act, value }: Act): string[] | null {
  const all = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  const textOf = (element: HTMLElement) => element.textContent.replaceAll(/\s+/g, ' ').trim();
  const isInHost = (element: HTMLElement) => {
    const root = element.getRootNode();
    return host === undefined || (root instanceof ShadowRoot && root.host.matches(host));
  };
  const found = all(document).filter(
    (element) => element.matches(selector) && isInHost(element) && textOf(element).includes(text),
  );
  if (found.length < count) return null;
  const [first] = found;
  if (act === 'press') first!.click();
  if (act === 'enter') {
    (first as HTMLInputElement).value = value!;
    for (const type of ['input', 'change']) {
      first!.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
  }
  return found.map(textOf);
}

export function shown(driver: Driver, wanted: Wanted, timeout?: number): Promise<string[]> {
  return waitFor(driver, find, wanted, timeout);
}

export async function press(driver: Driver, wanted: Wanted): Promise<void> {
  await waitFor<Act, string[]>(driver, find, { ...wanted, act: 'press' });
}

export async function enter(driver: Driver, wanted: Wanted, value: string): Promise<void> {
  await waitFor<Act, string[]>(driver, find, { ...wanted, act: 'enter', value });
}

/** Starts the runs: presses Play until there is Pause in its place. */
export async function play(driver: Driver): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    await press(driver, { selector: 'button', text: 'Play' });
    const pause = shown(driver, { selector: 'button', text: 'Pause' }, 10_000);
    if (await pause.then(Boolean, () => false)) return;
  }
  throw new Error('Play was pressed three times, and nothing runs');
}
