/** What a rule says, for people, and where in the studio it stands. */
import { type Layer, ruleId } from '../phrasebank/layer';
import { WORDS_BANK, wordIds } from '../phrasebank/spellings';
import { routeHash } from './route';
import type { Rulebook } from './types';

/** Its id where no such rule is known. */
export function ruleName(id: string, { rules }: Rulebook, layer: Layer): string {
  const team = layer.rules.find((rule) => ruleId(rule) === id);
  const builtIn = rules.find(({ principle, entry }) => `${principle}/${entry.id}` === id);
  return team?.message ?? builtIn?.entry.message ?? wordOf(id, layer) ?? id;
}

export function ruleHref(id: string, layer: Layer): string {
  const word = wordOf(id, layer);
  if (word === null) return routeHash({ view: 'rules', at: id });
  return routeHash({ view: 'words', at: 'avoid', query: new URLSearchParams({ q: word }).toString() });
}

/** A word to avoid is a rule, too. */
function wordOf(id: string, { words }: Layer): string | null {
  const at = wordIds(words, 'team').findIndex((one) => `${WORDS_BANK}/${one}` === id);
  return words.avoid[at]?.say ?? null;
}
