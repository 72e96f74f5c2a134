import type { strings } from '../en/page';
import type { Translated } from '../translated';

const twoGradients = {
  lead:
    'Soft Actor-Critic lernt zweimal, ein Pendel aufzuschwingen. Die Läufe unterscheiden sich ' +
    'nur darin, wie der Gradient des Actors geschätzt wird. Auf Start drücken und sehen, was das ' +
    'ausmacht.',
};

export const page: Translated<typeof strings> = {
  title: 'Actor-Critic Playground',
  intro: {
    question: 'Nebeneinander, wie ausgewählt',
    run: (id, algorithm, environment) => `Lauf ${id}: ${algorithm} auf ${environment}.`,
    end: 'Auf Start drücken und vergleichen.',
  },

  theme: { label: 'Dunkle Darstellung' },
  views: {
    label: 'Seiten',
    start: 'Anfang',
    playground: 'Playground',
    lesson: 'Lektionen',
    lab: 'Gradientenlabor',
    bootstrap: 'Bootstrapping',
    surrogate: 'Surrogat',
    builder: 'Einbetten',
  },

  pairs: {
    label: 'Was verglichen wird',
    scoreFunction: { question: 'Lernt die bloße Score-Funktion?', ...twoGradients },
    leaveOneOut: { question: 'Was ändert eine Baseline?', ...twoGradients },
    dimension: { question: 'Zählt die Dimension der Aktion?' },
    deterministic: { question: 'Muss eine Policy zufällig sein?' },
    bootstrapping: { question: 'Was bringt Bootstrapping?' },
    manyUpdates: { question: 'Warum nur wenige Gradientenschritte?' },
    warmUp: { question: 'Ist mehr Rauschen mehr Erkundung?' },
    minimum: { question: 'Ist der kleinere zweier Critics sicherer?' },
    tables: { question: 'Stimmen die gelernten Werte?' },
  },

  stage: {
    questions: 'Andere Fragen',
    settings: 'Einstellungen',
    closeSettings: 'Einstellungen schließen',
    more: 'Mehr',
    details: 'Details',
    detailsOf: (id) => `Details zu Lauf ${id}`,
    evaluationAt: (steps) => `mittlerer Return bei Schritt ${steps}`,
    noEvaluation: 'mittlerer Return, noch keiner',
    goal: (threshold) => `Ziel ${threshold}`,
    reachedAt: (threshold, steps) => `${threshold} erreicht bei Schritt ${steps}`,
    reachedBy: (threshold, steps) => `${threshold} erreicht bis Schritt ${steps}`,
    chart: 'Zu diesem Diagramm',
  },

  gallery: {
    compare: 'Vergleichen mit …',
    compareHint: 'Stellt einen Lauf neben diesen',
  },

  controls: {
    label: 'Training',
    play: 'Start',
    pause: 'Pause',
    playHint: 'Leertaste',
    step: 'Schritt',
    stepHint: 'Ein Umgebungsschritt mit seinem Update',
    reset: 'Zurück',
    resetHint: (seed) => `Zurück zu Schritt 0 mit Seed ${seed}`,
    newSeed: 'Neuer Seed',
    newSeedHint: 'Zurück zu Schritt 0 mit dem nächsten Seed',
    share: 'Link',
    shareHint: 'Der Link dieses Experiments, mit jeder Einstellung',
    seed: (seed) => `Seed ${seed}`,
    maximum: 'höchste',
    realTime: 'Echtzeit',
    timesRealTime: (factor) => `${factor} × Echtzeit`,
    stepsPerSecond: (rate) => `${rate} Schritte/s`,
    asked: 'Tempo',
    achieved: 'erreicht',
    stopAt: 'Halt bei Schritt',
  },

  card: {
    run: (id) => `Lauf ${id}`,
    runName: (id) => `Lauf ${id}`,
    shown: (value, steps) => `gezeigt: Return ${value} in ${steps} Schritten`,
    steps: 'Schritte',
    updates: 'Updates',
    lastReturn: 'letzter Return',
    meanReturn: 'Mittel der letzten 20',
    episodes: 'Episoden',
    rateOf: (achieved, asked) => `${achieved} von ${asked} je Sekunde`,
    unlimited: 'max.',
    evaluation: 'Auswertung',
    evaluationHint: (states) =>
      `Mittlerer Return der deterministischen Policy aus ${states} festen Startzuständen`,
    differsIn: (titles) => `Unterschied zu Lauf A: ${titles}`,
    differsNot: 'Gleiche Einstellungen wie Lauf A',
    isReference: 'Mit diesem Lauf werden die anderen verglichen',
    fingerprint: 'Fingerabdruck',
    fingerprintAt: (digest, steps) => `${digest} bei Schritt ${steps}`,
    fingerprintHelp:
      'Alle Parameter dieses Laufs in 16 Ziffern. Gleiche Einstellungen, gleicher Seed und ' +
      'gleicher Schritt ergeben auf jedem Rechner dieselben.',
    fingerprintNone: 'in der Pause zu sehen',
    changed: (title, value, steps) => `${title} auf ${value} gesetzt bei Schritt ${steps}`,
    push: {
      turn: ['Gegen den Uhrzeigersinn stoßen', 'Im Uhrzeigersinn stoßen'],
      move: ['Nach links stoßen', 'Nach rechts stoßen'],
      shift: ['Gegen − stoßen', 'Gegen + stoßen'],
    },
    canvas: (id, environment) =>
      `${environment}: die jetzige Policy von Lauf ${id} handelt in Echtzeit`,
    canvasKeys: 'Im Bild ziehen, oder mit den Pfeiltasten links und rechts stoßen.',
    turnKeys: 'Umschalt und eine Pfeiltaste drehen es.',
    edit:
      'Ein Klick macht eine Zelle zu Boden, Wand, Ziel, Grube oder Klippe; der Agent lässt sich ' +
      'ziehen. Mit einer anderen Karte fangen die Läufe auf ihr von vorn an.',
    edited: (runs) => `Karte geändert: ${runs} von vorn.`,
    lastOfItsKind: 'Die Karte braucht einen Start und ein Ziel: das ist das letzte.',
    noDrawing: 'Zu dieser Umgebung gibt es kein Bild.',
    files: 'Dateien',
    starting: 'Startet …',
    diverged: 'Dieser Lauf ist divergiert.',
    died: 'Dieser Lauf arbeitet nicht mehr.',
    diedMeaning: (reason) =>
      `Sein Worker hat geendet (${reason}), der Stand des Trainings ist verloren. Er kann bei ` +
      'Schritt 0 von vorn beginnen.',
    unreadable: 'eine Nachricht war nicht lesbar',
    notLoaded: 'er ließ sich nicht laden',
    restart: 'Von vorn',
    activity: {
      paused: 'pausiert',
      training: 'trainiert',
      finished: 'fertig',
      diverged: 'divergiert',
    },
  },

  notices: {
    unchecked: 'Nicht übernommen: kein Lauf arbeitet, der es prüfen könnte.',
    ignored: 'Teile des Links wurden übergangen:',
    failed: (reason) =>
      `Der Lernkern ließ sich nicht starten (${reason}). Die Seite neu laden und es noch einmal ` +
      'versuchen.',
  },

  footer: 'Trainiert auf diesem Rechner, in diesem Tab. Nichts wird irgendwohin gesendet.',
};
