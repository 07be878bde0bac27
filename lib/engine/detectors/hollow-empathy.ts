import type { PhraseDetector } from './detector';

export const hollowEmpathy: PhraseDetector = { principle: 'hollow-empathy', tests: [] };
