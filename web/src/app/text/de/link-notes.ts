import type { linkNoteStrings } from '../en/link-notes';
import type { Translated } from '../translated';

export const linkNotes: Translated<typeof linkNoteStrings> = {
  link: 'Link dieses Experiments',
  copied: 'Link kopiert.',
  embed: 'In die eigene Seite setzen',
  copyByHand: 'Dieser Browser lässt die Seite nicht kopieren. Der Link, von Hand zu kopieren:',
  holds: {
    claim: 'Wer ihn öffnet und Start drückt, sieht, ob die Läufe dieselben Bits ergeben.',
    start: 'Er enthält jede Einstellung und den Seed.',
    training:
      'Er enthält jede Einstellung und den Seed. In der Pause sagt er auch, was die Läufe ergeben.',
    changed:
      'Er beginnt mit den Einstellungen, wie sie jetzt sind; was die Läufe ergeben haben, hängt ' +
      'auch an früheren, darum sagt er es nicht.',
    broken: 'Er enthält jede Einstellung und den Seed, aber nicht, was die Läufe ergeben.',
  },
  pending: (steps) =>
    `Dieser Link sagt, was die Läufe bei Schritt ${steps} ergeben. Start drücken: dort halten ` +
    'sie an und werden verglichen, Bit für Bit.',
  met: (steps) =>
    `✓ Reproduziert: bei Schritt ${steps} ist jeder Fingerabdruck der des Links, Bit für Bit.`,
  missed: (steps, runs) =>
    `✗ Nicht reproduziert: bei Schritt ${steps} ist der Fingerabdruck von Lauf ${runs} nicht der ` +
    'des Links. Der Link wurde geändert oder mit einer anderen Version dieser Seite gemacht.',
  passed: (steps, runs) =>
    `Nicht verglichen: Lauf ${runs} ist über Schritt ${steps} hinaus. Zurücksetzen und Start ` +
    'drücken, um zu vergleichen.',
};
