/**
 * The customer's own trouble, said back to them: the clause of their message that carries it, with the pronouns turned
 * (my -> your, I -> you, your -> our). Lifted, never inferred: where nothing fits, null.
 */
import { once } from '../cache';
import type { DraftFacts } from '../detectors/detector';
import { candidatesOf } from './lift/candidates';
import { unfit } from './lift/clean';
import { harmOf } from './lift/harm';
import { sayBack } from './lift/say-back';
import { writtenOut } from './lift/written-out';

/** What comes first is what they write about. */
const LATER = 0.22;
/** Below it the clause tells of something beside the trouble. */
const LEAST_HARM = 0.35;

/** The problem as a clause that fits after 'I'm sorry that', without a closing mark. */
export const problemOf = once(findProblem);

/** Of the clauses that can be said back, the one with most harm in it. */
function findProblem(facts: DraftFacts): string | null {
  const { banks } = facts;
  const upset = facts.conversation.mood.id !== 'calm';
  const found = writtenOut(facts).sentences.flatMap(({ reading, index }) =>
    candidatesOf(reading).flatMap((candidate) => {
      const harm = harmOf(reading, candidate, banks, upset);
      if (harm < LEAST_HARM || unfit(reading, candidate, banks) !== null) return [];
      const said = sayBack(reading, candidate, banks);
      return said === null ? [] : [{ said, harm: harm - Math.min(4, index) * LATER }];
    }),
  );
  return found.sort((a, b) => b.harm - a.harm)[0]?.said ?? null;
}

export { feelingOf } from './lift/feeling';
export { topicOf } from './lift/topic';
