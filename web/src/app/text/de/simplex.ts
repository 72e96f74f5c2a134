import type { simplexStrings } from '../en/simplex';
import { figure } from '../numbers';
import type { Translated } from '../translated';

export const simplex: Translated<typeof simplexStrings> = {
  title: 'Alle Policies dreier Arme',
  table: 'Datentabelle der Pfade',
  again: 'Andere Stichproben',
  label:
    'Ein Dreieck von Policies: Pfeile, wohin die Policy sich bewegt, ein exakter Pfad, gezogene',
  arm: (index, reward) => `Arm ${index + 1}, r = ${figure(reward)}`,
  exact: 'exakter Pfad',
  sampled: 'gezogene Pfade',
  columns: ['Pfad', 'Schritt', 'Arm 1', 'Arm 2', 'Arm 3', 'J'],
  caption: (seed, steps, size) =>
    'Pfeile: wohin die exakte Richtung die Policy bewegt, länger, wo es schneller geht. Pfade ' +
    `von ${steps} Schritten der Weite ${figure(size)} ab dem schwarzen Punkt; Seed ${seed}.`,
  about: (process) => `${process}.`,
  formula:
    'b* ist die Baseline kleinster Varianz, c die Verschiebung. Die Erwartung ist für jedes b ' +
    'dieselbe, und b* + c streut wie b* − c (Chung et al., 2021). Felder: Mei et al. (2020).',
  verdict: ({ best, runs, offset, mirrored }) => {
    const ended = `enden ${best} von ${runs} gezogenen Läufen beim besten Arm`;
    if (offset === 0) return `Mit der Baseline kleinster Varianz ${ended}.`;
    const [here, there] = offset > 0 ? ['über', 'unter'] : ['unter', 'über'];
    return (
      `Mit der Baseline ${figure(Math.abs(offset))} ${here} der kleinster Varianz ${ended}; ` +
      `ebenso weit ${there} ihr sind es ${mirrored}.`
    );
  },
  variance: (variance, offset) =>
    offset === 0
      ? `Die Varianz einer Stichprobe am Start ist ${figure(variance)}, weniger geht nicht.`
      : `Beide rauschen gleich: die Varianz einer Stichprobe am Start ist ${figure(variance)}.`,
  apart: 'Eine Baseline ändert hier keine Erwartung und keine Varianz; sie ändert, wohin man geht.',
  alike: 'Hier macht es kaum einen Unterschied, wohin man geht.',
  path: (start, end) => `Ohne Stichproben geht der Return von ${figure(start)} auf ${figure(end)}.`,
};
