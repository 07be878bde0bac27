import type { DraftDetector } from './detector';

export const noFollowUp: DraftDetector = { principle: 'no-follow-up', detect: () => [] };
