import type { PhraseDetector } from './detector';

export const excuse: PhraseDetector = { principle: 'excuse', tests: [] };
