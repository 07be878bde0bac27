/** Single replies of a run, for those who look: the review in full, and what coaching would have made of the score. */
import { coach } from '../../engine/coach';
import { applyEdit } from '../../engine/rewrite/splice';
import { suggest } from '../../engine/suggest';
import type { Edit } from '../../engine/types';
import type { Database } from '../../store/database';
import type { Reply } from '../model';
import { conversationOf, optionsOf } from '../review-row';
import type { RunEngine } from './banks';

/** Throws where the run has no such reply. */
export async function lookAt(db: Database, run: string, seq: number, { banks, options }: RunEngine) {
  const stored = await db.get('replies', [run, seq]);
  if (!stored) throw new Error(`This audit has no reply ${seq + 1}.`);
  const { reply } = stored;
  const review = coach(reply.draft, conversationOf(reply), banks, optionsOf({ ...reply, options }));
  const suggestions: Record<string, Edit[]> = {};
  for (const { id } of review.findings) suggestions[id] = suggest(review, id);
  return { reply, review, suggestions };
}

export async function coachReplies(db: Database, run: string, seqs: readonly number[], engine: RunEngine) {
  const transaction = db.transaction('replies');
  const stored = await Promise.all(seqs.map((seq) => transaction.store.get([run, seq])));
  return stored.flatMap((found) => (found ? [{ seq: found.seq, ...coachedScore(found.reply, engine) }] : []));
}

/**
 * The score before and after, with the first suggestion of each finding taken, the most important first, and the draft
 * read again after each. A gap in a suggestion stays open: the engine reads it as the place for what belongs there, and
 * takes nothing off the score for it. Hints are left, as they are while typing.
 */
export function coachedScore(reply: Reply, { banks, options }: RunEngine): { before: number; after: number } {
  const read = (draft: string) => coach(draft, conversationOf(reply), banks, optionsOf({ ...reply, options }));
  let draft = reply.draft;
  let review = read(draft);
  const before = review.scorecard.score;
  const tried = new Set<string>();
  for (let left = review.findings.length; left > 0; left--) {
    const finding = review.findings.find(({ id, severity }) => severity !== 'low' && !tried.has(id));
    if (!finding) break;
    tried.add(finding.id);
    const [edit] = suggest(review, finding.id);
    if (!edit) continue;
    draft = applyEdit(draft, edit);
    review = read(draft);
  }
  return { before, after: review.scorecard.score };
}
