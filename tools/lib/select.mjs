import { Failure } from './process.mjs';

/**
 * The items with the given names, in their own order; all of them when no name is given.
 * @template {{name: string}} T
 * @param {T[]} items
 * @param {string[]} names
 * @param {string} kind what an item is called in the error
 * @returns {T[]}
 * @throws {Failure} for an unknown name, listing the valid ones
 */
export function select(items, names, kind) {
  const valid = items.map((item) => item.name);
  const unknown = names.find((name) => !valid.includes(name));
  if (unknown !== undefined) {
    throw new Failure(`${kind}: "${unknown}" is not one of ${valid.join(', ')}`);
  }
  return items.filter((item) => names.length === 0 || names.includes(item.name));
}
