import { written } from '../../../draw/language';
import type { bootstrapStrings } from '../en/bootstrap';
import { formatCount } from '../format';
import { figure } from '../numbers';
import type { Translated } from '../translated';

const off = (error: number) => {
  if (error === 0) return 'einem perfekten Critic';
  if (error === 1) return 'einem Critic, der 0 sagt,';
  return `einem Critic, der um ${Math.round(100 * error)} % irrt,`;
};
const samplesText = (samples: number) =>
  samples === 1 ? '' : ` und ${formatCount(samples)} gemittelten Returns`;

export const bootstrap: Translated<typeof bootstrapStrings> = {
  headline: 'Wie weit schauen, bevor man dem Critic glaubt?',
  lead:
    'Ein Return summiert n Belohnungen, und den Rest sagt der Critic. Jede weitere Belohnung ' +
    'bringt Rauschen und nimmt etwas vom Fehler des Critics.',
  loading: 'Der Kern startet …',
  failed: (reason) => `Das Labor kann nicht weiter: ${reason}.`,
  again: 'Noch einmal',
  ignored: 'Teile des Links wurden übergangen:',
  refused: (reason) => `Nicht übernommen: ${reason}`,

  examples: {
    label: 'Eine Lage',
    ahead: { question: 'Wie weit vorausschauen?', title: 'Ein Critic, 30 % daneben' },
    good: { question: 'Mit gutem Critic?', title: 'Nur 10 % daneben' },
    blank: { question: 'Bevor er gelernt hat?', title: 'Ein Critic, der 0 sagt' },
    lambda: { question: 'Ist λ dasselbe Bild?', title: 'Viele Längen zugleich' },
    batch: { question: 'Mit größerem Batch?', title: '64 Returns gemittelt' },
    learning: { question: 'Während er lernt?', title: 'Ein echter Lauf, früh und spät' },
    endless: { question: 'Wo nichts endet?', title: 'Eine autoregressive Kette' },
  },

  panel: {
    title: 'Prozess und Critic',
    process: 'Prozess',
    error: 'Fehler des Critics, %',
    errorHelp: 'Um so viel sagt der Critic weniger als die richtigen Werte.',
    axis: 'Länger durch',
    axes: { n: 'Schritte n', lambda: 'λ' },
    axisHelp: {
      n: 'n = 1 glaubt dem Critic sofort; ein großes n wartet das Ende ab.',
      lambda: 'λ = 0 ist ein Schritt und glaubt dem Critic am meisten; λ = 1 der Return ohne ihn.',
    },
    own: { n: 'Eigenes n', lambda: 'Eigenes λ' },
    samples: 'Gemittelte Returns',
    samplesHelp: 'Wie ein Batch: teilt die Varianz und lässt die Verzerrung, wie sie ist.',
  },

  verdict: {
    title: 'Was das zeigt',
    waiting: 'Rechnet …',
    length: (axis, at) => `${axis === 'n' ? 'n' : 'λ'} = ${written(at)}`,
    headline: (error, samples, best, end) => {
      const tail = {
        first: ': dem Critic sofort glauben',
        last: ': schauen, so weit es geht',
        inside: '',
      };
      return `Mit ${off(error)}${samplesText(samples)} ist ${best} am besten${tail[end]}.`;
    },
    parts: ({ bias, variance, sum }) =>
      `Der mittlere quadratische Fehler ist ${figure(sum)}: ${figure(bias)} aus Verzerrung, ` +
      `${figure(variance)} aus Varianz.`,
    own: (length, own, best) => {
      if (own.sum <= 1.005 * best.sum) return `${length} ist ebenso gut.`;
      const why = own.bias > own.variance ? 'Verzerrung' : 'Varianz';
      return `${length} hat das ${figure(own.sum / best.sum)}-Fache davon, vor allem ${why}.`;
    },
    other: (length, ratio) => {
      if (Math.abs(ratio - 1) < 0.005) return `Von der anderen Art ist ${length} ebenso gut.`;
      return ratio < 1
        ? `${length} ist besser als alle diese, mit dem ${figure(ratio)}-Fachen des Fehlers.`
        : `Kein ${length[0]} ist besser: ${length} hat das ${figure(ratio)}-Fache des Fehlers.`;
    },
    gradient: (length) => `Dem Policy-Gradienten dient ${length} am besten.`,
  },

  figures: {
    about: (process, error, samples) =>
      `${process}, Critic ${figure(100 * error)} % daneben, Mittel von ${formatCount(samples)}`,
    value: {
      title: { n: 'Fehler des Returns', lambda: 'Fehler des λ-Returns' },
      table: 'Datentabelle des Returns',
      formula:
        'G ist der Return von n Schritten oder der λ-Return (λ = 0: ein Schritt, λ = 1: die ' +
        'ganze Episode), V̂ = (1 − Fehler) V, was der Critic sagt, M die Anzahl gemittelter ' +
        'Returns. Mittel über die Zustände, die besucht werden können; bei der Kette ab ' +
        'ihrem Start.',
    },
    gradient: {
      title: 'Policy-Gradient',
      table: 'Datentabelle des Gradienten',
      formula:
        'g ist eine Stichprobe des Policy-Gradienten mit Advantages aus Returns; mit λ-Returns ' +
        'ist das Generalised Advantage Estimation. Quadrierte Längen von Vektoren von Logits.',
      none:
        'Dieser Prozess hat keine Policy: niemand handelt. Ein anderer zeigt seinen ' +
        'Gradienten.',
    },
    caption: {
      n:
        'Quadrierte Verzerrung und Varianz ergeben zusammen den mittleren quadratischen Fehler; ' +
        'exakt, ohne Seeds.',
      lambda:
        'Quadrierte Verzerrung und Varianz ergeben zusammen den mittleren quadratischen Fehler; ' +
        'exakt, ohne Seeds. λ = 1, das keine mittlere Länge hat, steht am Ende.',
    },
    picture: (title, best) => `${title}: am besten ist ${best}.`,
    xLabel: {
      n: 'Schritte n, bis dem Critic geglaubt wird',
      lambda: 'λ, im Abstand seiner mittleren Länge 1/(1 − λ)',
    },
    yLabel: 'mittlerer quadratischer Fehler',
    bias: 'quadrierte Verzerrung',
    variance: 'Varianz',
    sum: 'ihre Summe',
    best: (length) => `am besten: ${length}`,
    own: (length) => `eigenes: ${length}`,
  },

  sheet: {
    title: 'Was TD mit n und Schrittweite lernt',
    table: 'Datentabelle von TD(n)',
    caption: (runs, error, seeds) =>
      'Wurzel des mittleren quadratischen Fehlers von V über die 19 Zustände der Irrfahrt, ' +
      'Mittel über die ersten 10 Episoden, ab V = 0; je ' +
      `${formatCount(runs)} Läufe (Seeds 1 bis ${seeds}, 20 Läufe je Seed), Standardfehler ` +
      `höchstens ${figure(error, 2)}. Achsen von Sutton und Barto (2018), Abbildung 7.2.`,
    begun: 'Die ersten Läufe sind unterwegs.',
    about: 'TD(n), Irrfahrt, hier gelernt',
    picture: (n, stepSize) =>
      'Eine Linie je n über der Schrittweite: der kleinste Fehler ist bei ' +
      `n = ${n}, Schrittweite ${written(stepSize)}.`,
    xLabel: 'Schrittweite α',
    yLabel: 'RMS-Fehler',
    formula: 'T ist das Ende der Episode; danach besteht der Return nur aus Belohnungen.',
    best: (n, stepSize, rms) =>
      `Bisher am kleinsten: n = ${n} mit Schrittweite ${written(stepSize)}, Fehler ${rms}.`,
    series: (n) => `n = ${n}`,
  },

  runs: {
    title: 'Und in einem Lauf?',
    text:
      'Drei Läufe von A2C auf derselben Aufgabe mit demselben Batch: dem Critic wird nach 1, 5 ' +
      'und 64 Schritten geglaubt.',
    link: 'Zusehen, wie n = 1, 5 und 64 lernen',
  },
};
