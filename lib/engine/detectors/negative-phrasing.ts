import type { PhraseDetector } from './detector';

export const negativePhrasing: PhraseDetector = { principle: 'negative-phrasing', tests: [] };
