/** Changes to what a reviewer says of a reply. Pure: each gives a new verdict. */
import type { Span } from '../engine/types';
import type { Verdict } from './model';

export type Opinion = Verdict['findings'][string];
export type Missed = Verdict['missed'][number];

export function emptyVerdict(run: string, seq: number, reviewer: string): Verdict {
  return { run, seq, reviewer, at: '', findings: {}, missed: [], done: false };
}

/** The same opinion once more takes it back. */
export function withOpinion(verdict: Verdict, key: string, opinion: Opinion): Verdict {
  const { [key]: before, ...others } = verdict.findings;
  return { ...verdict, findings: before === opinion ? others : { ...others, [key]: opinion } };
}

/** In the order of the text; the same principle at the same place takes the other's place. */
export function withMissed(verdict: Verdict, missed: Missed): Verdict {
  const others = withoutMissed(verdict, missed).missed;
  return { ...verdict, missed: [...others, missed].sort((a, b) => a.start - b.start || a.end - b.end) };
}

export function withoutMissed(verdict: Verdict, missed: Missed): Verdict {
  const same = (one: Missed) =>
    one.principle === missed.principle && one.start === missed.start && one.end === missed.end;
  return { ...verdict, missed: verdict.missed.filter((one) => !same(one)) };
}

export function withComment(verdict: Verdict, comment: string): Verdict {
  const { comment: _, ...rest } = verdict;
  return comment.trim() ? { ...rest, comment } : rest;
}

export function withDone(verdict: Verdict, done: boolean): Verdict {
  return { ...verdict, done };
}

/** Nothing was said: as if there were no verdict. */
export function isEmpty({ findings, missed, comment, done }: Verdict): boolean {
  return Object.keys(findings).length === 0 && missed.length === 0 && !comment && !done;
}

/** A span without the white space at its ends; null where nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  if (!words.trim()) return null;
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  };
}
