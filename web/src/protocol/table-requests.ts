import type { Arguments } from './requests';
import { doubles, number, text } from './shapes';
import type { TableCommands } from './table-commands';

/** What the worker that solves small tasks exactly accepts. */
export const tableArguments: Arguments<TableCommands> = {
  values: [text, doubles(10_000), number(0, 1e6)],
};
