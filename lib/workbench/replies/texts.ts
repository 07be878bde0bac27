/** The texts of the rows on show, read in pages and kept for a while. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ReviewedReply } from '../../audit/model';
import type { OpenRun } from '../types';

/** Replies kept in memory: many screens of rows, and some MB at most. */
const KEPT = 1500;

export interface Texts {
  /** Grows by one whenever texts have come. */
  version: ReadonlySignal<number>;
  get(seq: number): ReviewedReply | undefined;
  /** Reads those that are not at hand. While it reads, only what was asked for last waits its turn. */
  ask(seqs: readonly number[]): void;
}

export function createTexts(read: OpenRun['read']): Texts {
  const version = signal(0);
  const kept = new Map<number, ReviewedReply>();
  let reading = false;
  let waiting: readonly number[] = [];

  const next = async () => {
    const missing = waiting.filter((seq) => !kept.has(seq));
    waiting = [];
    if (reading || missing.length === 0) return;
    reading = true;
    try {
      for (const one of await read(missing)) kept.set(one.reply.seq, one);
      for (const seq of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(seq);
      }
      version.value++;
    } finally {
      reading = false;
    }
    await next();
  };

  return {
    version,
    get: (seq) => kept.get(seq),
    ask(seqs) {
      waiting = seqs;
      if (!reading) void next().catch(() => {});
    },
  };
}
