import { atom } from 'nanostores';
import type { Theme } from '../../draw/theme';

export type ThemeName = 'light' | 'dark';

const KEY = 'theme';

/** The theme on display: the reader's choice, else what the system prefers. */
export const $theme = atom<ThemeName>('light');

/** Whether the reader's choice is kept from visit to visit. */
let isKept = true;

/** Shows a theme from now on: `reader`, the reader's choice; `auto`, what the system prefers. */
export function startTheme(wanted: ThemeName | 'auto' | 'reader' = 'reader'): void {
  isKept = wanted === 'reader';
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const update = () => {
    const system = prefersDark.matches ? 'dark' : 'light';
    const kept = isKept ? storedTheme() : null;
    $theme.set(wanted === 'light' || wanted === 'dark' ? wanted : (kept ?? system));
  };
  prefersDark.addEventListener('change', update);
  update();
  $theme.subscribe((name) => {
    document.documentElement.dataset.theme = name;
  });
}

export function chooseTheme(name: ThemeName): void {
  try {
    if (isKept) localStorage.setItem(KEY, name);
  } catch {
    // Storage may be forbidden, in a frame for instance; the choice then lasts as long as the page.
  }
  $theme.set(name);
}

/** The colours for drawings, from the same custom properties as everything else. */
export function drawingTheme(ground: '--surface' | '--sunken'): Theme {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: color(ground),
    line: color('--line'),
    ink: color('--ink'),
    muted: color('--muted'),
    font: color('--font'),
  };
}

/** The colour of a run, everywhere on the page. */
export function runColor(id: string): string {
  const style = getComputedStyle(document.documentElement);
  return style.getPropertyValue(`--run-${id.toLowerCase()}`).trim();
}

function storedTheme(): ThemeName | null {
  try {
    const name = localStorage.getItem(KEY);
    return name === 'light' || name === 'dark' ? name : null;
  } catch {
    return null;
  }
}
