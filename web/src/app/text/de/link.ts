import type { linkStrings } from '../en/link';
import type { Translated } from '../translated';

export const link: Translated<typeof linkStrings> = {
  version: (known) => {
    const only =
      known.length > 1
        ? `nur die Versionen ${known.join(' und ')} sind`
        : `nur Version ${known[0]} ist`;
    return `${only} bekannt; auch der Rest wird übergangen`;
  },
  more: (count) => `und ${count} weitere`,
  ignored: (part) => `Ein Teil der Adresse wurde übergangen: ${part}`,
  unreadable: 'nicht lesbar',
  tooLong: (most) => `länger als ${most} Zeichen`,
  repeated: 'wiederholt; das erste gilt',
  noRun: (id) => `es gibt keinen Lauf ${id}`,
  unknown: 'unbekannt',
  notDrawn: 'nicht Zahlen von -1 bis 1 zwischen Kommas',
  notOneOf: (ids) =>
    ids.length === 2 ? `nicht ${ids.join(' oder ')}` : `keins von ${ids.join(', ')}`,
  notNumber: (min, max) => `keine Zahl von ${min} bis ${max}`,
  notWhole: (min, max) => `keine ganze Zahl von ${min} bis ${max}`,
  notAWhole: 'keine ganze Zahl',
  notABoolean: 'nicht true oder false',
  notNumbers: (min, max) => `nicht Zahlen von ${min} bis ${max}, verbunden durch ;`,
  line: 'nicht der Name einer Zeile, wie in step=1234&line=target oder line=b.target',
  runs: 'keine Anzahl von Läufen von 1 bis 4',
  notPlain: 'nicht ein Name und ein Wert',
  notOfRuns: 'kein Lauf hat diese Einstellung',
  steps: (most) => `nicht Umgebungsschritte von 1 bis ${most}, einer für alle oder einer je Lauf`,
  digests: (count) => `nicht ${count} × 16 hexadezimale Ziffern, eine Folge je Lauf, neben at=`,
  noClaim: 'nicht verglichen, weil Teile des Links übergangen wurden',
};
