import { atom } from 'nanostores';
import type { Theme } from '../draw/theme';

export type ThemeName = 'light' | 'dark';

const KEY = 'theme';

/** The theme on display: the reader's choice, else what the system prefers. */
export const $theme = atom<ThemeName>('light');

/** Shows the reader's theme from now on. */
export function startTheme(): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const update = () => $theme.set(storedTheme() ?? (prefersDark.matches ? 'dark' : 'light'));
  prefersDark.addEventListener('change', update);
  update();
  $theme.subscribe((name) => {
    document.documentElement.dataset.theme = name;
  });
}

export function chooseTheme(name: ThemeName): void {
  try {
    localStorage.setItem(KEY, name);
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
