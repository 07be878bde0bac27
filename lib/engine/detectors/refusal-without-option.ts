import type { DraftDetector } from './detector';

export const refusalWithoutOption: DraftDetector = { principle: 'refusal-without-option', detect: () => [] };
