/** The built-in banks as the studio shows them: read, and not compiled, so that they are there at once. */
import type { PrincipleId } from '../../engine/types';
import { builtInClasses, builtInPrinciples, builtInScoring } from '../../phrasebank/built-in';
import { fingerprint } from '../../phrasebank/fingerprint';
import type { Rulebook } from '../types';

/** Enough to tell what a word class is about. */
const MEMBERS = 12;

export function rulebook(): Rulebook {
  const banks = builtInPrinciples();
  const classes = [builtInClasses(), ...banks.map((bank) => bank.classes ?? {})].flatMap(Object.entries);
  return {
    rules: banks.flatMap(({ id, entries }) =>
      entries.map((entry) => ({ principle: id as PrincipleId, entry, fingerprint: fingerprint(entry) })),
    ),
    why: Object.fromEntries(banks.map(({ id, title, why }) => [id, { ...why, title }])) as Rulebook['why'],
    weights: builtInScoring().weights,
    classes: classes
      .map(([name, members]) => ({ name, members: members.slice(0, MEMBERS) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
}
