/** A worker that reviews: chunks of a run, and single replies for those who look. */
import { type Database, openDatabase } from '../../store/database';
import type { EngineSetup, Run } from '../model';
import { banksOf } from './banks';
import { alive, answerCalls, tell } from './calls';
import { coachReplies, lookAt } from './look';
import { reviewChunk } from './reviewing';
import { type Sought, searchReplies } from './search';

let opened: Promise<Database> | undefined;
const database = () => (opened ??= openDatabase());

// A worker serves one run: its banks are compiled with the first call.
let setup: EngineSetup | undefined;
let compiled: ReturnType<typeof banksOf> | undefined;
const engine = () => {
  if (!setup) throw new Error('The worker was not told the engine of its run.');
  compiled ??= banksOf(setup);
  return { banks: compiled, options: setup.options };
};

const api = {
  ...alive,
  begin(engine: EngineSetup): void {
    setup = engine;
  },
  /** `carefully`: tells of each reply before it is reviewed, so that one that ends the worker is known. */
  async review(run: string, chunk: number, carefully: boolean, without: readonly number[]): Promise<Run> {
    return reviewChunk(await database(), run, chunk, {
      ...engine(),
      without: new Set(without),
      ...(carefully && { onReply: tell }),
    });
  },
  look: async (run: string, seq: number) => lookAt(await database(), run, seq, engine()),
  coached: async (run: string, seqs: readonly number[]) => coachReplies(await database(), run, seqs, engine()),
  search: async (run: string, sought: Sought, from: number, to: number) =>
    searchReplies(await database(), run, sought, from, to),
};
export type ReviewWorker = typeof api;
answerCalls(api);
