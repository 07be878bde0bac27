/** The banks of a run: the built-in ones with the own words of the day it began. */
import { builtInBanks } from '../../phrasebank/built-in';
import type { CompiledBanks } from '../../phrasebank/compile';
import { type OwnWordsTexts, withOwnWords } from '../../phrasebank/own-words';
import { type EngineSetup, PREFERRED } from '../model';

export function banksOf({ words, texts }: EngineSetup): CompiledBanks {
  return withOwnWords(builtInBanks(), words, messagesOf(texts));
}

export function messagesOf({ title, message, none }: EngineSetup['texts']): OwnWordsTexts {
  return { title, message: (instead) => (instead ? message.replaceAll(PREFERRED, () => instead) : none) };
}
