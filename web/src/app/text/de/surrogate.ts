import type { surrogateStrings } from '../en/surrogate';
import { formatCount } from '../format';
import { figure, withError } from '../numbers';
import type { Translated } from '../translated';

interface Estimate {
  mean: number;
  error: number;
}

const estimate = ({ mean, error }: Estimate) => withError(mean, error);
const signed = (value: number) => (value < 0 ? figure(value) : `+${figure(value)}`);

export const surrogate: Translated<typeof surrogateStrings> = {
  headline: 'Wie weit kann man alten Daten trauen?',
  lead:
    'Daten einer Policy μ versprechen für eine andere Policy π einen Return Ĵ: bei π = μ stimmen ' +
    'Wert und Steigung, weiter weg nicht mehr. Alles hier ist exakt. Die Schrittweite ziehen.',
  loading: 'Das Labor wird geladen …',
  failed: (reason) => `Das Labor hat gestoppt: ${reason}`,
  again: 'Noch einmal',
  ignored: 'Teile dieses Links werden übergangen:',
  refused: (reason) => `Nicht möglich, die Abbildungen sind also die von vorher: ${reason}`,

  examples: {
    label: 'Fragen',
    promise: { question: 'Wo bricht das Versprechen?', title: 'J aus Ĵ vorhersagen' },
    steps: {
      question: 'Warum nur wenige Schritte?',
      title: 'Zustände, die gleich aussehen, 1.000 Schritte',
    },
    bound: { question: 'Was kostet die Schranke?', title: 'Zwei Zustände eines Wertepolytops' },
    old: {
      question: 'Sind alte Daten schlechter?',
      title: 'Alle früheren Policies als Mischung',
    },
    states: {
      question: 'Wessen Zustände zählen?',
      title: 'Off-Policy, Zustände, die gleich aussehen',
    },
    natural: {
      question: 'Warum wird der natürliche Gradient nicht langsamer?',
      title: 'Eine Kette mit fernem Preis',
    },
    baseline: {
      question: 'Geht es bei einer Baseline nur um Varianz?',
      title: 'Drei Arme, zwei gleich verrauschte Baselines',
    },
  },

  panel: {
    label: 'Prozess und Richtung',
    process: 'Prozess',
    direction: 'Richtung',
    directions: {
      gradient: 'Gradient von J',
      natural: 'natürlicher Gradient',
      policy_iteration: 'zur gierigen Policy',
      drawn: 'von Hand gezeichnet',
    },
    directionHelp: {
      gradient: 'Die Logits gehen entlang des Gradienten von J, insgesamt um η.',
      natural: 'Die Logits gehen entlang des natürlichen Gradienten, insgesamt um η.',
      policy_iteration: 'Die alte Policy, gemischt mit einem Anteil η der gierigen.',
      drawn: 'Die Logits gehen, wohin man sie schickt, insgesamt um η.',
    },
    weighting: 'Zustände des Gradienten',
    weightings: {
      discounted: 'wie π sie besucht, diskontiert',
      undiscounted: 'ohne γᵗ, wie in fast jedem Code',
      behaviour: 'wie μ sie besucht',
      emphatic: 'wie μ sie besucht, mit Emphase',
    },
    span: 'Längster Schritt',
  },

  drawn: {
    label: 'Richtung der Logits',
    pad: (first, second, action) =>
      `Den Pfeil ziehen: nach rechts für mehr ${action} in ${first}, nach oben in ${second}.`,
    row: 'Zustand',
    action: (action, state) => `${action} in ${state}`,
    gradient: 'Mit dem Gradienten beginnen',
    unfitting: (given, needed) => `drawn: ${given} Zahlen, wo ${needed} gebraucht werden`,
  },

  moment: {
    open: 'Gespeicherten Lauf öffnen',
    explanation:
      'Der Prozess des Laufs und seine Policy als μ; von einer, die gierig auf Q ist, ' +
      'softmax(Q / 0,1). Nichts trainiert; der Link enthält keinen Lauf.',
    leave: 'Zurück zu den Prozessen',
    tooLarge: (file) => `${file} ist größer als jeder gespeicherte Lauf`,
    unreadable: (file) => `${file} ist nicht lesbar`,
    ofRun: (run, steps) => `Lauf ${run} bei Schritt ${steps}`,
  },

  verdict: {
    title: 'Was die Abbildungen sagen',
    waiting: 'Die ersten Zahlen sind unterwegs.',
    predict: 'Wo ist J am größten?',
    predictHelp:
      'Nur das Versprechen Ĵ ist zu sehen. Die Marke zu der Schrittweite ziehen, bei der der ' +
      'wahre Return am größten sein dürfte, dann nachsehen.',
    start: ({ j }) =>
      `Am Start stimmen Versprechen und Return überein, in Wert und Steigung: ${figure(j)}.`,
    still: 'In dieser Richtung bewegt sich die Policy nicht.',
    climbs: ({ eta, j, surrogate }) =>
      `Bei η = ${figure(eta)} steigen beide; vom Versprechen ${figure(surrogate)} wird ` +
      `${figure(j)} gehalten.`,
    more: ({ eta, j, surrogate }) =>
      `Bei η = ${figure(eta)} ist der Return mit ${figure(j)} größer als das Versprechen ` +
      `${figure(surrogate)}: bessere Zustände werden öfter besucht, als μ wissen konnte.`,
    past: ({ eta, j }, best) =>
      `Bei η = ${figure(eta)} ist der Return auf ${figure(j)} gefallen; am größten war er mit ` +
      `${figure(best.j)} bei η = ${figure(best.eta)}.`,
    worse: (start, { eta, j, surrogate }) =>
      `Bei η = ${figure(eta)} ist die Policy schlechter als am Start, ${figure(j)} statt ` +
      `${figure(start.j)}; versprochen war ${figure(surrogate)}.`,
    promise: (promised, kept, top) =>
      `Versprochen ${signed(promised)}, gehalten ${signed(kept)}. Von allen gezeigten Schritten ` +
      `gefällt dem Versprechen η = ${figure(top)} am besten.`,
    apart: ({ j, surrogate }) =>
      'Versprechen und Return beginnen nicht einmal gemeinsam, ' +
      `${figure(surrogate)} und ${figure(j)}: die Daten sind die einer anderen Policy.`,
    noBound: 'Ohne Diskontierung gibt es keine Schranke.',
    nothingCertain: (eta) =>
      `Die Schranke liegt bei jedem gezeigten Schritt unter dem Start, ab η = ${figure(eta)}: ` +
      'sie verbürgt nichts.',
    certain: (eta, gain) =>
      `Die Schranke verbürgt eine Verbesserung bis η = ${figure(eta)}, um höchstens ` +
      `${signed(gain)}.`,
    guessed: (guess, j, best) =>
      guess === best.eta
        ? `Getippt war η = ${figure(guess)}, und das ist es.`
        : `Getippt war η = ${figure(guess)}, wo der Return ${figure(j)} ist; am größten ist er ` +
          `bei η = ${figure(best.eta)}.`,
  },

  line: {
    title: 'Return und Versprechen entlang der Richtung',
    table: 'Datentabelle der Linie',
    predict: 'Erst vorhersagen',
    reveal: 'J zeigen',
    xLabel: 'Schrittweite η',
    yLabel: 'Return',
    j: 'J',
    surrogate: 'Ĵ',
    bound: 'Schranke',
    legend: {
      j: 'Return J(π)',
      surrogate: 'Versprechen Ĵ(π)',
      bound: 'untere Schranke von J(π)',
    },
    best: 'größtes J',
    guess: 'Tipp',
    slider: 'Schrittweite η',
    sliderText: (eta) => `η = ${eta}`,
    columns: ['', 'Schrittweite η', 'J', 'Ĵ', 'Schranke', 'totale Variation'],
    marks: { start: 'Start', cursor: 'Cursor', best: 'größtes J' },
    label: 'Return J, Versprechen Ĵ und die untere Schranke über der Schrittweite',
    caption:
      'Exakte Werte, nichts ist gezogen. Die Schranke ist die von Schulman et al. (2015), Satz ' +
      '1; sie kann das Bild nach unten verlassen.',
    hidden: 'Exakte Werte. J und die Schranke sind verborgen, bis die Marke gesetzt ist.',
    about: (process, line) => `${process}; ${line}.`,
    formulas: {
      surrogate:
        'J ist der diskontierte Return, A_μ die Advantage und d_μ die diskontierten Besuche der ' +
        'Policy, die handelt. Die Erwartung von Q_μ über d_μ und π, mit d_μ durch seine Summe, ' +
        'ist (1 − γ) Ĵ und eine Konstante: bis auf den Faktor dieselbe Steigung.',
      bound: 'ε ist die größte Advantage, α die größte totale Variation aller Zustände.',
    },
  },

  rounds: {
    title: 'Runden: wie lange man einem Batch traut',
    table: 'Datentabelle der Runden',
    steps: (steps) => `${formatCount(steps)} ${steps === 1 ? 'Schritt' : 'Schritte'} auf jedem Ĵ`,
    xLabel: 'Runden neuer Daten',
    yLabel: 'Return J',
    columns: ['Gradientenschritte', 'Runde', 'J', 'Ĵ versprochen', 'J dessen, was gehandelt hat'],
    label: 'Return über Runden, mit 1, 10 und 1.000 Gradientenschritten bis zu neuen Daten',
    stepSize: 'Weite eines Gradientenschritts',
    window: 'Policies, die handeln',
    windows: (window) => (window === 0 ? 'alle bisher' : `die letzten ${window}`),
    mixture: 'Gezogen',
    runs: 'Einem Netz bei 1 Schritt und bei 16 bis zu neuen Daten zusehen',
    mixtures: { episode: 'je Episode', step: 'je Schritt' },
    caption: ({ window, mixture }) =>
      'Exakte Gradienten von Ĵ, k davon bis zu neuen Daten. ' +
      (window === 1
        ? 'Es handelt nur die letzte Policy.'
        : `Es handelt eine Mischung (${window === 0 ? 'alle bisher' : `die letzten ${window}`}): ` +
          (mixture === 'episode'
            ? 'je Episode wird eine gezogen, Besuche und Advantages sind also Mittel über Policies.'
            : 'je Schritt wird eine gezogen, zusammen sind sie eine Policy, ihr Mittel.')),
    about: (process) => `${process}.`,
    formula:
      'k Gradientenschritte steigen auf dem Versprechen aus einem Batch; dann handelt die neue ' +
      'Policy. Bei einer Mischung ist Ĵ das der Mischung.',
    verdict: (ends, alone) => {
      const told = ends
        .map(({ steps, j }) => `k = ${formatCount(steps)} bei ${figure(j)}`)
        .join(', ');
      const [, few, many] = ends.map(({ j }) => j);
      const old =
        alone === null ? '' : ` Mit der letzten Policy allein endet k = 10 bei ${figure(alone)}.`;
      return few! > many! + 0.01
        ? `Nach der letzten Runde: ${told}. Mit 1.000 Schritten ist die Policy dorthin gegangen, ` +
            `wo ihre Daten nichts wissen.${old}`
        : `Nach der letzten Runde: ${told}. Wo Advantages exakt sind, müssen lange Runden am ` +
            `Ende nicht schaden.${old}`;
    },
  },

  visits: {
    title: 'Die Zustände der Daten und der neuen Policy',
    table: 'Datentabelle der Zustände',
    yLabel: 'diskontierte Besuche',
    names: { mu: 'd_μ', pi: 'd_π' },
    mu: 'd_μ, wo die Daten sind',
    pi: 'd_π, wohin π ginge',
    label: 'Diskontierte Besuche jedes Zustands von μ und von der Policy am Cursor',
    caption:
      'Ĵ gewichtet Advantages mit d_μ, J mit d_π: die Lücke zwischen Versprechen und Return ist ' +
      'die Lücke zwischen diesen. π handelt einmal und danach μ: mehr weiß Ĵ nicht.',
    about: (process, eta) => `${process}, η = ${figure(eta)}.`,
    columns: (actions) => [
      ...['Zustand', 'd_μ', 'd_π'],
      ...['μ', 'π', 'Q_μ'].flatMap((name) => actions.map((action) => `${name} ${action}`)),
    ],
    formula: 'Mit d_π statt d_μ wäre das Versprechen exakt: darin unterscheidet sich J.',
  },

  rollouts: {
    title: 'π handelt einmal, dann übernimmt μ',
    table: 'Datentabelle der beiden Episoden',
    xLabel: 'Schritt der Episode',
    yLabel: 'Zustand',
    names: { alone: 'π allein', once: 'einmal π, dann μ' },
    result: (value) => `Return ${figure(value)}`,
    values: (state) => `Q_μ(${state}, ·)`,
    again: 'Ein anderes Paar von Episoden',
    label: 'Zwei Episoden aus denselben Zufallszahlen, und was die ersten Aktionen wert sind',
    verdict: ({ state, action, alone, once, q }) => {
      const begins =
        `In ${state} wählt π ${action}, was ${figure(q)} wert ist, wenn μ übernimmt. ` + 'Diesmal ';
      if (alone === once) return `${begins}ist es gleich, wer weitermacht: ${figure(once)}.`;
      const made = `${begins}macht μ daraus ${figure(once)}, π selbst ${figure(alone)}: `;
      return alone > once
        ? `${made}was π später besser macht, sieht Ĵ nicht.`
        : `${made}was π später schlechter macht, sieht Ĵ nicht.`;
    },
    caption: (seed, drawn, longest) =>
      `Seed ${seed}, für beide dieselben Zufallszahlen. Ab dem großen Punkt; gezeichnet sind die ` +
      `ersten ${drawn} Schritte, Returns sind von höchstens ${longest}.`,
    about: (process, line, eta) => `${process}; ${line}, η = ${figure(eta)}.`,
    columns: ['Episode', 'Schritt', 'Zustand', 'Aktion', 'Belohnung'],
    formula:
      'In jedem Zustand, den μ besucht, darf im Versprechen π eine Aktion wählen und μ ' +
      'alle danach.',
  },

  speed: {
    title: 'Der Return, Schritt für Schritt',
    table: 'Datentabelle der Schritte',
    xLabel: 'Schritte',
    yLabel: 'Return J',
    optimum: 'mehr gibt es nicht',
    names: { gradient: 'Gradient', natural: 'natürlicher Gradient' },
    label: 'Der Return nach jedem Schritt des Gradienten und des natürlichen Gradienten',
    caption: (size) =>
      `Exakte Gradienten, Schritte der Weite ${figure(size)} vom selben Start, wie in den Runden ` +
      'unten.',
    about: (process) => `${process}.`,
    columns: ['Richtung', 'Schritt', 'J'],
    verdict: (ends, faster) => {
      const told = ends.map(({ name, j }) => `${figure(j)} (${name})`).join(', ');
      const overtakes =
        faster === null
          ? ''
          : ` Ab Schritt ${faster} bleibt der natürliche Gradient vorn: er wartet nicht, bis ` +
            'Aktionen wahrscheinlich sind oder Zustände oft besucht werden.';
      return `Nach dem letzten Schritt: ${told}.${overtakes}`;
    },
    formula:
      'Der Gradient nach einem Logit hat die Faktoren d(s), wie oft der Zustand besucht wird, ' +
      'und π(a|s): wo sie klein sind, bewegt er sich kaum, das ist ein Plateau. Die Inverse der ' +
      'Fisher-Information F nimmt beide weg (Kakade, 2001).',
  },

  states: {
    title: 'Welche Zustände gewichten den Gradienten?',
    table: 'Datentabelle der Pfade',
    xLabel: 'Wahrscheinlichkeit der ersten Aktion, erste Zeile der Logits',
    yLabel: 'in der zweiten Zeile',
    label: 'Der Return aller Policies und ein Pfad des Aufstiegs für jede Gewichtung der Zustände',
    paths: {
      discounted: 'd_π, diskontiert',
      undiscounted: 'd_π ohne γᵗ',
      behaviour: 'd_μ, wie Off-Policy-Actor-Critic',
      emphatic: 'd_μ mit Emphase',
    },
    verdict: (ends) =>
      `Vom selben Start enden die Pfade bei J = ${ends
        .map(({ name, j }) => `${figure(j)} (${name})`)
        .join(', ')}.`,
    drag: 'Den Start ziehen.',
    caption:
      'Farbe: der exakte Return, heller ist mehr. Die Gradienten unterscheiden sich nur in den ' +
      'Gewichten der Zustände. Schwarzer Punkt: Start; Marken: wo 300 Schritte enden.',
    about: (process) => `${process}.`,
    columns: [
      'Zustände',
      'Schritt',
      'erste Aktion, Zeile 1',
      'erste Aktion, Zeile 2',
      'J',
      'J aus d_μ',
    ],
    formula:
      'w(s): die Besuche von π mit γᵗ; ohne; die von μ (Degris, White und Sutton, 2012); und die ' +
      'von μ mit Emphase, was ihn zum Gradienten des Returns aus Zuständen von μ macht (Imani, ' +
      'Graves und White, 2018).',
  },

  polytope: {
    title: 'Das Polytop der Wertfunktionen',
    table: 'Datentabelle der Pfade der Werte',
    yLabel: (state) => `V(${state})`,
    label: 'Wertfunktionen aller Policies und die Pfade von vier Algorithmen durch sie',
    methods: {
      gradient: 'Policy-Gradient',
      natural: 'natürlicher Gradient',
      policy_iteration: 'Policy-Iteration',
      actor_critic: 'Actor-Critic',
    },
    caption:
      'Punkte: Werte von Policies aus dem ganzen Quadrat der Wahrscheinlichkeiten; Linien ' +
      'verbinden deterministische Policies, die sich in einem Zustand unterscheiden (Dadashi et ' +
      'al., 2019). Je 300 Schritte der Weite 1.',
    about: (process) => `${process}.`,
    columns: (states) => [...['Pfad', 'Schritt'], ...states.map((state) => `V(${state})`), 'J'],
    formula: 'Die Wertfunktion einer Policy löst deren Bellman-Gleichung.',
  },

  estimates: {
    title: 'Geschätzt aus Episoden von μ',
    table: 'Datentabelle der Schätzungen',
    episodes: 'Episoden',
    again: 'Andere Episoden',
    xLabel: 'Schrittweite η',
    yLabel: 'Return',
    label: 'Drei Schätzungen aus Episoden, mit Bändern, über exaktem Return und Versprechen',
    lines: {
      trajectories: 'Trajektorien gewichtet: von J',
      actions: 'Aktionen gewichtet: von Ĵ',
      states: 'Zustände gezogen, Advantages bekannt: von Ĵ',
    },
    caption: (episodes, seed) =>
      `${formatCount(episodes)} Episoden von μ, Seed ${seed}. Bänder: 95 %, aus Standardfehlern ` +
      'der Episoden. Feine Punkte: was jede schätzt, exakt.',
    verdict: (last) =>
      `Beim längsten Schritt sagen gewichtete Trajektorien ${estimate(last.trajectories)} von J, ` +
      `gewichtete Aktionen ${estimate(last.actions)} von Ĵ. Der Preis von J ist Varianz, so ` +
      'viel, dass ihrem eigenen Standardfehler nicht zu trauen ist; der von Ĵ, dass es ' +
      'nicht J ist.',
    about: (process, line) => `${process}; ${line}.`,
    columns: [
      'Schrittweite η',
      'Trajektorien',
      'Standardfehler',
      'Aktionen',
      'Standardfehler',
      'Zustände',
      'Standardfehler',
    ],
    formula:
      'Gewichte ganzer Trajektorien schätzen J unverzerrt; sie multiplizieren sich, und mit ' +
      'ihnen ihre Varianz. Gewichte einzelner Aktionen schätzen Ĵ, aus Zuständen, wie μ ' +
      'sie besucht.',
  },
};
