import type { DraftDetector } from './detector';

export const boundary: DraftDetector = { principle: 'boundary', detect: () => [] };
