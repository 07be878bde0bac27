/** The engine in a worker of this page. */
import { Caller } from '../audit/run/calls';
import type { Layer } from '../phrasebank/layer';
import { ownWordsTexts } from '../ui/own-words-texts';
import type { Tester } from './types';
import type { TestWorker } from './worker/worker';

export function createTester(): Tester {
  const worker = new Caller<TestWorker>(new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module' }));
  // What is wrong with a worker that can't begin is told by the first that is asked of it.
  worker.call('begin', ownWordsTexts()).catch(() => {});
  let laid: Layer | null = null;
  /** A layer can be large: it is handed over when it is another one, and not with each letter. */
  const over = (layer: Layer) => {
    if (layer !== laid) worker.call('lay', layer).catch(() => {});
    laid = layer;
    return worker;
  };
  return {
    rulebook: () => worker.call('rulebook'),
    words: (phrase) => worker.call('words', phrase),
    faults: (rule) => worker.call('faults', rule),
    examples: (rule, layer, saved = null) => over(layer).call('examples', rule, saved),
    tryText: (rule, saved, layer, text) => over(layer).call('tryText', rule, saved, text),
    warnings: (rule, saved, layer, dry) => over(layer).call('warnings', rule, saved, dry),
    stale: (layer) => over(layer).call('stale'),
    scores: (layer, weights, drafts) => over(layer).call('scores', weights, drafts),
    async *dryRun(rule, saved, layer, signal) {
      const ticket = await over(layer).call('beginDryRun', rule, saved);
      if (ticket === null) yield null;
      while (ticket !== null && !signal.aborted) {
        const run = await worker.call('goOnDryRun', ticket);
        if (run === null || signal.aborted) return;
        yield run;
        if (run.done) return;
      }
    },
  };
}
