import type { BootstrapCommands } from './bootstrap-commands';
import type { Arguments } from './requests';
import { list, number, text, whole } from './shapes';

/** What the worker of the bootstrapping laboratory accepts. */
export const bootstrapArguments: Arguments<BootstrapCommands> = {
  catalog: [],
  returns: [text, number(-10, 10), list(whole(1, 1024), 1, 64), list(number(0, 1), 1, 128)],
  walks: [list(text, 1, 64)],
};
