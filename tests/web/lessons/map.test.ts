import { expect, test } from 'vitest';
import { EDGES, NODES } from '../../../web/src/app/start/map';
import { startStrings } from '../../../web/src/app/text/en/start';
import { parseCatalog } from '../../../web/src/protocol/catalog';
import { startModule } from '../live';

const idsOf = NODES.map(({ id }) => id);

test('the map names presets that there are, and has words for all of it', async () => {
  const { nodes, edges } = startStrings().map;
  const { presets } = parseCatalog((await startModule()).catalog());
  const known = presets.map(({ id }) => id);
  for (const { preset } of NODES) expect(known).toContain(preset);
  expect(Object.keys(nodes).sort()).toEqual([...idsOf].sort());
  expect(Object.keys(edges).sort()).toEqual(EDGES.map(({ from, to }) => `${from}_${to}`).sort());
  for (const { from, to } of EDGES) expect(idsOf).toEqual(expect.arrayContaining([from, to]));
});
