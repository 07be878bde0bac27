import type { DraftDetector } from './detector';

export const toneMismatch: DraftDetector = { principle: 'tone-mismatch', detect: () => [] };
