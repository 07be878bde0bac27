import type { DraftFacts } from './detectors/detector';
import type { Finding, Scorecard } from './types';

export function scoreDraft(_facts: DraftFacts, _findings: readonly Finding[]): Scorecard {
  return {
    score: 100,
    criteria: {
      greeting: null,
      empathy: null,
      comprehension: null,
      ownership: null,
      solution: null,
      'next-step': null,
      'plain-words': null,
      tone: null,
      closing: null,
    },
  };
}
