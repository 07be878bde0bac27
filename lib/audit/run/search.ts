/**
 * Which replies of a run have certain words in them, or findings of a rule. Their texts are kept a second time, as they are
 * compared, a chunk a record: to read as many records as there are replies takes far longer than to look through them.
 */
import type { AuditResult } from '../../engine/types';
import type { Database } from '../../store/database';
import type { Filter } from '../filter';
import type { Reply } from '../model';
import { CHUNK } from './chunks';

/** What every reply that is sought has. */
export interface Sought {
  words: readonly string[];
  /** Full id of a rule that found something. */
  rule?: string;
}

/** What a filter seeks, as `searchReplies` wants it. */
export function soughtBy({ text = '', rule }: Pick<Filter, 'text' | 'rule'>): Sought {
  return { words: fold(text).split(/\s+/).filter(Boolean), ...(rule && { rule }) };
}

/** The rules that found something, as they are compared. */
export function searchedRules(result: AuditResult | undefined): string {
  return [...new Set(result?.findings.map(({ rule }) => rule))].join(' ');
}

/** The reply and the customer's message, as they are compared. */
export function searchedText({ draft, customer, conversation }: Reply): string {
  return fold(`${draft}\n${customer ?? ''}\n${conversation?.customer ?? ''}`);
}

/** Seqs from `from` up to and without `to`, in order; a word is sought in the reply and in the customer's message. */
export async function searchReplies(
  db: Database,
  run: string,
  { words, rule }: Sought,
  from: number,
  to: number,
): Promise<number[]> {
  const found: number[] = [];
  const look = (text: string, rules: string, seq: number) => {
    if (seq < from || seq >= to || (rule && !rules.split(' ').includes(rule))) return;
    if (words.every((word) => text.includes(word))) found.push(seq);
  };
  const first = Math.floor(from / CHUNK);
  const end = Math.ceil(to / CHUNK);
  const kept = await db.getAll('texts', IDBKeyRange.bound([run, first], [run, end], false, true));
  const done = new Set<number>();
  for (const { chunk, texts, rules } of kept) {
    if (rule && !rules) continue;
    done.add(chunk);
    for (const [index, text] of texts.entries()) look(text, rules?.[index] ?? '', chunk * CHUNK + index);
  }
  // Not reviewed yet, or reviewed before texts and rules were kept.
  const last = await db.getAllKeys('replies', IDBKeyRange.bound([run, from], [run, to], false, true));
  const open = new Set(last.map(([, seq]) => Math.floor(seq / CHUNK)).filter((chunk) => !done.has(chunk)));
  for (const chunk of open) {
    const range = IDBKeyRange.bound([run, chunk * CHUNK], [run, (chunk + 1) * CHUNK], false, true);
    for (const { seq, reply, result } of await db.getAll('replies', range))
      look(searchedText(reply), searchedRules(result), seq);
  }
  return found.sort((a, b) => a - b);
}

/** In any case, and with any kind of apostrophe. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
