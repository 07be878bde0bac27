import { notQuoted } from './context-tests';
import type { PhraseDetector } from './detector';

export const canned: PhraseDetector = { principle: 'canned', tests: [notQuoted], join: 3 };
