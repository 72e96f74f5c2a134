import type { words } from '../en/gradient';
import type { Translated } from '../translated';

export const gradient: Translated<typeof words> = {
  title: 'Gradientenvarianz beim Training',
  show: 'Zeigen',
  quantity: { variance: 'Varianz', signalToNoise: 'Signal zu Rauschen' },
  yLabel: {
    variance: 'Varianz, (Einheiten von Q)²',
    signalToNoise: 'Signal zu Rauschen (ohne Einheit)',
  },
  xLabel: 'Umgebungsschritte',
  trains: (title) => `${title}: trainiert`,
  line: (id, title) => `${id} · ${title}`,
  without: (id) => `${id} trainiert mit einer Schätzung ohne Varianz: keine Linie.`,
  readOut: (steps, values) => `Bei ${steps} Umgebungsschritten: ${values}`,
  value: (line, value) => `${line} ${value}`,
  spread: (value, error) => `${value} ± ${error}`,
  keys:
    'Die Pfeiltasten links und rechts bewegen den Cursor; Eingabe oder ein Klick friert einen ' +
    'Lauf bei diesem Schritt ein.',
  freeze: (id, steps) => `Lauf ${id} bei Schritt ${steps} einfrieren`,
  notFrozen: (id, steps, reason) =>
    `Lauf ${id} ließ sich bei Schritt ${steps} nicht einfrieren: ${reason}`,
  caption: (seeds, states, repeats) =>
    `Ein Seed je Lauf (${seeds}). Jeder Punkt: ${repeats} Schätzungen in jedem von ${states} ` +
    'wiederholten Zuständen, des Gradienten nach den Ausgaben der Policy, mit dem Critic von ' +
    'diesem Moment. Bänder: ± ein Standardfehler, zwischen Zuständen. Dick: der Schätzer, der ' +
    'trainiert; dünn: was andere bei gleicher Policy und gleichem Critic ergeben hätten. Eine ' +
    'Lücke bedeutet null oder kleiner: dort verliert sich die Schätzung des Signals im Rauschen.',
  bins: (most) =>
    most > 1 ? `Bei vielen Messungen ist jeder Punkt das Mittel von bis zu ${most}.` : '',
  formulaNote: (states, repeats) =>
    `S = ${states} Zustände, R = ${repeats} Schätzungen in jedem. φ: was das Netz der Policy für ` +
    'einen Zustand ausgibt. Q: die gelernten Critics, ihr Minimum oder Mittel, wie der Actor es ' +
    'sieht. Ein Update mittelt über einen Batch von Zuständen, was die Varianz durch ihre Anzahl ' +
    'teilt.',
  table: 'Datentabelle der Gradientenschätzungen',
  legend: (line, marker) => `${line} (${marker})`,
  run: (id, settings) => `Lauf ${id}: ${settings.replaceAll('&', ', ')}`,
  columns: { line: 'Linie', rows: 'Messungen', error: 'Standardfehler' },
};
