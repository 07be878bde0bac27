import type { PhraseDetector } from './detector';

export const directive: PhraseDetector = { principle: 'directive', tests: [] };
