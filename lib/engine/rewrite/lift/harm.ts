/** How much a clause says of what went wrong for them: what failed, was lost, late, charged or broken. */

import type { CompiledBanks } from '../../../phrasebank/compile';
import type { Reading } from '../../document';
import type { Candidate } from './candidates';

/** The circumstance makes it theirs. */
const WHEN = /^(?:when|after|before|until|with|without)$/;
/** What they did or have is the harm itself: 'I had no reply'. */
const LACK = /^(?:no|nothing|never|none|wrong|without)$/;

/** 0: no harm in it. */
export function harmOf(reading: Reading, { clause }: Candidate, banks: CompiledBanks): number {
  const { tokens } = reading;
  const within = (name: string) =>
    banks.find(name, reading).filter(({ from, to }) => from < clause.to && to > clause.from).length;
  const troubles = within('trouble');
  if (troubles === 0 && !clause.state) return 0;
  const first = tokens[clause.from]?.norm ?? '';
  const mine = /^(?:i|we)$/.test(first) || clause.subjectEnd === clause.from;
  const background =
    banks.find('background-act', reading).some(({ from, to }) => from <= clause.main && to > clause.main) &&
    !tokens.slice(clause.from, clause.to).some(({ norm }) => LACK.test(norm));
  const long = clause.to - clause.from > 5 ? 0.6 : 0;
  return (
    Math.min(3, troubles) * 0.8 +
    Math.min(2, within('trouble-hint')) * 0.3 +
    Math.min(1, within('grave')) * 1.2 +
    long +
    (clause.negative ? 0.2 : 0) +
    (clause.state ? 0.8 : 0) +
    (tokens.slice(clause.main, clause.to).some(({ norm }) => WHEN.test(norm)) ? 0.1 : 0) -
    (mine && background ? 1.4 : 0)
  );
}
