/** The banks of a run: the built-in ones with the own words of the day it began. */

import { builtInBanks } from '../../phrasebank/built-in';
import type { CompiledBanks } from '../../phrasebank/compile';
import { withOwnWords } from '../../phrasebank/own-words';
import type { EngineSetup } from '../model';

/** Where the preferred form goes in `EngineSetup.texts.message`: a sign that no text has. */
export const PREFERRED = '\uE000';

export function banksOf({ words, texts }: EngineSetup): CompiledBanks {
  return withOwnWords(builtInBanks(), words, {
    title: texts.title,
    message: (instead) => (instead ? texts.message.replaceAll(PREFERRED, () => instead) : texts.none),
  });
}
