/** The engine with the built-in banks, and the agent's own words over them. */
import { once } from '../engine/cache';
import { coach } from '../engine/coach';
import { suggest } from '../engine/suggest';
import type { OwnWords, PrincipleId } from '../engine/types';
import { builtInBanks } from '../phrasebank/built-in';
import { withOwnWords } from '../phrasebank/own-words';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../ui/principles';
import { t } from '../ui/text';
import type { Engine } from './engine';

const OWN_WORDS = {
  message: (instead: string) => (instead ? t('own_words_message', instead) : t('own_words_message_none')),
  title: t('options_words'),
};

/** The banks are compiled when they are first needed: a worker that only relays a command starts at once. */
export function builtInEngine(words: () => OwnWords): Engine {
  const layered = once((own: OwnWords) => withOwnWords(builtInBanks(), own, OWN_WORDS));
  const why = (principle: PrincipleId) => builtInBanks().why(principle);
  return {
    review: (draft, conversation, options) => coach(draft, conversation, layered(words()), options),
    suggest,
    why,
    rules: () =>
      [...PHRASE_PRINCIPLES, ...DRAFT_PRINCIPLES].map((principle) => ({
        principle,
        why: why(principle),
        rules: builtInBanks()
          .allRules()
          .filter((rule) => rule.bank === principle)
          .map(({ id, entry }) => ({ id, message: entry.message, severity: entry.severity })),
      })),
  };
}
