/** Where the clauses of a sentence begin and end, as far as words and punctuation show it. */
import type { CompiledBanks } from '../../phrasebank/compile';
import type { Reading } from '../document';
import type { TokenRange } from '../pattern/match';

const CLAUSE_MARKS = new Set([',', ';', ':', '(', ')', '—', '–', '-', '…', '.', '!', '?']);

const ADDING = new Set(['and', 'or']);

/**
 * The clause that a token lies in: up to the next mark, or the next word that opens a clause ($clause-joiner of
 * classes.json: 'but', 'because', 'and we'). A joiner belongs to the clause that it opens.
 */
export function clauseAt(reading: Reading, at: number, banks: CompiledBanks): TokenRange {
  const { tokens } = reading;
  const openings = new Set(banks.find('clause-joiner', reading).map(({ from }) => from));
  let from = at;
  while (from > 0 && !openings.has(from) && !isMark(reading, from - 1)) from -= 1;
  let to = at + 1;
  while (to < tokens.length && !openings.has(to) && !isMark(reading, to)) to += 1;
  return { from, to };
}

/** A comma, dash, colon or bracket that ends a clause; the hyphen of 'follow-up' is none. */
function isMark({ tokens }: Reading, index: number): boolean {
  const token = tokens[index];
  if (!token || !CLAUSE_MARKS.has(token.norm)) return false;
  return token.norm !== '-' || (token.spaced && (tokens[index + 1]?.spaced ?? true));
}

/**
 * The clause opens with 'if', 'when', 'should you', ...: what it says is not said to be so. Nor is what an 'and' adds
 * to it: "if you can't sign in and you have forgotten your password".
 */
export function isConditional(reading: Reading, at: number, banks: CompiledBanks): boolean {
  const clause = clauseAt(reading, at, banks);
  if (banks.find('conditional', reading).some(({ from, to }) => from >= clause.from && to <= at)) return true;
  const adds = clause.from > 0 && ADDING.has(reading.tokens[clause.from]?.norm ?? '');
  return adds && isConditional(reading, clause.from - 1, banks);
}

/** A class of classes.json stands in this range. */
export function hasWithin(name: string, reading: Reading, range: TokenRange, banks: CompiledBanks): boolean {
  return banks.find(name, reading).some(({ from, to }) => from >= range.from && to <= range.to);
}

/** A class of classes.json ends right before this token. */
export function endsAt(name: string, reading: Reading, at: number, banks: CompiledBanks): TokenRange | undefined {
  return banks.find(name, reading).find(({ to }) => to === at);
}

/** A class of classes.json begins at this token. */
export function beginsAt(name: string, reading: Reading, at: number, banks: CompiledBanks): TokenRange | undefined {
  return banks.find(name, reading).find(({ from }) => from === at);
}
