/** How much a clause says of what went wrong for them: what failed, was lost, late, charged or broken. */

import type { CompiledBanks } from '../../../phrasebank/compile';
import type { Reading } from '../../document';
import type { Candidate } from './candidates';

/** The circumstance makes it theirs. */
const WHEN = /^(?:when|after|before|until|with|without)$/;
/** What they did or have is the harm itself: 'I had no reply'. */
const LACK = /^(?:no|nothing|never|none|wrong|without)$/;

/** 0: no harm in it. */
export function harmOf(reading: Reading, { clause }: Candidate, banks: CompiledBanks, upset: boolean): number {
  const { tokens } = reading;
  const within = (name: string) =>
    banks.find(name, reading).filter(({ from, to }) => from < clause.to && to > clause.from).length;
  const troubles = within('trouble');
  const first = tokens[clause.from]?.norm ?? '';
  const done = upset && doneToTheirs(reading, clause, banks);
  if (troubles === 0 && !clause.state && !done) return 0;
  const mine = /^(?:i|we)$/.test(first) || clause.subjectEnd === clause.from;
  const background =
    banks.find('background-act', reading).some(({ from, to }) => from <= clause.main && to > clause.main) &&
    !tokens.slice(clause.from, clause.to).some(({ norm }) => LACK.test(norm));
  const long = clause.to - clause.from > 5 ? 0.6 : 0;
  return (
    Math.min(3, troubles) * 0.8 +
    (done ? 0.7 : 0) +
    Math.min(2, within('trouble-hint')) * 0.3 +
    Math.min(1, within('grave')) * 1.2 +
    long +
    (clause.negative ? 0.2 : 0) +
    (clause.state ? 0.8 : 0) +
    (tokens.slice(clause.main, clause.to).some(({ norm }) => WHEN.test(norm)) ? 0.1 : 0) -
    (mine && background ? 1.4 : 0)
  );
}

/** 'Your contractor dug up my garden': to somebody who is upset, what we did to a thing of theirs is the harm. */
function doneToTheirs(reading: Reading, { from, to, main }: Candidate['clause'], banks: CompiledBanks): boolean {
  const { tokens } = reading;
  if (!/^(?:you|your)$/.test(tokens[from]?.norm ?? '') || tokens[main]?.pos !== 'VERB') return false;
  if (banks.find('good-turn', reading).some((range) => range.from <= main && range.to > main)) return false;
  return tokens.slice(main + 1, Math.min(to, main + 6)).some(({ norm }) => norm === 'my' || norm === 'our');
}
