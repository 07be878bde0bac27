/** What the studio asks of the engine. */
import type { EngineSetup } from '../../audit/model';
import { messagesOf } from '../../audit/run/banks';
import { alive, answerCalls } from '../../audit/run/calls';
import { readWords } from '../../engine/document';
import { type Database, openDatabase } from '../../store/database';
import type { PhraseWord } from '../types';
import { type Bench, createBench } from './bench';
import { faultsIn } from './faults';
import { rulebook } from './rulebook';

let opened: Promise<Database> | undefined;
const database = () => (opened ??= openDatabase());
const pause = () => new Promise<void>((done) => setTimeout(done));

let bench: Bench | undefined;
const ready = (): Bench => {
  if (!bench) throw new Error('The worker was not told its texts.');
  return bench;
};
/** As a bench's method, for a worker that has one once it has begun. */
const ask =
  <K extends keyof Bench>(method: K) =>
  (...args: Parameters<Bench[K]>): ReturnType<Bench[K]> =>
    (ready()[method] as (...given: Parameters<Bench[K]>) => ReturnType<Bench[K]>)(...args);

const api = {
  ...alive,
  begin(texts: EngineSetup['texts']): void {
    bench = createBench({ database, pause, texts: messagesOf(texts) });
  },
  rulebook,
  words: (phrase: string): PhraseWord[] =>
    readWords(phrase).map(({ text, norm, lemma, pos }) => ({ text, norm, lemma, pos })),
  faults: faultsIn,
  lay: ask('lay'),
  stale: ask('stale'),
  examples: ask('examples'),
  tryText: ask('tryText'),
  beginDryRun: ask('beginDryRun'),
  goOnDryRun: ask('goOnDryRun'),
  warnings: ask('warnings'),
  scores: ask('scores'),
};
export type TestWorker = typeof api;
answerCalls(api);
