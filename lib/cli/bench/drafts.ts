/** Drafts to measure on, put together from the project's own labelled exchanges, flagged phrases and all. */
import { readFileSync } from 'node:fs';
import type { Conversation } from '../../engine/types';

export interface BenchDraft {
  text: string;
  conversation: Conversation;
}

const CORPUS = ['tests/corpus/authored.jsonl', 'tests/corpus/rewrites.jsonl'];

/**
 * As many drafts of `chars` characters (to the end of a reply) as the corpus has. No two share a reply, and those of another
 * length share no sentence with them: what was read for one is never known for the next, and each first read is cold.
 */
export function benchDrafts(chars: number): BenchDraft[] {
  const drafts: BenchDraft[] = [];
  let parts: string[] = [];
  for (const { draft, customer } of CORPUS.flatMap(rowsOf)) {
    parts.push(draft);
    const text = parts.join('\n\n');
    if (text.length < chars) continue;
    const own = unlike(text, `${chars / 100}`).slice(0, chars);
    drafts.push({ text: own, conversation: customer === undefined ? {} : { customer } });
    parts = [];
  }
  return drafts;
}

/** At least `count` replies of about 300 characters, a number of its own in each sentence: none is known from before. */
export function bulkReplies(count: number): BenchDraft[] {
  const replies = benchDrafts(300);
  return Array.from({ length: count }, (_, at) => {
    const { text, conversation } = replies[at % replies.length] as BenchDraft;
    return { text: unlike(text, String(at)), conversation };
  });
}

/** The text with a word of its own in each sentence. */
function unlike(text: string, mark: string): string {
  let sentence = 0;
  return text.replace(/(?=[.?!](?:\s|$))/g, () => ` ${mark}${String.fromCharCode(97 + (sentence++ % 26))}`);
}

function rowsOf(file: string): { draft: string; customer?: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
