import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What is timed, and what changes the browsers of the whole machine, comes last. */
const ALONE = ['speed', 'long-draft', 'policy'].map((name) => `tests/browser/${name}.test.ts`);

const inBrowser = {
  globalSetup: ['tests/hosts/build-engines.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A busy machine may deliver a key or a command late. Which tests needed it is printed with the table.
  retry: 1,
  // A cold browser on a busy machine takes longer than the second that polling waits by default.
  expect: { poll: { timeout: 20_000 } },
};

export default defineConfig({
  plugins: [WxtVitest(), preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          // The first test of a file compiles the banks, which takes long on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          ...inBrowser,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { ...inBrowser, name: 'browser-alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
