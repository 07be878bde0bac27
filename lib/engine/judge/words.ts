/** A sentence as features: its words, as written and as in a dictionary, and those that stand near each other. */
import { quotedTokens } from '../context/quoted';
import type { Reading, Token } from '../document';
import type { TokenRange } from '../pattern/match';

export interface WordFeature extends TokenRange {
  id: string;
}

const WORD_VALUE = 4;
const NUMBER = '#';
const NAME = '@';
const QUOTED = '"';
/** Words up to so many tokens apart are a pair. */
export const REACH = 3;

/** The words of a sentence as written and as in a dictionary, from '^' to '$', with a stand-in for what is nobody's to learn. */
export function spelled(reading: Reading): { norms: string[]; lemmas: string[] } {
  const { tokens } = reading;
  const norms = ['^'];
  const lemmas = ['^'];
  const quoted = quotedTokens(reading);
  for (let at = 0; at < tokens.length; at += 1) {
    const { norm, lemma, pos, kind } = tokens[at] as Token;
    const isName = pos === 'PROPN' && at > 0;
    const stand = quoted[at] ? QUOTED : kind === 'number' || /\d/.test(norm) ? NUMBER : isName ? NAME : null;
    norms.push(stand ?? norm);
    lemmas.push(stand ?? lemma);
  }
  norms.push('$');
  lemmas.push('$');
  return { norms, lemmas };
}

/**
 * `u:` a word, `b:` two, `t:` three in a row; `l:` a dictionary form, `s:` two of them at most three tokens apart.
 * Numbers and names are one word each, so that nobody's data is ever learnt; so is what stands in quotation marks, which
 * somebody else said.
 */
export function wordFeatures(reading: Reading): WordFeature[] {
  const { tokens } = reading;
  const { norms, lemmas } = spelled(reading);
  const features = new Map<string, WordFeature>();
  const add = (id: string, first: number, last: number) => {
    // Places are tokens of the sentence; '^' and '$' stand outside it.
    if (!features.has(id)) features.set(id, { id, from: Math.max(0, first - 1), to: Math.min(tokens.length, last) });
  };
  for (let at = 0; at < norms.length; at += 1) {
    add(`u:${norms[at]}`, at, at);
    add(`l:${lemmas[at]}`, at, at);
    if (at + 1 < norms.length) add(`b:${norms[at]} ${norms[at + 1]}`, at, at + 1);
    if (at + 2 < norms.length) add(`t:${norms[at]} ${norms[at + 1]} ${norms[at + 2]}`, at, at + 2);
    for (let other = at + 1; other <= at + REACH && other < lemmas.length; other += 1)
      add(`s:${lemmas[at]} ${lemmas[other]}`, at, other);
  }
  return [...features.values()];
}

/** What each feature counts: long sentences have more features, not more to say. */
export function wordValue({ tokens }: Reading): number {
  return WORD_VALUE / Math.sqrt(tokens.length + 2);
}
