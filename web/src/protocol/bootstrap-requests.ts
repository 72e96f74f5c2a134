import { type BootstrapCommands, PLACES } from './bootstrap-commands';
import type { Arguments } from './requests';
import { bytes, list, number, text, whole } from './shapes';

const place = whole(0, PLACES - 1);
const milliseconds = number(0, 1000);

/** What the worker of the bootstrapping laboratory accepts. */
export const bootstrapArguments: Arguments<BootstrapCommands> = {
  catalog: [],
  returns: [text, number(-10, 10), list(whole(1, 1024), 1, 64), list(number(0, 1), 1, 128)],
  walks: [list(text, 1, 64)],
  learn: [text, whole(1, 1e7), milliseconds],
  freeze: [place, text, bytes],
  sample: [place, milliseconds],
};
