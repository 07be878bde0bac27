/** Sentences put beside another one, or in its place: where a line belongs to what is said, not to an end of the reply. */
import type { DraftFacts } from '../detectors/detector';
import type { Sentence } from '../document';
import type { Edit } from '../types';
import { capitalise, decapitalise } from './splice';
import type { Voice } from './voice';

/** After the sentence, in its paragraph. */
export function insertAfter({ document }: DraftFacts, { end }: Sentence, said: string, voice: Voice): Edit {
  const closed = /(?:[.!?…)"”]|\p{Extended_Pictographic}\uFE0F?)\s*$/u.test(document.text.slice(0, end));
  const last = document.text.slice(end).trim() === '';
  const text = voice.lowerCase ? decapitalise(last ? said.replace(/\.$/, '') : said) : capitalise(said);
  return { start: end, end, text: `${closed ? '' : '.'} ${text}` };
}

/** Before the sentence, in its paragraph. */
export function insertBefore(_facts: DraftFacts, { start }: Sentence, said: string, voice: Voice): Edit {
  return { start, end: start, text: `${voice.lowerCase ? decapitalise(said) : capitalise(said)} ` };
}

/** In place of the sentences from the one to the other, both included. */
export function inPlaceOf({ start }: Sentence, { end }: Sentence, said: string, voice: Voice): Edit {
  return { start, end, text: voice.lowerCase ? decapitalise(said) : capitalise(said) };
}
