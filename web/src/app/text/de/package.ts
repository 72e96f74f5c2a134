import type { packageStrings } from '../en/package';
import type { Translated } from '../translated';

export const packages: Translated<typeof packageStrings> = {
  heading: 'Für eine Lernplattform',
  about:
    'Ein Paket (SCORM 1.2) mit allen Dateien, für Moodle, Canvas, Open edX, ILIAS und andere: es ' +
    'hält Abschluss, Punkte und Zeit fest und macht weiter, wo man aufgehört hat.',
  title: 'Titel des Kurses',
  course: 'Actor-Critic Playground',
  experiment: 'Experiment',
  part: (number) => `Teil ${number}`,
  parts: 'Teile des Kurses',
  partsHelp:
    'Je Zeile der Link eines Experiments oder einer Lektion, hinter einem Titel, falls ' +
    'gewünscht. Ohne Zeilen das Experiment hier.',
  save: 'Paket speichern',
  packing: 'Packt …',
  saved: (file, parts, megabytes) =>
    `Gespeichert als ${file}: ${parts === 1 ? 'ein Teil' : `${parts} Teile`}, ${megabytes} MB.`,
  failed: (reason) => `Es ist kein Paket entstanden: ${reason}`,
  tooMany: (most) => `Es ist kein Paket entstanden: höchstens ${most} Teile sind möglich.`,
  noLink: (line, text) =>
    `Es ist kein Paket entstanden: Zeile ${line}, „${text}“, ist kein Link mit einem #.`,
};
