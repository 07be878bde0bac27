import type { PhraseDetector } from './detector';

export const hedging: PhraseDetector = { principle: 'hedging', tests: [] };
