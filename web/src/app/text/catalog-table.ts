type Words = Readonly<Record<string, string>>;

/** What an id may be said by: itself, what it is the choice of, and what is said of all alike. */
function* keysOf(id: string): Generator<string> {
  yield id;
  const chosen = id.replace(/^parameters\.(environment|algorithm)\.options/, '$1s');
  yield chosen.replace(/^lab\.options/, 'lab.estimators');
  yield id.replace(/^parameters\.formula\.\w+\.help/, 'parameters.formula.*.help');
  yield id.replace(/^(parameters|algorithms)\.\w+/, '$1.*');
  yield id.replace(/^algorithms\.\w+\.lines\.\w+/, 'algorithms.*.lines.*');
  yield id.replace(/^exact\.parameters\./, 'parameters.gridworld.');
  yield id.replace(/^exact\.parameters\./, 'parameters.*.');
}

/** The key of a table that says an id, if one does. */
export function keyOf(words: Words, id: string): string | undefined {
  return [...keysOf(id)].find((key) => Object.hasOwn(words, key));
}

/**
 * The table of a catalog by ids. What is said alike of several stands once, with a star in the
 * place of its owner: `parameters.*.tau.help`.
 */
export function catalogTable(words: Words): Words {
  const said = (_: Words, id: string | symbol) => words[keyOf(words, String(id)) ?? ''];
  return new Proxy(words, { get: said });
}
