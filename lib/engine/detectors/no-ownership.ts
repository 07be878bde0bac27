import type { DraftDetector } from './detector';

export const noOwnership: DraftDetector = { principle: 'no-ownership', detect: () => [] };
