import type { frozenStrings } from '../en/frozen';
import { formatCount } from '../format';
import { figure } from '../numbers';
import type { Translated } from '../translated';

const percent = (share: number) => `${figure(100 * share, 2)} %`;
const after = (steps: number) => `nach ${formatCount(steps)} Schritten`;

export const frozen: Translated<typeof frozenStrings> = {
  presets: {
    'gridworld-actor-critic': 'Gitterwelt, A2C mit Tabellen',
    'cart-pole-a2c': 'Stab auf Wagen, A2C',
    'cart-pole-reinforce': 'Stab auf Wagen, REINFORCE',
    'pendulum-a2c': 'Pendel, A2C',
  },
  onlySteps: 'die Returns eines Laufs haben nur n',
  coming: 'Der Lauf lernt und wird dann aus Zuständen verfolgt, die seine Policy besucht …',

  own: {
    playground: (run) => `Lauf ${run} des Playgrounds`,
    files: (names) => `Aus Dateien: ${names}`,
    leave: 'Zurück zu den Prozessen',
    open: 'Checkpoints öffnen …',
    help:
      'Einen, oder zwei eines Laufs zum Vergleich; oder auf die Seite ziehen. Von A2C, oder von ' +
      'REINFORCE mit gelernter Baseline.',
    tooMany: (count) => `${count} Dateien sind zu viele: eine, oder zwei zum Vergleich.`,
    tooLarge: (name, megabytes) => `${name} hat mehr als ${megabytes} MB.`,
    unreadable: (name) => `${name} ließ sich nicht lesen.`,
  },

  verdict: {
    quality: (error) => {
      if (error < 0.05) return 'so gut';
      return error < 1 ? 'gut genug' : 'so weit daneben';
    },
    alone: (steps, quality, n) =>
      `Dieser Critic ist ${after(steps)} ${quality}, dass n = ${n} am besten ist.`,
    nearer: (early, from, late, quality, to) =>
      `Am besten ist ${after(early)} n = ${from}; ${after(late)} ist dieser Critic ${quality}, ` +
      `dass es n = ${to} ist.`,
    farther: (early, from, late, to) =>
      `Die Policy ist ihrem Critic davongelaufen: ${after(early)} ist n = ${from} am besten, ` +
      `${after(late)} n = ${to}.`,
    same: (early, late, n) =>
      `Nach ${formatCount(early)} wie nach ${formatCount(late)} Schritten ist n = ${n} am besten.`,
    critic: (errors) => {
      const [first, last] = errors.map((error) => percent(Math.max(0, error)));
      const said = last === undefined ? `ist ${first}` : `geht von ${first} auf ${last}`;
      return (
        `Der quadrierte Fehler des Critics nach einem Schritt ${said} der Varianz eines ganzen ` +
        'Returns.'
      );
    },
    doubt: (open) => {
      const said = open.map(
        ({ steps, low, high }) => `n = ${low} bis ${high} bei Schritt ${formatCount(steps)}`,
      );
      return `Die Balken lassen ${said.join(', ')} offen.`;
    },
    own: (steps, n, ratio, isBias) =>
      `Das eigene n = ${n} hat bei Schritt ${formatCount(steps)} das ${figure(ratio)}-Fache des ` +
      `kleinsten Fehlers, vor allem ${isBias ? 'Verzerrung' : 'Varianz'}.`,
    soFar: (states) => `Bisher aus ${states} Zuständen.`,
  },

  figure: {
    subject: (algorithm, environment, seed) => `${algorithm} auf ${environment}, Seed ${seed}`,
    title: (steps) => `Nach ${formatCount(steps)} Schritten`,
    table: 'Datentabelle des eingefrorenen Laufs',
    formula:
      'G ist der Return von n Schritten, V̂ der Critic des Laufs, wie er damals war, M die ' +
      'Anzahl gemittelter Returns. Verzerrung gegen Returns ganzer Episoden, die an der ' +
      'Zeitgrenze auch V̂ glauben. Belohnungen sind skaliert, wie der Lauf aus ihnen lernt.',
    caption: (states, rollouts) =>
      `Mittel über ${states} Zustände, die die Policy besucht, ${rollouts} Episoden aus jedem ` +
      '(Seed 1). Balken sind 1,96 Standardfehler; die der Summe sind höchstens so lang.',
    about: (subject, steps, samples) =>
      `${subject}, Schritt ${formatCount(steps)}, Mittel von ${formatCount(samples)}`,
    picture: (title, best) => `${title}: ${best}.`,
  },
};
