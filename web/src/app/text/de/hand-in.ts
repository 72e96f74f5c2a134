import type { handInStrings } from '../en/hand-in';
import type { Translated } from '../translated';

export const handIn: Translated<typeof handInStrings> = {
  title: 'Abgeben',
  about:
    'Eine kleine Datei für die Lehrperson: Name, Antwort, der Link des Experiments und was seine ' +
    'Läufe ergeben haben. Nichts wird gesendet.',
  name: 'Name',
  question: 'Was ist herausgekommen?',
  save: 'Datei speichern',
  close: 'Schließen',
  saved: (file) =>
    `Gespeichert als ${file}. Wer sie bekommt, kann das Experiment noch einmal laufen lassen, ` +
    'mit denselben Bits.',
  silence: {
    start: 'Die Läufe sind noch nicht losgelaufen: zuerst Start drücken.',
    training: 'Zuerst die Läufe anhalten: was sie ergeben, muss eine Zahl sein.',
    changed:
      'Eine Einstellung wurde während des Trainings geändert, oder die Läufe kamen aus einer ' +
      'Datei; aus einem Link könnte sie niemand wiederholen. Zurücksetzen und Start drücken.',
    broken: 'Ein Lauf hat mit einem Fehler geendet. Zuerst neu starten.',
  },
};
