import type { PhraseDetector } from './detector';

export const policyShield: PhraseDetector = { principle: 'policy-shield', tests: [] };
