/** The nouns that a refusal is about. */
import type { Reading } from '../../../document';
import { textOf } from '../../words';

/** The first noun phrase of a range, without what hangs on it. */
export function nounPhrase(reading: Reading, from: number, to: number): string | null {
  const { tokens } = reading;
  let end = from;
  while (
    end < to &&
    ['DET', 'ADJ', 'NUM', 'PRON', 'NOUN', 'PROPN'].includes(tokens[end]?.pos ?? '') &&
    !(end > from && /^(?:right|now|today|tomorrow|yesterday|that|this)$/.test(tokens[end]?.norm ?? ''))
  )
    end += 1;
  // 'your booking': a noun that looks like a verb
  if (
    end > from &&
    end < to &&
    ['DET', 'PRON', 'ADJ'].includes(tokens[end - 1]?.pos ?? '') &&
    tokens[end]?.pos === 'VERB'
  )
    return textOf(reading, from, end + 1);
  if (end === from || !['NOUN', 'PROPN', 'PRON'].includes(tokens[end - 1]?.pos ?? '')) return null;
  return textOf(reading, from, end);
}
