/** The engine with the built-in banks. */
import { coach } from '../engine/coach';
import { suggest } from '../engine/suggest';
import type { PrincipleId } from '../engine/types';
import { builtInBanks } from '../phrasebank/built-in';
import { DRAFT_PRINCIPLES, PHRASE_PRINCIPLES } from '../ui/principles';
import type { Engine } from './engine';

/** The banks are compiled when they are first needed: a worker that only relays a command starts at once. */
export function builtInEngine(): Engine {
  const why = (principle: PrincipleId) => builtInBanks().why(principle);
  return {
    review: (draft, conversation, options) => coach(draft, conversation, builtInBanks(), options),
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
