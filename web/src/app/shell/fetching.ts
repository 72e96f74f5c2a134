import { SIMULATOR_BYTES } from '../../protocol/robot-list';
import { $fetched } from '../experiment/fetched';
import { robotStrings as words } from '../text/en/robots';
import { tell } from './notices';

const megabytes = (bytes: number) => Math.floor(bytes / 1e6);

$fetched.subscribe((bytes) => {
  const isOver = bytes === null || bytes >= SIMULATOR_BYTES;
  const text = isOver ? '' : words().fetching(megabytes(bytes), megabytes(SIMULATOR_BYTES));
  tell('simulator', isOver ? null : { text, actions: [] });
});
