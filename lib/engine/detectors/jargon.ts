import type { PhraseDetector } from './detector';

export const jargon: PhraseDetector = { principle: 'jargon', tests: [] };
