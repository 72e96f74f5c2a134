import type { shellStrings } from '../en/shell';
import type { Translated } from '../translated';

export const shell: Translated<typeof shellStrings> = {
  missing: 'Ein Teil der Seite ließ sich nicht laden. Gibt es ein Netz?',
  stillMissing:
    'Ein Teil der Seite lässt sich immer noch nicht laden. Falls es ein Netz gibt, ist die Seite ' +
    'durch eine neuere ersetzt: neu laden; Läufe, die nicht aufbewahrt sind, beginnen von vorn.',
  again: 'Noch einmal',
  reload: 'Neu laden',
};
