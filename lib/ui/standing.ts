/** A suggestion as the reader will see it: the sentence around an edit, before and after. */
import type { Edit, Span } from '../engine/types';

export interface Standing {
  before: string;
  after: string;
  /** In `after`. */
  gaps: Span[];
  /** The excerpt begins or ends inside a sentence. */
  clippedStart: boolean;
  clippedEnd: boolean;
}

/** A long sentence is shown with so many characters on either side of the change. */
const CONTEXT = 90;

/** The sentence of `draft` that `edit` changes, as it stands and as it will stand. Spans count UTF-16 code units. */
export function asItWillStand(draft: string, edit: Edit): Standing {
  const whole = draft.slice(0, edit.start) + edit.text + draft.slice(edit.end);
  const growth = edit.text.length - (edit.end - edit.start);
  // An edit may bring its own blank lines along; the sentence begins after them.
  const lead = edit.text.length - edit.text.trimStart().length;
  const trail = edit.text.trim() ? edit.text.length - edit.text.trimEnd().length : 0;
  const own = edit.text.trim() ? { start: edit.start + lead, end: edit.start + edit.text.length - trail } : null;

  let start =
    own && /\n/.test(edit.text.slice(0, lead)) ? own.start : sentenceStart(whole, edit.start + (own ? lead : 0));
  let end =
    own && /\n/.test(edit.text.slice(edit.text.length - trail)) ? own.end : sentenceEnd(whole, own?.end ?? edit.start);
  const clippedStart = (own?.start ?? edit.start) - start > CONTEXT * 1.5;
  if (clippedStart) start = wordBreakAfter(whole, (own?.start ?? edit.start) - CONTEXT);
  const clippedEnd = end - (own?.end ?? edit.start) > CONTEXT * 1.5;
  if (clippedEnd) end = wordBreakBefore(whole, (own?.end ?? edit.start) + CONTEXT);

  const before = draft.slice(Math.min(start, edit.start), Math.max(edit.end, end - growth));
  const after = whole.slice(start, end);
  const gaps = (edit.gaps ?? [])
    .map((gap) => ({ start: edit.start + gap.start - start, end: edit.start + gap.end - start }))
    .filter((gap) => gap.start >= 0 && gap.end <= after.length);
  return { before, after, gaps, clippedStart, clippedEnd };
}

function sentenceStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && text[start - 1] !== '\n' && !isStop(text, start - 1)) start--;
  while (start < from && /\s/.test(text[start] ?? '')) start++;
  return start;
}

function sentenceEnd(text: string, from: number): number {
  // An edit that ends with its own full stop has ended its sentence.
  let end = from;
  if (end > 0 && isStop(text, end - 1)) return end;
  while (end < text.length && text[end] !== '\n') {
    end++;
    if (isStop(text, end - 1)) break;
  }
  return end;
}

/** A mark that ends a sentence: followed by white space or the end, so that 3.50 and v2.1 do not. */
function isStop(text: string, index: number): boolean {
  return /[.!?…]/.test(text[index] ?? '') && /^["'”’)]*(\s|$)/.test(text.slice(index + 1, index + 5));
}

function wordBreakAfter(text: string, from: number): number {
  const next = text.indexOf(' ', from);
  return next < 0 ? from : next + 1;
}

function wordBreakBefore(text: string, from: number): number {
  const last = text.lastIndexOf(' ', from);
  return last < 0 ? from : last;
}
