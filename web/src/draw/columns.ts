/** A state whose numbers have names. */
export type Reading = (name: string) => number;

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Reads a state by the names of its columns; what there is no column for is 0. */
export function read(columns: readonly string[], state: ArrayLike<number>): Reading {
  const place = placesOf(columns);
  return (name) => state[place.get(name) ?? -1] ?? 0;
}

function placesOf(columns: readonly string[]): ReadonlyMap<string, number> {
  const known = places.get(columns);
  if (known) return known;
  const place = new Map(columns.map((name, i) => [name, i]));
  places.set(columns, place);
  return place;
}
