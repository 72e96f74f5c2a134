import type { settingsStrings } from '../en/settings';
import type { Translated } from '../translated';

export const settings: Translated<typeof settingsStrings> = {
  title: 'Einstellungen',
  reward: 'Eigene Belohnung',
  scope: 'Ändern',
  scopeAll: 'alle Läufe',
  scopeRun: (id) => `Lauf ${id}`,
  mixed: (values) => `Verschieden: ${values}`,
  valueOf: (id, value) => `${id}: ${value}`,
  several: 'verschieden',
  slider: (title) => `${title}, Schieber`,
  changed: 'geändert',
  locked: 'gesperrt',
  on: 'ein',
  off: 'aus',
  defaultIs: (value) => `Standard ${value}`,
  range: (min, max) => `${min} bis ${max}`,
  restarts: 'startet den Lauf neu',
  live: 'wirkt sofort',
  changedCount: (count) => `${count} geändert`,
  longest: (count) => `höchstens ${count} Zeichen`,
  notOneWord: 'mindestens ein Zeichen, und keine Leerzeichen, & oder =',
  notPlain: (value, range) => `„${value}“ ist keine Zahl in ${range}`,
  changeOther: (title, reason) => `Nicht übernommen. Zuerst ${title} ändern: ${reason}.`,
  changeThis: (reason) => `Zuerst dies ändern: ${reason}.`,
};
