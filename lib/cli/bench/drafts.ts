/** Drafts to measure on, put together from the project's own labelled exchanges, flagged phrases and all. */
import { readFileSync } from 'node:fs';
import type { Conversation } from '../../engine/types';

export interface BenchDraft {
  text: string;
  conversation: Conversation;
}

const CORPUS = ['tests/corpus/authored.jsonl', 'tests/corpus/rewrites.jsonl'];

/** As many drafts of `chars` characters (to the end of a reply) as the corpus has. No two share a reply: caches stay cold. */
export function benchDrafts(chars: number): BenchDraft[] {
  const drafts: BenchDraft[] = [];
  let parts: string[] = [];
  for (const { draft, customer } of CORPUS.flatMap(rowsOf)) {
    parts.push(draft);
    const text = parts.join('\n\n');
    if (text.length < chars) continue;
    drafts.push({ text: text.slice(0, chars), conversation: customer === undefined ? {} : { customer } });
    parts = [];
  }
  return drafts;
}

/** At least `count` replies of about 300 characters, a number of its own in each sentence: none is known from before. */
export function bulkReplies(count: number): BenchDraft[] {
  const replies = benchDrafts(300);
  return Array.from({ length: count }, (_, at) => {
    const { text, conversation } = replies[at % replies.length] as BenchDraft;
    let sentence = 0;
    const unique = text.replace(/(?=[.?!](?:\s|$))/g, () => ` ${at}${String.fromCharCode(97 + (sentence++ % 26))}`);
    return { text: unique, conversation };
  });
}

function rowsOf(file: string): { draft: string; customer?: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
