import type { limitWords } from '../en/limits';
import type { Translated } from '../translated';

export const limits: Translated<typeof limitWords> = {
  stopAtError: 'Eine ganze Zahl von 1 bis 1.000.000.000, oder nichts für keine Grenze.',
  watch: 'Zeigen',
  watchHint: 'Die jetzige Policy beim Handeln zeigen',
  inBackground: 'Im Hintergrund',
  inBackgroundHint: 'Weiter trainieren, während die Seite nicht zu sehen ist',
  stochastic: 'Zufällige Aktionen',
  stochasticHint: 'Aktionen zeigen, die aus der Policy gezogen sind, statt der wahrscheinlichsten',
};
