/** Which replies of a run have certain words in them. */
import type { Database } from '../../store/database';

/** The words of a search, as `searchReplies` wants them. */
export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** Seqs from `from` up to and without `to` in whose reply or customer's message every word stands. */
export async function searchReplies(
  db: Database,
  run: string,
  words: readonly string[],
  from: number,
  to: number,
): Promise<number[]> {
  const stored = await db.getAll('replies', IDBKeyRange.bound([run, from], [run, to], false, true));
  return stored
    .filter(({ reply }) => {
      const text = fold(`${reply.draft}\n${reply.customer ?? ''}\n${reply.conversation?.customer ?? ''}`);
      return words.every((word) => text.includes(word));
    })
    .map(({ seq }) => seq);
}

/** In any case, and with any kind of apostrophe. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
