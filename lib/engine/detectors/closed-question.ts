import type { PhraseDetector } from './detector';

export const closedQuestion: PhraseDetector = { principle: 'closed-question', tests: [] };
