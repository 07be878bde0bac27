import type { PhraseDetector } from './detector';

export const dismissive: PhraseDetector = { principle: 'dismissive', tests: [] };
