/** A worker that reviews: chunks of a run, and single replies for those who look. */
import { isCoached } from '../../pack/languages';
import type { Layer } from '../../phrasebank/layer';
import { type Database, openDatabase } from '../../store/database';
import type { EngineSetup, Run } from '../model';
import { engineOf, type RunEngine } from './banks';
import { alive, answerCalls, tell } from './calls';
import { coachReplies, lookAt } from './look';
import { reviewChunk } from './reviewing';
import { type Sought, searchReplies } from './search';

let opened: Promise<Database> | undefined;
const database = () => (opened ??= openDatabase());

// A worker serves one run: its banks are compiled with the first call.
let setup: EngineSetup | undefined;
let made: Promise<RunEngine> | undefined;
const engine = () => (made ??= makeEngine());

async function makeEngine(): Promise<RunEngine> {
  if (!setup) throw new Error('The worker was not told the engine of its run.');
  return engineOf(setup, await layerOf(setup));
}

async function layerOf({ pack }: EngineSetup): Promise<Layer | null> {
  if (!pack || !isCoached(pack.language)) return null;
  const stored = await (await database()).get('packs', pack.digest);
  if (!stored) throw new Error(`The pack “${pack.name}”, version ${pack.version}, is not there any more.`);
  return stored.pack.layer;
}

const api = {
  ...alive,
  begin(engine: EngineSetup): void {
    setup = engine;
  },
  /** `carefully`: tells of each reply before it is reviewed, so that one that ends the worker is known. */
  async review(run: string, chunk: number, carefully: boolean, without: readonly number[]): Promise<Run> {
    return reviewChunk(await database(), run, chunk, {
      ...(await engine()),
      without: new Set(without),
      ...(carefully && { onReply: tell }),
    });
  },
  look: async (run: string, seq: number) => lookAt(await database(), run, seq, await engine()),
  coached: async (run: string, seqs: readonly number[]) => coachReplies(await database(), run, seqs, await engine()),
  search: async (run: string, sought: Sought, from: number, to: number) =>
    searchReplies(await database(), run, sought, from, to),
};
export type ReviewWorker = typeof api;
answerCalls(api);
