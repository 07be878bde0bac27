/** Which suggestions came to stand in a draft. Pure. */
import type { Edit, Finding, Span } from '../../engine/types';
import type { Snapshot } from '../../messages';
import { sharedEnds } from './same-reply';

export interface Taken {
  finding: Finding;
  edit: Edit;
}

/** So much on either side of a change tells its place, where more was typed at the same moment. */
const AROUND = 16;
/** A gap may be filled with so many characters. */
const IN_A_GAP = 80;

/**
 * The findings of `before` whose suggestion stands in `now`, whichever way it came there: by a key, the card, the
 * sidebar, or typed off. Nobody tells the background of a rewrite that was taken in the page, and its text proves it.
 */
export function takenIn(before: Snapshot, now: string): Taken[] {
  if (!before.review || before.draft === now) return [];
  const changed = changedIn(before.draft, now);
  const met = ({ start, end }: Edit) => start <= changed.end && end >= changed.start;
  return before.review.findings.flatMap((finding) => {
    const edit = before.suggestions[finding.id]?.find((each) => met(each) && stands(before.draft, each, now));
    return edit ? [{ finding, edit }] : [];
  });
}

/** The part of `before` outside which both are the same. */
function changedIn(before: string, now: string): Span {
  const { head, tail } = sharedEnds(before, now);
  return { start: head, end: before.length - tail };
}

function stands(draft: string, edit: Edit, now: string): boolean {
  const { start, end, text } = edit;
  if (draft.slice(start, end) === text) return false;
  if (draft.slice(0, start) + text + draft.slice(end) === now) return true;
  const pieces = between(edit);
  pieces[0] = draft.slice(Math.max(0, start - AROUND), start) + pieces[0];
  pieces[pieces.length - 1] += draft.slice(end, end + AROUND);
  return holds(now, pieces) && !holds(draft, pieces);
}

/** What stands around an edit's gaps. */
function between({ text, gaps = [] }: Edit): string[] {
  const sorted = gaps.toSorted((a, b) => a.start - b.start);
  const starts = [0, ...sorted.map((gap) => gap.end)];
  return starts.map((from, nth) => text.slice(from, sorted[nth]?.start ?? text.length));
}

/** Whether the pieces follow each other, with at most a filled gap between two. */
function holds(text: string, [first = '', ...rest]: string[]): boolean {
  // Nothing before the first gap tells no place.
  if (!first) return false;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    let end = at + first.length;
    const all = rest.every((piece) => {
      const next = text.indexOf(piece, end);
      const near = next >= 0 && next - end <= IN_A_GAP;
      end = next + piece.length;
      return near;
    });
    if (all) return true;
  }
  return false;
}
