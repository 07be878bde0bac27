/** The engine in a worker of this page. */
import { Caller } from '../audit/run/calls';
import type { Tester } from './types';
import type { TestWorker } from './worker/worker';

export function createTester(): Tester {
  const worker = new Caller<TestWorker>(new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' }));
  return {
    rulebook: () => worker.call('rulebook'),
    words: (phrase) => worker.call('words', phrase),
    faults: (rule, layer) => worker.call('faults', rule, layer),
    examples: (rule, layer) => worker.call('examples', rule, layer),
    tryText: (rule, layer, text, channel) => worker.call('tryText', rule, layer, text, channel),
    async *dryRun() {
      yield null;
    },
    warnings: (rule, layer, dry) => worker.call('warnings', rule, layer, dry),
  };
}
