import type { PhraseDetector } from './detector';

export const canned: PhraseDetector = { principle: 'canned', tests: [] };
