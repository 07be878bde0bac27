import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest(), preact()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/browser/**'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/hosts/build-engines.ts'],
          testTimeout: 40_000,
          hookTimeout: 60_000,
          // A cold browser on a busy machine takes longer than the second that polling waits by default.
          expect: { poll: { timeout: 20_000 } },
          // Two cores and a real browser in each file: one at a time keeps what is timed honest.
          fileParallelism: false,
        },
      },
    ],
  },
});
