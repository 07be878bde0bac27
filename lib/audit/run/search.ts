/**
 * Which replies of a run have certain words in them. Their texts are kept a second time, as they are compared, a chunk a
 * record: to read as many records as there are replies takes far longer than to look through them.
 */
import type { Database } from '../../store/database';
import type { Reply } from '../model';
import { CHUNK } from './chunks';

/** The words of a search, as `searchReplies` wants them. */
export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** The reply and the customer's message, as they are compared. */
export function searchedText({ draft, customer, conversation }: Reply): string {
  return fold(`${draft}\n${customer ?? ''}\n${conversation?.customer ?? ''}`);
}

/** Seqs from `from` up to and without `to` in whose reply or customer's message every word stands, in order. */
export async function searchReplies(
  db: Database,
  run: string,
  words: readonly string[],
  from: number,
  to: number,
): Promise<number[]> {
  const found: number[] = [];
  const look = (text: string, seq: number) => {
    if (seq >= from && seq < to && words.every((word) => text.includes(word))) found.push(seq);
  };
  const first = Math.floor(from / CHUNK);
  const end = Math.ceil(to / CHUNK);
  const kept = await db.getAll('texts', IDBKeyRange.bound([run, first], [run, end], false, true));
  const done = new Set<number>();
  for (const { chunk, texts } of kept) {
    done.add(chunk);
    for (const [index, text] of texts.entries()) look(text, chunk * CHUNK + index);
  }
  // Not reviewed yet, or reviewed before texts were kept.
  const last = await db.getAllKeys('replies', IDBKeyRange.bound([run, from], [run, to], false, true));
  const open = new Set(last.map(([, seq]) => Math.floor(seq / CHUNK)).filter((chunk) => !done.has(chunk)));
  for (const chunk of open) {
    const range = IDBKeyRange.bound([run, chunk * CHUNK], [run, (chunk + 1) * CHUNK], false, true);
    for (const { seq, reply } of await db.getAll('replies', range)) look(searchedText(reply), seq);
  }
  return found.sort((a, b) => a - b);
}

/** In any case, and with any kind of apostrophe. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
