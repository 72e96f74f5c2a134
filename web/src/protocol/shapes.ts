/** Says where a value from elsewhere is no `T`, as `0.stopAt` or `''` for itself; else `null`. */
export interface Shape<T> {
  (value: unknown): string | null;
  readonly of?: T;
}

/** The shapes of the members of an object or a tuple. */
export type Shapes<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

const shape =
  <T>(fits: (value: unknown) => boolean): Shape<T> =>
  (value) =>
    fits(value) ? null : '';

export const anything = shape<unknown>(() => true);
export const text = shape<string>((value) => typeof value === 'string');
export const flag = shape<boolean>((value) => typeof value === 'boolean');
export const bytes = shape<ArrayBuffer>((value) => value instanceof ArrayBuffer);

/** At most so many numbers, whatever they are. */
export const doubles = (most: number): Shape<Float64Array> =>
  shape((value) => value instanceof Float64Array && value.length <= most);

/** A number within limits; not NaN. */
export const number = (low = -Infinity, high = Infinity): Shape<number> =>
  shape((value) => typeof value === 'number' && value >= low && value <= high);

/** A whole number within limits, and an exact one. */
export const whole = (low: number, high = Number.MAX_SAFE_INTEGER): Shape<number> =>
  shape((value) => Number.isInteger(value) && number(low, high)(value) === null);

export const count = whole(0);
export const positive = number(Number.MIN_VALUE, Number.MAX_VALUE);

export const oneOf = <T extends string>(...all: readonly T[]): Shape<T> =>
  shape((value) => all.some((each) => each === value));

export const orNull =
  <T>(inner: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : inner(value);

export const list =
  <T>(member: Shape<T>, least: number, most: number): Shape<T[]> =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most
      ? misfit(value.map(() => member) as Shapes<T[]>, value)
      : '';

/** An object with these members and any others. */
export const record =
  <T extends object>(members: Shapes<T>): Shape<T> =>
  (value) =>
    isObject(value) ? misfit(members, value) : '';

/** Where the first member is that does not fit. */
export function misfit<T extends object>(members: Shapes<T>, value: object): string | null {
  for (const [name, member] of Object.entries<Shape<unknown>>(members)) {
    const inside = member((value as Record<string, unknown>)[name]);
    if (inside !== null) return inside === '' ? name : `${name}.${inside}`;
  }
  return null;
}

/** One message, by its type. */
export type MessageShapes<M extends { type: string }> = {
  readonly [T in M['type']]: Shapes<Omit<Extract<M, { type: T }>, 'type'>>;
};

/** Throws `Error` unless `data` is one of the messages. */
export function readMessage<M extends { type: string }>(
  shapes: MessageShapes<M>,
  data: unknown,
): M {
  const type = isObject(data) && 'type' in data ? data.type : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) {
    throw new Error('a message of no known type');
  }
  const wrong = misfit(shapes[type as M['type']], data as M);
  if (wrong !== null) throw new Error(`a message of type ${type} with another ${wrong}`);
  return data as M;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
