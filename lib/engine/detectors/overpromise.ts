import type { PhraseDetector } from './detector';

export const overpromise: PhraseDetector = { principle: 'overpromise', tests: [] };
