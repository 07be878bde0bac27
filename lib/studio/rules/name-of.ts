/** What a rule is called: its first phrase, or its id where it is code. */
import type { Entry } from '../../engine/types';
import { t } from '../../ui/text';
import { patternWords } from './pattern/pattern-line';

const LONGEST = 60;

export function nameOf({ id, patterns }: Pick<Entry, 'id' | 'patterns'>): string {
  const words = patterns[0] ? patternWords(patterns[0]) : id;
  return t('panel_quote', words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words);
}
