import type { builderStrings } from '../en/builder';
import type { Translated } from '../translated';

export const builder: Translated<typeof builderStrings> = {
  title: 'Ein Experiment in die eigene Seite setzen',
  lead:
    'Auswählen, was zu sehen und was zu ändern ist, unten ausprobieren, Schnipsel kopieren. Er ' +
    'funktioniert auf jedem statischen Server, jeder Lernplattform und jeder Folie, die ' +
    'HTML nimmt.',
  back: 'Zurück zum Playground',
  experiment: 'Link des Experiments',
  experimentHelp: 'Wie „Link“ ihn gibt, oder der Teil davon ab #.',
  show: 'Zeigen',
  showHelp: 'Neben Start und den Agenten.',
  parts: {
    header: 'Titelleiste',
    intro: 'Überschrift',
    pairs: 'Auswahl der Experimente',
    transport: 'alle Bedienelemente',
    settings: 'Einstellungen',
    curves: 'Lernkurven',
    gradients: 'Gradientenkurven',
    views: 'Critic und Policy',
    diagnostics: 'Verluste und Diagnose',
    stepper: 'Zeile für Zeile',
    runs: 'Läufe abzweigen und entfernen',
    story: 'Erklärung',
    footer: 'letzte Zeile',
  },
  lock: 'Sperren',
  lockHelp: 'Gesperrtes ist zu sehen, aber nicht zu ändern; die Vorlage dann auch nicht.',
  lockAll: 'jede Einstellung',
  lockSome: 'Oder einzelne',
  theme: 'Darstellung',
  themes: { auto: 'wie beim Lesenden', light: 'hell', dark: 'dunkel' },
  name: 'Name des Rahmens, für Vorleseprogramme',
  poster: 'Adresse eines Bildes, das zuerst zu sehen ist, falls gewünscht',
  snippets: 'Schnipsel',
  element: 'Eigenes Element: setzt seine Höhe selbst und entsteht, wenn es in Sicht kommt.',
  frame: 'Einfacher Rahmen, wo Skripte nicht erlaubt sind: so hoch wie jetzt unten.',
  copy: { element: 'Element kopieren', frame: 'Rahmen kopieren' },
  copied: 'Kopiert.',
  copyByHand:
    'Dieser Browser lässt die Seite nicht kopieren: den Text markieren und von Hand kopieren.',
  preview: 'Vorschau',
  width: 'Breite',
  widths: { full: 'voll', tablet: '768 px', phone: '360 px' },
  loading: 'Startet …',
};
