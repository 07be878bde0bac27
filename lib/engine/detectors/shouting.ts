import type { PhraseDetector } from './detector';

export const shouting: PhraseDetector = { principle: 'shouting', tests: [] };
