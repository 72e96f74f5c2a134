import { lowest } from '../../draw/extent';
import type { LabResult } from '../../protocol/lab';
import { formatCount } from '../text/format';
import type { Lab } from './lab';
import { formatLabLink } from './lab-link';
import { taskText } from './lab-settings';
import { labStrings as words } from '../text/en/laboratory';

/** Configuration, seed and repeats: without them a figure says nothing. */
export function aboutLab(lab: Lab, results: readonly LabResult[]): string {
  const settings = lab.$settings.get()!;
  const moment = lab.$moment.get();
  const repeats = results.length > 0 ? lowest(results.map((each) => each.repeats)) : 0;
  const text = moment
    ? words().moment.title(moment.run, formatCount(moment.steps))
    : taskText(settings).replaceAll('&', ', ');
  return words().figure.about(settings.seed, formatCount(repeats), text);
}

/** The hash that opens what the lab shows; a frozen moment has none. */
export function linkOfLab({ $moment, $settings }: Lab): string | null {
  return $moment.get() ? null : formatLabLink($settings.get()!);
}
