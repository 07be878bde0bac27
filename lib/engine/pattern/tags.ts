/** What a token is, whatever its word: its parts of speech, and whether a gap may take it. One bit each. */
import type { Token } from '../document';
import { PARTS_OF_SPEECH } from './parse';

const CLAUSE_MARKS = new Set([',', ';', ':', '.', '!', '?', '(', ')', '…']);
const MAIN_VERB_AUXILIARIES = new Set(['be', 'do', 'have']);

const BITS = new Map(PARTS_OF_SPEECH.map((pos, index) => [pos, 1 << index]));
const VERB = tagOf('VERB');
/** What a gap takes: it does not reach over a clause's punctuation. */
export const IN_CLAUSE = 1 << PARTS_OF_SPEECH.length;

/** The bit of a part of speech; 0 for what is none. */
export function tagOf(pos: string): number {
  return BITS.get(pos) ?? 0;
}

export function tagsOf(tokens: readonly Token[], at: number): number {
  const token = tokens[at] as Token;
  let tags = tagOf(token.pos);
  if (isMainVerb(tokens, at)) tags |= VERB;
  if (!CLAUSE_MARKS.has(token.norm)) tags |= IN_CLAUSE;
  return tags;
}

/** 'do' in "can't do that" is tagged as an auxiliary, and is the verb of its clause. */
function isMainVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.pos !== 'AUX' || !MAIN_VERB_AUXILIARIES.has(token.lemma)) return false;
  const next = tokens[at + 1];
  return next === undefined || (next.pos !== 'VERB' && next.pos !== 'AUX' && next.norm !== 'not');
}
