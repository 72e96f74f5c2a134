import { isBatchEntry, isSampleEntry } from '../../protocol/trace';
import type { Fact } from '../kit/page';
import type { Known } from './known';
import type { Mode } from './practice';
import type { Place } from './stepper';

/** A number of a line of a run: `a.line.actor.dq_da`. */
const NUMBER = /^([a-d])\.line\.([^.]+)\.([^.]+)$/;

/** What is known of a place, and of what a reader has done with it. */
export function factsOf(place: Place, mode: Mode, right: number): Known {
  return (name) => {
    switch (name) {
      case 'stepper.line':
        return place.rows[place.row]?.id ?? null;
      case 'stepper.sample':
        return exactly(place.sample + 1);
      case 'stepper.mode':
        return mode;
      case 'stepper.right':
        return exactly(right);
      default:
        return numberOf(place, name);
    }
  };
}

/** Of several components the first. */
function numberOf({ tracks, sample }: Place, name: string): Fact | null {
  const [, letter, line, quantity] = NUMBER.exec(name) ?? [];
  const track = tracks.find(({ id }) => id.toLowerCase() === letter);
  const entry = track?.recorded.trace.entries.find(
    (each) => each.line === line && each.name === quantity,
  );
  if (!entry) return null;
  if (isBatchEntry(entry)) return exactly(entry.value);
  const row = isSampleEntry(entry) ? entry.values[0] : undefined;
  return exactly(row?.[row.length === 1 ? 0 : sample]);
}

function exactly(value: number | null | undefined): Fact | null {
  return value == null ? null : { value, error: null };
}
