import type { DraftDetector } from './detector';

export const noPersonalTouch: DraftDetector = { principle: 'no-personal-touch', detect: () => [] };
