import type { DraftDetector } from './detector';

export const notListening: DraftDetector = { principle: 'not-listening', detect: () => [] };
