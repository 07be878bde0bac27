/** Small helpers over the tokens of one sentence. Everything in tokens of its reading, ends exclusive. */
import type { Reading, Sentence, Token } from '../document';
import type { TokenRange } from '../pattern/match';
import type { Span } from '../types';

export function textOf({ text, tokens }: Reading, from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? text.slice(first.start, last.end) : '';
}

/** Where tokens stand in the draft. */
export function spanOfTokens({ reading, start }: Sentence, from: number, to: number): Span {
  const { tokens } = reading;
  return { start: start + (tokens[from]?.start ?? 0), end: start + (tokens[to - 1]?.end ?? 0) };
}

/** The first token at or after `from`, before `to`, that fits; -1 where none does. */
export function findToken(
  { tokens }: Reading,
  from: number,
  to: number,
  fits: (token: Token, index: number) => boolean,
): number {
  for (let index = Math.max(0, from); index < Math.min(to, tokens.length); index += 1) {
    if (fits(tokens[index] as Token, index)) return index;
  }
  return -1;
}

const ENDS = new Set(['.', '!', '?', '…', '...', '!!', '!!!', '??', '?!']);

/** The end of the sentence's words, before its closing marks. */
export function bodyEnd({ tokens }: Reading): number {
  let end = tokens.length;
  while (end > 0 && (ENDS.has((tokens[end - 1] as Token).text) || /^[.!?…]+$/.test((tokens[end - 1] as Token).text)))
    end -= 1;
  return end;
}

/** The words at `at` are these, by their normal forms. */
export function readsAt({ tokens }: Reading, at: number, ...norms: string[]): boolean {
  return norms.every((norm, index) => tokens[at + index]?.norm === norm);
}

export function isSubjectPronoun(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(?:i|we|you|he|she|it|they|there|this|that|these|those|i'm|we're|you're|they're|it's)$/.test(token.norm)
  );
}

const FINITE = new Set([
  'is',
  'are',
  'was',
  'were',
  'am',
  'has',
  'have',
  'had',
  'do',
  'does',
  'did',
  'will',
  'can',
  'could',
  'would',
  'should',
  'may',
  'might',
  'must',
  'shall',
]);
const CONTRACTED = /^(?:i'm|we're|you're|they're|it's|that's|there's|he's|she's)$/;

/** The index of the first finite verb in a range, or -1: what makes a clause of a phrase. */
export function finiteVerb(reading: Reading, { from, to }: TokenRange): number {
  return findToken(reading, from, to, (token, index) => {
    if (token.norm === 'am' && reading.tokens[index - 1]?.norm !== 'i') return false;
    if (FINITE.has(token.norm) && (token.pos === 'AUX' || token.pos === 'VERB')) return true;
    if (CONTRACTED.test(token.norm)) return true;
    if (token.pos !== 'VERB') return false;
    const before = reading.tokens[index - 1];
    if (
      index === from ||
      !before ||
      before.norm === 'to' ||
      before.pos === 'ADP' ||
      before.pos === 'DET' ||
      before.pos === 'ADJ'
    )
      return false;
    return !/ing$/.test(token.norm);
  });
}

/** A range that has a subject and a finite verb. */
export function isClause(reading: Reading, range: TokenRange): boolean {
  const verb = finiteVerb(reading, range);
  return verb > range.from || (verb === range.from && CONTRACTED.test(reading.tokens[verb]?.norm ?? ''));
}
