/** What reports and exports are made of, read from the database a page at a time, so that a large run takes no more memory. */
import { findingKey, type ReviewedReply } from '../../audit/model';
import { addResult, better, emptySummary, type Kept, type Summary } from '../../audit/summary';
import type { OpenRun } from '../types';

/** Replies that are read at a time. */
const PAGE = 500;

export interface Job {
  signal: AbortSignal;
  /** How many replies are through. */
  tell(done: number): void;
}

/** Rejects with an AbortError. */
export async function* pagesOf(
  open: OpenRun,
  seqs: Uint32Array,
  { signal, tell }: Job,
): AsyncGenerator<ReviewedReply[]> {
  for (let from = 0; from < seqs.length; from += PAGE) {
    signal.throwIfAborted();
    yield await open.read([...seqs.subarray(from, from + PAGE)]);
    tell(Math.min(seqs.length, from + PAGE));
  }
}

/** The same summary as the command line's, whose suggestions are made here for the examples alone. */
export async function summaryOf(open: OpenRun, seqs: Uint32Array, job: Job): Promise<Summary> {
  const summary = emptySummary();
  let done = 0;
  for await (const page of pagesOf(open, seqs, job)) {
    for (const { reply, result } of page) {
      const kept = addResult(summary, result);
      done += 1;
      if (kept.length === 0) continue;
      job.signal.throwIfAborted();
      await mend(open, reply.seq, kept);
      job.tell(done);
    }
  }
  return summary;
}

async function mend(open: OpenRun, seq: number, kept: Kept[]): Promise<void> {
  const { review, suggestions } = await open.look(seq);
  for (const { example, finding } of kept) {
    const key = findingKey(finding);
    const same = review.findings.find(
      ({ rule, span }) => findingKey({ ...finding, rule, start: span?.start ?? null, end: span?.end ?? null }) === key,
    );
    if (same) example.better = better({ ...finding, suggestions: suggestions[same.id] });
  }
}
