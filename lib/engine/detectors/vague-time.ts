import type { PhraseDetector } from './detector';

export const vagueTime: PhraseDetector = { principle: 'vague-time', tests: [] };
