/** The banks of a run: the built-in ones with the own words of the day it began. */
import { builtInBanks } from '../../phrasebank/built-in';
import type { CompiledBanks } from '../../phrasebank/compile';
import { withOwnWords } from '../../phrasebank/own-words';
import { type EngineSetup, PREFERRED } from '../model';

export function banksOf({ words, texts }: EngineSetup): CompiledBanks {
  return withOwnWords(builtInBanks(), words, {
    title: texts.title,
    message: (instead) => (instead ? texts.message.replaceAll(PREFERRED, () => instead) : texts.none),
  });
}
