import type { fileStrings } from '../en/files';
import type { Translated } from '../translated';

export const files: Translated<typeof fileStrings> = {
  save: 'Checkpoint speichern',
  saveHint: 'Alles von diesem Lauf, um von hier aus weiterzumachen, Bit für Bit',
  furtherSeed: 'Weiterer Seed',
  saveSeed: 'Dessen Checkpoint speichern',
  saveSeedHint: 'Alles von diesem Seed, wie acp train es schreibt',
  sweepOfPage: 'Als Sweep speichern',
  sweepOfPageHint: 'Jeder ganze Lauf der Seite in einem Ordner von acp sweep, für acp report',
  load: 'Checkpoint laden',
  loadHint: 'Setzt den Lauf einer Datei an die Stelle von diesem',
  weights: 'Gewichte der Policy',
  weightsHint: 'Das Netz der Policy als einfaches JSON, für andere Programme',
  handIn: 'Abgeben …',
  handInHint: 'Was alle Läufe ergeben haben, als kleine Datei, die sich prüfen lässt',
  sweep: 'Sweep öffnen',
  folder: 'Sweep-Ordner öffnen',
  sweepHint: 'Zeigt neben den Läufen, was acp sweep geschrieben hat: Ergebnisse, Archiv, Ordner',
  drop: 'Oder einen Checkpoint, oder was acp sweep geschrieben hat, auf diese Karte ziehen.',
  saved: (name, steps) => `Gespeichert bei Schritt ${steps}: ${name}`,
  continued: (source, steps) => `Weiter von ${source}, Schritt ${steps}`,
  file: (name) => `„${name}“`,
  notLoaded: (name, reason, id) =>
    `„${name}“ wurde nicht geladen: ${reason} Lauf ${id} ist, wie er war.`,
  notSaved: (reason) => `Nichts wurde gespeichert: ${reason}`,
  unreadable: 'der Browser konnte sie nicht lesen; ein Ordner, oder eine verschobene Datei?',
  tooLarge: (most) => `sie hat mehr als ${most} MB, und kein Checkpoint hat das.`,
  badSettings: (problems) => `ihre Einstellungen gelten hier nicht (${problems}).`,
  reason: (text) => `${text}.`,

  keeping: {
    starting: '',
    asking:
      'In diesem Browser wird nichts aufbewahrt, bis über die früheren Läufe entschieden ist.',
    on: 'Wird alle 10 Sekunden in diesem Browser aufbewahrt, falls die Seite sich schließt.',
    unavailable: 'Nicht aufbewahrt: dieser Browser lässt die Seite nichts speichern.',
    full: 'Nicht mehr aufbewahrt: der Browser hat keinen Platz. Besser einen Checkpoint speichern.',
    large: 'Nicht alles aufbewahrt: ein Lauf ist zu groß. Besser einen Checkpoint speichern.',
    elsewhere: 'Hier nicht aufbewahrt: ein anderer Tab des Playgrounds tut es.',
  },
  offer: {
    title: 'Läufe von einem früheren Besuch',
    text: 'Dieser Browser hat Läufe von einem früheren Besuch aufbewahrt.',
    run: (id, about, steps, when) => `Lauf ${id}: ${about}, Schritt ${steps}, ${when}`,
    consequence:
      'Wiederherstellen setzt sie an die Stelle der Läufe hier. Ihre Kurven beginnen neu.',
    restore: 'Wiederherstellen',
    discard: 'Verwerfen',
    source: 'einem früheren Besuch',
    revived: (reason) =>
      'dem letzten Checkpoint, der in diesem Browser aufbewahrt ist, weil der Worker endete ' +
      `(${reason})`,
    failed: (id, reason) => `Lauf ${id} ließ sich nicht wiederherstellen: ${reason}`,
  },

  learning: {
    file: 'lernkurven',
    columns: {
      run: 'Lauf',
      row: 'Zeile',
      steps: 'Umgebungsschritte',
      updates: 'Gradientenschritte',
      seconds: 'Sekunden Training',
      rows: 'Episoden oder Auswertungen',
      value: 'mittlerer Return',
      lowest: 'niedrigster',
      highest: 'höchster',
      deviation: 'Standardabweichung über Startzustände',
    },
    line: (isDashed) => (isDashed ? 'gestrichelt' : 'durchgezogen'),
    evaluation: 'Auswertung',
    episode: 'Trainingsepisode',
    run: (id, settings, changes) =>
      [`Lauf ${id}: ${settings.replaceAll('&', ', ')}`, ...changes].join('; '),
  },
};
