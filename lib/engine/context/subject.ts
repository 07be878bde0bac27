/** Who a verb of the sentence speaks of: us, the customer, or somebody else. */
import type { CompiledBanks } from '../../phrasebank/compile';
import type { Reading } from '../document';
import type { TokenRange } from '../pattern/match';
import { clauseAt } from './clause';

export type Subject = 'we' | 'you' | 'other' | 'none';

const NOUNS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
/** Between a subject and its verb. */
const PASSED = new Set(['AUX', 'ADV', 'PART', 'VERB', 'INTJ', 'CCONJ']);

/**
 * The subject of the verb at a token: the nearest noun or pronoun before it in its clause. 'none' where the clause
 * begins with the verb, as in an imperative or a chat's "can't do that". $we and $you are word classes of classes.json.
 */
export function subjectOf(reading: Reading, at: number, banks: CompiledBanks): Subject {
  const clause = clauseAt(reading, at, banks);
  const found = subjectRange(reading, at, clause.from);
  if (!found) return 'none';
  const stands = (name: string) =>
    banks.find(name, reading).some(({ from, to }) => from <= found.from && to === found.to && from >= clause.from);
  if (stands('we')) return 'we';
  return stands('you') ? 'you' : 'other';
}

/** The token that is the subject of the verb at `at`, not before `from`. */
function subjectRange({ tokens }: Reading, at: number, from: number): TokenRange | undefined {
  for (let index = at - 1; index >= from; index -= 1) {
    const token = tokens[index];
    if (!token) return undefined;
    // "u" is tagged as a noun, an adjective or a mark, whatever it likes
    if (NOUNS.has(token.pos) || token.norm === 'u') return { from: index, to: index + 1 };
    if (!PASSED.has(token.pos) && token.pos !== 'PUNCT' && token.pos !== 'ADJ') return undefined;
  }
  return undefined;
}
