import { part } from '../language';

/** The words of a page in a frame. */
export const embedStrings = part('embed', {
  notKey: 'not all, and not the key of a parameter',
  ignored: (notes: readonly string[]) => `Options of the frame were ignored: ${notes.join('; ')}`,
  settings: 'Settings',
  settingsOf: (id: string) => `Run ${id}`,
} as const);
