import { expect, test } from 'vitest';
import type { CoreSurrogate } from '../../../web/src/core/surrogate-core';
import { dispatch } from '../../../web/src/protocol/requests';
import { surrogateArguments } from '../../../web/src/protocol/surrogate-requests';
import { SurrogateService } from '../../../web/src/worker/surrogate-service';

function service() {
  const deleted: string[] = [];
  const open = (task: string): CoreSurrogate => {
    if (task === 'bad') throw new Error('process: is missing');
    return {
      describe: () => task,
      setDrawn: () => undefined,
      line: (_, etas) => etas,
      at: () => '{}',
      rollouts: () => '{}',
      improve: () => '{}',
      estimate: (_, etas) => etas,
      path: () => '[]',
      surface: () => new Float64Array(),
      polytope: () => '{}',
      delete: () => void deleted.push(task),
    };
  };
  const core = { catalog: () => '{}', simplex: () => '{}', open };
  return { deleted, handlers: new SurrogateService(core).handlers };
}

test('a bench is replaced as a whole, and stays if the new task is bad', () => {
  const { handlers, deleted } = service();
  expect(() => handlers.at('', 1)).toThrow('there is nothing on the bench yet');
  expect(handlers.open('first', null)).toBe('first');
  expect(() => handlers.open('bad', null)).toThrow('process: is missing');
  expect(deleted).toEqual([]);
  handlers.open('second', null);
  expect(deleted).toEqual(['first']);
});

test('what is no line is refused before it reaches the core', () => {
  const { handlers } = service();
  handlers.open('first', null);
  const ask = (...args: unknown[]) => dispatch(handlers, surrogateArguments, 'line', args);
  expect(ask('', Float64Array.of(0, 1))).toHaveLength(2);
  expect(() => ask('', [0, 1])).toThrow();
  expect(() => ask('', new Float64Array(10_001))).toThrow();
  expect(() => dispatch(handlers, surrogateArguments, 'at', ['', -1])).toThrow();
});
