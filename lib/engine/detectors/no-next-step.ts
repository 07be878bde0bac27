import type { DraftDetector } from './detector';

export const noNextStep: DraftDetector = { principle: 'no-next-step', detect: () => [] };
