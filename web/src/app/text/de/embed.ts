import type { embedStrings } from '../en/embed';
import type { Translated } from '../translated';

export const embed: Translated<typeof embedStrings> = {
  notKey: 'nicht all, und nicht der Schlüssel eines Parameters',
  ignored: (notes) => `Angaben für den Rahmen wurden übergangen: ${notes.join('; ')}`,
  settings: 'Einstellungen',
  settingsOf: (id) => `Lauf ${id}`,
};
