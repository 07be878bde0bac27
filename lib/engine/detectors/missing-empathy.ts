import type { DraftDetector } from './detector';

export const missingEmpathy: DraftDetector = { principle: 'missing-empathy', detect: () => [] };
