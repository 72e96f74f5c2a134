import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/screenshots.ts'],
    globalSetup: 'tests/e2e/setup.ts',
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
