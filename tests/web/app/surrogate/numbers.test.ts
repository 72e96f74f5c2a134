import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { wrapSurrogateModule } from '../../../../web/src/core/surrogate-core';
import { lineRows } from '../../../../web/src/app/surrogate/line-figure';
import { simplexVerdict } from '../../../../web/src/app/surrogate/simplex-verdict';
import { examples, settingsOf } from '../../../../web/src/app/surrogate/examples';
import {
  type SurrogateCore,
  surrogateCore,
} from '../../../../web/src/app/surrogate/surrogate-client';
import {
  etaAt,
  lineText,
  PLACES,
  ROUND_STEPS,
  SIMPLEX,
  simplexText,
  roundsText,
  type SurrogateCatalog,
  type SurrogateSettings,
  taskText,
} from '../../../../web/src/app/surrogate/surrogate-settings';
import { SurrogateService } from '../../../../web/src/worker/surrogate-service';
import { startExactModule } from '../../live';

const NATIVE = resolve(import.meta.dirname, '../../../../build/native/acp');

let core: SurrogateCore;
let catalog: SurrogateCatalog;
beforeAll(async () => {
  const { handlers } = new SurrogateService(wrapSurrogateModule(await startExactModule()));
  const call = (name: keyof typeof handlers, ...args: unknown[]) =>
    Promise.resolve((handlers[name] as (...all: unknown[]) => unknown)(...args));
  core = surrogateCore({ call: call as Parameters<typeof surrogateCore>[0]['call'] }, 'test');
  catalog = await core.catalog();
});

const etasOf = (settings: SurrogateSettings) =>
  Array.from({ length: PLACES + 1 }, (_, place) => etaAt(settings, place));

const withStates = examples.filter(({ process: [id] }) => id !== SIMPLEX);

describe.each(withStates.map((example) => [example.id, example] as const))('%s', (_, example) => {
  test('has the numbers that acp prints, bit by bit', async () => {
    const settings = { ...settingsOf(example, catalog), predict: false };
    await core.open(taskText(settings), null);
    const rows = await core.line(lineText(settings), etasOf(settings));
    const args = [taskText(settings), ...lineText(settings).split('&')];
    const printed = execFileSync(
      NATIVE,
      ['surrogate', ...args, `etas=${etasOf(settings).join(',')}`],
      { encoding: 'utf8' },
    );
    const expected = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, number | null>);
    const [, ...body] = lineRows(rows, settings);
    expect(body.map((cells) => cells.slice(1))).toEqual(
      expected.map((row) => [row.eta, row.j, row.surrogate, row.bound, row.total_variation]),
    );
    const place = await core.at(lineText(settings), rows[7]!.eta);
    expect(place).toMatchObject({ j: rows[7]!.j, surrogate: rows[7]!.surrogate });
  });
});

test('the bandit is what acp prints, bit by bit', async () => {
  const settings = named('baseline');
  const printed = execFileSync(NATIVE, ['surrogate', taskText(settings)], { encoding: 'utf8' });
  const { ends, mirrored, ...found } = await core.simplex(simplexText(settings));
  expect(JSON.parse(printed)).toMatchObject({ ends, mirrored, ...found });
  expect(simplexVerdict({ ...found, ends, mirrored, settings })!.headline).toContain(
    `${ends[0]} of 200`,
  );
});

const ends = async (settings: SurrogateSettings) => {
  await core.open(taskText(settings), null);
  const all = ROUND_STEPS.map(async (steps) => {
    const rounds = await core.improve(roundsText(settings, steps));
    return rounds.at(-1)!.j;
  });
  return Promise.all(all);
};
const named = (id: string) =>
  settingsOf(
    examples.find((each) => each.id === id)!,
    catalog,
  );

test('1,000 steps on states that look alike end far below 10', async () => {
  const [, ten, thousand] = await ends(named('steps'));
  expect(ten).toBeCloseTo(-6.045, 2);
  expect(thousand!).toBeLessThan(-9.9);
});

test('the data of all past policies is worse than that of the last one', async () => {
  const settings = named('old');
  const [, old] = await ends(settings);
  const [, fresh] = await ends({ ...settings, window: 1 });
  expect(old!).toBeLessThan(fresh! - 0.1);
});
