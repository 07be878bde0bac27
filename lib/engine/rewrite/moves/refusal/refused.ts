/** Where a refusal begins and ends, and which of its words is the no. */
import { beginsAt, clauseAt } from '../../../context/clause';
import type { Reading } from '../../../document';
import type { RewriteContext } from '../../move';
import { findToken, isClause, readsAt } from '../../words';

export interface Refused {
  /** The first token after the bad-news opener. */
  from: number;
  /** The end of the clause, its condition included. */
  to: number;
  /** The 'not' or 'unable', and what it is: -1 where the refusal has none. */
  no: number;
}

export const NEGATIVE = /^(?:not|unable|no|never|neither|cannot|impossible)$/;

export function readRefused(reading: Reading, start: number, end: number, { banks }: RewriteContext['facts']): Refused {
  const { tokens } = reading;
  let from = start;
  const opener = beginsAt('bad-news', reading, start, banks);
  if (opener) {
    from = opener.to;
    while (tokens[from]?.pos === 'PUNCT' || tokens[from]?.norm === 'that' || tokens[from]?.norm === 'but') from += 1;
  } else {
    from = Math.min(start, clauseAt(reading, start, banks).from);
    while (from < start && /^(?:and|but|so|because|since|as|or|then|that|which|while)$/.test(tokens[from]?.norm ?? ''))
      from += 1;
    // 'Hi Ann we can not': the greeting is no part of the clause
    if (from === 0 && tokens[0]?.pos === 'INTJ') from = start;
  }
  const no = findToken(reading, from, Math.min(end + 3, tokens.length), ({ norm }) => NEGATIVE.test(norm));
  let to = clauseAt(reading, Math.max(no, from), banks).to;
  // 'the name or the date': no clause of its own
  while (to < tokens.length && /^(?:and|or)$/.test(tokens[to]?.norm ?? '')) {
    const next = clauseAt(reading, to + 1, banks).to;
    if (isClause(reading, { from: to + 1, to: Math.min(next, conditionAt(reading, to + 1, next)) })) break;
    to = next;
  }
  // the condition belongs to the refusal, whatever opens its clause
  while (to < tokens.length && /^(?:until|unless|till|once|if|before|without|after)$/.test(tokens[to]?.norm ?? '')) {
    to = clauseAt(reading, to + 1, banks).to;
  }
  while (to < tokens.length && readsAt(reading, to, 'you')) to = clauseAt(reading, to, banks).to;
  return { from, to, no };
}

/** Where a condition begins in a range, or its end. */
function conditionAt(reading: Reading, from: number, to: number): number {
  const at = findToken(reading, from, to, ({ norm }) =>
    /^(?:until|unless|till|once|if|before|without|after)$/.test(norm),
  );
  return at < 0 ? to : at;
}
