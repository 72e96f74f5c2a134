import { mergeConfig } from 'vitest/config';
import app from './vite.config.ts';

export default mergeConfig(app, {
  root: import.meta.dirname,
  // What takes a second or two may have the machine to itself no more than a tenth of the time.
  test: { include: ['tests/web/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%' },
});
