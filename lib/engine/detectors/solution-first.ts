import type { DraftDetector } from './detector';

export const solutionFirst: DraftDetector = { principle: 'solution-first', detect: () => [] };
