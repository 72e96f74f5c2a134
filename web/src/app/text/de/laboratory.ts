import type { labStrings } from '../en/laboratory';
import { figure, type Ratio, withError } from '../numbers';
import type { Translated } from '../translated';

const times = ({ value, low, high }: Ratio) =>
  `${figure(value)}-mal (95 %: ${figure(low)} bis ${figure(high)})`;
const vector = (numbers: readonly number[]) => {
  const shown = numbers.slice(0, 4).map((each) => figure(each));
  return `(${[...shown, ...(numbers.length > 4 ? ['…'] : [])].join('; ')})`;
};

/** `log σ₃` of `log_sigma_3`. */
const spoken = (parameter: string) =>
  parameter
    .replace('log_sigma', 'log σ')
    .replace('mu', 'μ')
    .replace('logit', 'z')
    .replace(/_(?=\d+$)/, '')
    .replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)));

export const laboratory: Translated<typeof labStrings> = {
  title: 'Gradientenlabor',
  headline: 'Ein Gradient. Viele Arten, ihn zu schätzen.',
  lead:
    'Hier wird nichts trainiert. Derselbe Policy-Gradient wird von jedem Schätzer tausendfach ' +
    'geschätzt, neben dem exakten: wie weit liegt er im Mittel daneben, wie stark streut er, und ' +
    'was kostet er?',
  loading: 'Der Kern startet …',
  failed: (reason) => `Das Labor kann nicht weiter: ${reason}.`,
  again: 'Noch einmal',
  lost: (reason) =>
    'Der Kern wurde neu gestartet, und alles wird neu gemessen: sein Worker hat geendet ' +
    `(${reason}).`,
  ignored: 'Teile des Links wurden übergangen:',
  refused: (reason) => `Nicht übernommen: ${reason}`,

  link: {
    otherActions: (policy) => `hat keine Aktionen einer Policy „${policy}“`,
    otherPolicy: 'unbekannt bei dieser Policy',
    most: (count) => `höchstens ${count}`,
  },

  variants: {
    reparameterization: 'Reparametrisierung',
    'score_function.none': 'Score-Funktion',
    'score_function.value': 'Score-Funktion, Wert',
    'score_function.leave_one_out': 'Score-Funktion, Leave-one-out',
    'score_function.optimal': 'Score-Funktion, optimal',
    deterministic: 'Deterministisch',
    measure_valued: 'Maßwertig',
    finite_difference: 'Finite Differenz',
    gumbel_softmax: 'Gumbel-Softmax',
    exact: 'Exakt',
  },

  examples: {
    label: 'Eine lehrreiche Aufgabe',
    quadratic: { question: 'Wo lohnt sich die Steigung?', title: 'Quadratisches Ziel' },
    cosine: { question: 'Wo führt sie irre?', title: 'Kosinus hoher Frequenz' },
    step: { question: 'Keine Varianz, und falsch?', title: 'Eine Stufe' },
    ripple: { question: 'Wenn der Critic sich kräuselt?', title: 'Parabel mit feinen Wellen' },
    baseline: { question: 'Kann eine Baseline schaden?', title: 'Kosinus, drei Baselines' },
    dimension: { question: 'Was machen 16 Dimensionen?', title: 'Quadratisch, 16 Dimensionen' },
    categorical: { question: 'Und bei diskreten Aktionen?', title: 'Drei Möglichkeiten' },
  },

  panel: {
    title: 'Aufgabe',
    policy: 'Policy',
    objective: 'Zielfunktion',
    alpha: 'Gewicht der Entropie',
    alphaHelp: 'Es ist der Gradient des Mittels von f − α log π.',
    samples: 'Stichproben je Schätzung',
    samplesHelp: 'Davon handeln das Urteil und die Tabelle.',
    budget: 'Vergleichen bei gleich vielen',
    budgets: { samples: 'Stichproben', evaluations: 'Auswertungen' },
    budgetHelp:
      'Auswertungen: Werte und Steigungen der Zielfunktion, je einmal gezählt. Eine pfadweise ' +
      'Stichprobe braucht beides, eine der Score-Funktion nur einen Wert.',
    estimators: 'Schätzer',
    stream: 'Ziehen anhalten',
    resume: 'Weiter ziehen',
    more: 'Mehr Stichproben',
    seed: 'Seed',
    newSeed: 'Neuer Seed',
    slider: (title) => `${title}, Schieber`,
    help: 'Was ist das?',
    unable: (reason) => `Nicht bei dieser Aufgabe: ${reason}`,
    shared: 'In jeder Dimension gleich; gezeigt wird nur die Summe der Varianzen.',
  },

  moment: {
    title: (run, steps) => `Lauf ${run}, eingefroren bei Schritt ${steps}`,
    explanation:
      'Policy und Critic dieses Moments. Nichts trainiert; der Link enthält keinen Moment.',
    state: 'Zustand des Batches',
    objective: 'Werte vom',
    critic: 'gelernten Critic',
    oracle: 'exakten Ergebnis',
    leave: 'Zurück zu analytischen Aufgaben',
    criticError: (value) =>
      'Mit dem gelernten Critic liegt der exakte Gradient neben dem der exakten Lösung: ' +
      `quadrierter Abstand ${value}. Jeder Schätzer hier erbt das; was die Abbildungen ` +
      'Verzerrung nennen, kommt dazu.',
  },

  verdict: {
    title: 'Urteil',
    waiting: 'Misst …',
    meanSquaredError: 'mittlerer quadratischer Fehler',
    variance: 'Varianz',
    alone: (name, what, { value, error }) => `${name}: ${what} ${withError(value, error)}.`,
    best: (name, what, worst, factor) =>
      `${what[0]!.toUpperCase()}${what.slice(1)}: am kleinsten bei ${name}, ${times(factor)} ` +
      `kleiner als bei ${worst}`,
    next: (name, factor) => `, und ${times(factor)} kleiner als bei ${name}.`,
    undecidedNext: (name) => `; von ${name} ist er noch nicht zu unterscheiden.`,
    noError: (name, what) => `${name}: ${what} null, hier ist das exakt.`,
    undecided: (name, other, what) =>
      `${name} und ${other} sind noch nicht zu unterscheiden (${what}).`,
    zeroAndWrong: (name, mean, exact) =>
      `${name}: keine Varianz, und falsch. Immer kommt ${vector(mean)}; der Gradient ist ` +
      `${vector(exact)}. Mehr Stichproben bringen die anderen dorthin, diesen nie.`,
    wrong: (name, bias, variance) =>
      `${name} ist verzerrt: quadrierte Verzerrung ${figure(bias)} bei einer Varianz von ` +
      `${figure(variance)}, und keine Zahl von Stichproben beseitigt sie.`,
    none: 'Auf keinen Schätzer ist hier Verlass.',
    unsettled: (name) =>
      `${name} ist noch nicht zu beurteilen: ohne Verzerrung, aber seltene Stichproben ` +
      'entscheiden, und das Mittel ist noch weit vom exakten Gradienten. Die Varianz ist größer, ' +
      'als sie aussieht.',
    pathwiseWins: (dimensions) =>
      dimensions > 1
        ? `Der pfadweise Gradient liest die Steigung in allen ${dimensions} Richtungen aus einer ` +
          'Stichprobe ab; die Score-Funktion hat für alle zusammen eine Zahl je Stichprobe, also ' +
          'wächst ihre Varianz mit der Anzahl.'
        : 'Der pfadweise Gradient liest an der Steigung ab, wo es hinaufgeht; die Score-Funktion ' +
          'erfährt nur, wie gut eine Stichprobe war, und muss viele vergleichen.',
    scoreWins: {
      cosine:
        'Die Steigung von cos(kx) wächst mit k, während der Wert zwischen −1 und 1 bleibt: die ' +
        'pfadweise Varianz wächst wie k²/2, die der Score-Funktion bleibt bei 1/(2σ²).',
      ripple:
        'Eine Welle, die für den Wert zu klein ist, hat eine steile Steigung: die pfadweise ' +
        'Varianz wächst mit dem Quadrat ihrer Frequenz, die der Score-Funktion nicht.',
    },
    scoreWinsElse:
      'Hier schwankt die Steigung mehr als der Wert, also streut der Schätzer mehr, der ihr folgt.',
    baselineHurts:
      'Den mittleren Wert abzuziehen, erhöht hier die Varianz. Die beste Baseline ist nicht ' +
      'E[f], sondern E[f S²]/E[S²], das Aktionen nach ihrem quadrierten Score S gewichtet.',
    baselineHelps:
      'Die Wert-Baseline senkt die Varianz der Score-Funktion und lässt ihr Mittel, wie es ist.',
    sameCritic:
      'Reparametrisierung und Score-Funktion folgen demselben Critic; was er falsch hat, haben ' +
      'beide falsch: gleiche Verzerrung, nur die Varianz ist verschieden.',
  },

  cloud: {
    title: 'Wolke der Gradienten',
    thetaTitle: 'Der Gradient der Gewichte',
    along: 'entlang der Referenz',
    axes: (x, y) => `${x} und ${y}.`,
    mean: (name, at) => `${name}: Mittel ${at}.`,
    exact: (at) => `Exakter Gradient ${at}.`,
    noise: 'entlang des größten Rauschens',
    caption: (share, outside) =>
      'Gradienten aus einer Stichprobe; mit Leave-one-out aus zweien. Ältere verblassen. Linie ' +
      'vom Ursprung: Mittel. Ellipse: 95 % einer Normalverteilung mit der gemessenen Kovarianz. ' +
      `Großes Kreuz: exakter Gradient. Die Achsen fassen die mittleren ${share} jeder Wolke, ` +
      `aber keiner, die die anderen verdecken würde. Punkte außerhalb: ${outside}.`,
    share: (name, share) => `${name} ${share}`,
    thetaCaption:
      'Gradienten aller Gewichte für einen Batch von Zuständen, projiziert auf die Referenz und ' +
      'die Hauptrichtung des Rauschens. Mittel und Ellipsen sind die der gezeigten Punkte.',
    gradient: (parameter) => `∂/∂${spoken(parameter)}`,
    table: 'Datentabelle der Mittel',
    thetaTable: 'Datentabelle der Mittel, alle Gewichte',
    columns: ['Schätzer', 'Schätzungen', 'Mittel x', 'Mittel y', 'exakt x', 'exakt y'],
  },

  law: {
    title: 'Das 1/N-Gesetz',
    x: 'Stichproben je Schätzung N',
    y: 'Varianz, Summe über Parameter',
    floor: 'quadrierte Verzerrung',
    at: (variance, samples) => `${variance} bei N = ${samples}`,
    line: (name, first, last) => `${name}: Varianz ${first}, ${last}.`,
    caption:
      'Punkte: gemessen, mit 95-%-Balken. Linien: Varianz einer Stichprobe durch N, bei ' +
      'Leave-one-out nach dem exakten Gesetz V/N + C/(N(N−1)). Am unteren Rand: null. Gepunktet: ' +
      'quadrierte Verzerrung, die mehr Stichproben nicht senken. Senkrecht: das N der anderen ' +
      'Abbildungen.',
    table: 'Datentabelle der Varianzen',
    columns: ['Schätzer', 'N', 'Varianz', 'Standardfehler', 'quadrierte Verzerrung', 'Schätzungen'],
  },

  parts: {
    title: 'Verzerrung² + Varianz = Fehler',
    x: 'mittlerer quadratischer Fehler des Gradienten',
    caption:
      'Schraffiert: quadrierte Verzerrung. Gefüllt: Varianz. Schwarz: 95-%-Intervall der Summe. ' +
      'Weniger ist besser.',
    captionUnknown:
      'Der exakte Gradient ist hier nicht bekannt: die Balken zeigen nur die Varianz.',
    zeroAndWrong: 'keine Varianz, und falsch',
    wrong: 'verzerrt',
    table: 'Datentabelle der Teile',
    columns: [
      'Schätzer',
      'N',
      'quadrierte Verzerrung',
      'Varianz',
      'mittlerer quadratischer Fehler',
      'Standardfehler',
    ],
  },

  objective: {
    title: 'Wo es geschieht',
    x: 'Aktion',
    xCategory: 'Möglichkeit',
    y: 'Zielfunktion f',
    density: 'Dichte der Policy',
    probability: 'Wahrscheinlichkeit der Policy',
    focus: 'Stichproben von',
    caption: (isCategorical, name, parameter) =>
      `${isCategorical ? 'Balken' : 'Linie'}: Zielfunktion. Dreiecke: gezogene Aktionen und was ` +
      `jede zur Schätzung von ∂/∂${spoken(parameter)} beiträgt (${name}): nach oben (blau) ` +
      'erhöht den Parameter, nach unten (orange) senkt ihn, größer wiegt mehr.',
    table: 'Datentabelle der letzten Stichproben',
    columns: ['Aktion', 'Zielfunktion', 'Beitrag'],
  },

  table: {
    title: 'Alle Zahlen',
    region: 'Tabelle aller Zahlen',
    estimator: 'Schätzer',
    heading: (title) => `${title}, Formel zeigen`,
    choose: 'Ein Spaltenkopf zeigt seine Formel.',
    caption: (repeats) => `± ein Standardfehler, aus je mindestens ${repeats} Schätzungen.`,
    columns: {
      mean: {
        title: 'Mittel',
        help: 'Durchschnitt aller Schätzungen, der ersten zwei Parameter.',
      },
      variance: { title: 'Varianz', help: 'Summiert über alle Parameter.' },
      bias: {
        title: 'Verzerrung²',
        help: 'Bereinigt um das, was der Zufall hinzufügt; darum auch unter null.',
      },
      mse: {
        title: 'MSE',
        help: 'Mittlerer quadrierter Abstand einer Schätzung vom exakten Gradienten.',
      },
      snr: {
        title: 'SNR',
        help:
          'Quadrierte Länge des Mittels durch die Varianz; bereinigt um das, was der Zufall ' +
          'hinzufügt, darum auch unter null.',
      },
      cosine: {
        title: 'Kosinus',
        help: 'Zwischen dem Mittel aller Schätzungen und dem exakten Gradienten.',
      },
      evaluations: {
        title: 'Auswertungen',
        help: 'Werte + Steigungen der Zielfunktion, die eine Schätzung braucht.',
      },
      seconds: { title: 'µs', help: 'Mikrosekunden je Schätzung, auf diesem Rechner, jetzt.' },
      efficiency: { title: 'MSE × Kosten', help: 'Weniger ist besser, bei jedem Budget.' },
    },
  },

  figure: {
    about: (seed, repeats, task) =>
      `Seed ${seed}, mindestens ${repeats} Schätzungen je Punkt. ${task}`,
  },
};
