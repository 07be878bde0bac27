import type { PhraseDetector } from './detector';

export const blame: PhraseDetector = { principle: 'blame', tests: [] };
