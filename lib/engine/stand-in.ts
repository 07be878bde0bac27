/** A gap stands for what a reply lacks until the agent fills it: '[option]' is no option yet, but the place for one. */
import type { CompiledBanks } from '../phrasebank/compile';
import { findGaps } from './gaps';
import type { DraftPrinciple } from './types';

/** Tone, names and ownership are not mended by a place left open. */
const MENDED: readonly DraftPrinciple[] = [
  'missing-empathy',
  'not-listening',
  'unanswered-question',
  'refusal-without-option',
  'no-next-step',
  'no-follow-up',
];

const known = new WeakMap<CompiledBanks, Map<string, Set<string>>>();

/** One of the gaps that this principle's suggestions leave stands open in the draft. */
export function standsIn(principle: DraftPrinciple, openGaps: ReadonlySet<string>, banks: CompiledBanks): boolean {
  if (openGaps.size === 0 || !MENDED.includes(principle)) return false;
  let byPrinciple = known.get(banks);
  if (!byPrinciple) {
    byPrinciple = new Map();
    known.set(banks, byPrinciple);
  }
  let names = byPrinciple.get(principle);
  if (!names) {
    const rewrites = banks.allRules().flatMap(({ bank, entry }) => (bank === principle ? (entry.rewrites ?? []) : []));
    const texts = [
      ...rewrites,
      ...banks.wordingsIfAny(`fallback-${principle}`),
      ...banks.wordingsIfAny(`gaps-${principle}`),
    ];
    names = new Set(texts.flatMap((text) => findGaps(text).map(({ name }) => name)));
    byPrinciple.set(principle, names);
  }
  for (const name of openGaps) if (names.has(name)) return true;
  return false;
}
