import type { DraftDetector } from './detector';

export const unansweredQuestion: DraftDetector = { principle: 'unanswered-question', detect: () => [] };
