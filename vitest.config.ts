import { mergeConfig } from 'vitest/config';
import app from './vite.config.ts';

export default mergeConfig(app, {
  root: import.meta.dirname,
  test: { include: ['tests/web/**/*.test.ts'] },
});
