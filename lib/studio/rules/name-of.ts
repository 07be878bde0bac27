/** What a rule is called: its first phrase where that is plain words, else what it says. */
import type { Entry } from '../../engine/types';
import { t } from '../../ui/text';
import { attempt, readChips } from './pattern/chips';
import { phraseOf } from './pattern/spoken';

const LONGEST = 60;

export function nameOf({ patterns: [first = ''], message }: Pick<Entry, 'patterns' | 'message'>): string {
  const chips = attempt(() => readChips(first));
  const plain = !(chips instanceof Error) && chips.every(({ node }) => node.type === 'word');
  const words = (plain && phraseOf(chips)) || message;
  return t('panel_quote', words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words);
}
