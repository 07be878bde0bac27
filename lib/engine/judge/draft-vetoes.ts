/** Where the second reader of the draft may not speak up by itself: the detector sees what words cannot tell. */
import type { DraftFacts } from '../detectors/detector';
import { isPutRight } from '../detectors/no-follow-up';
import { replyOf } from '../reply';

type Veto = (facts: DraftFacts) => boolean;

const VETOES: Readonly<Record<string, Veto>> = {
  // Which question stays open is for the detector to say
  'unanswered-question': () => true,
  // Where nothing was put right, or nothing was wrong, there is nothing to look back at
  'no-follow-up': (facts) => !isPutRight(facts),
  // Who says 'we made a mistake' has owned it
  'no-ownership': (facts) =>
    replyOf(facts).sentences.some(
      ({ roles, sentence }) => roles.has('owning') || facts.banks.has('own-slip', sentence.reading),
    ),
};

/** No finding of this principle may come of words alone, nor out of a hint. */
export function isDetectorsAlone(principle: string, facts: DraftFacts): boolean {
  return VETOES[principle]?.(facts) ?? false;
}
