/** What a sentence is weighed by: what the banks found in it, where it stands, its words and word classes. */
import type { CompiledBanks, RuleMatch } from '../../phrasebank/compile';
import type { PhraseContext, PhraseHit } from '../detectors/detector';
import type { Reading } from '../document';
import { rolesOf } from '../roles';
import { severityOf } from '../severity';
import type { Feature } from './linear';
import type { Standing } from './lines';
import { wordFeatures, wordValue } from './words';

export const CLASS_VALUE = 0.5;
const SETTING_VALUE = 0.5;

/** What the banks say of a sentence before it is weighed. */
export interface Candidates {
  hits: readonly PhraseHit[];
  /** All matches, those that a context test left alone too. */
  matches: readonly RuleMatch[];
  /** Principles of which something was found in what the team says is fine here: their words speak for nothing. */
  fine: ReadonlySet<string>;
}

/** The hits of a principle that the second reader knows of. */
export function builtInHits(principle: string, { hits }: Candidates): readonly PhraseHit[] {
  return hits.length > 0 ? hits.filter(({ rule }) => rule.builtIn && rule.bank === principle) : hits;
}

export function standingOf(principle: string, candidates: Candidates): Standing {
  const { matches } = candidates;
  const own = builtInHits(principle, candidates);
  if (own.length === 0 && matches.length === 0) return 'alone';
  if (own.some((hit) => severityOf(hit) !== 'low')) return 'found';
  const matched = own.length > 0 || matches.some(({ rule }) => rule.builtIn && rule.bank === principle);
  return matched ? 'hinted' : 'alone';
}

/** What the banks found, as features. */
export function candidateFeatures(candidates: Candidates, targets: readonly string[]): Feature[] {
  const features: Feature[] = [];
  if (candidates.matches.length === 0 && candidates.hits.length === 0) return features;
  for (const principle of targets) {
    const own = builtInHits(principle, candidates);
    const standing = standingOf(principle, candidates);
    if (standing === 'found') features.push({ id: `found:${principle}`, value: 1 });
    else if (own.length > 0) features.push({ id: `hint:${principle}`, value: 1 });
    else if (standing === 'hinted') features.push({ id: `left:${principle}`, value: 1 });
    for (const id of new Set(own.map(({ rule }) => rule.id))) features.push({ id: `rule:${id}`, value: 1 });
  }
  return features;
}

/** What the conversation lends to a sentence: the same words ring differently in a chat, or to somebody upset. */
export function settingFeatures({ sentence, conversation, document, banks }: PhraseContext): Feature[] {
  const { mood, source, problem, questions, customer } = conversation;
  const place = sentence.index === 0 ? 'first' : sentence.index === document.sentences.length - 1 ? 'last' : 'mid';
  const beside = (name: string, at: number) => {
    const other = document.sentences[at];
    return other
      ? [...rolesOf(other.reading, banks)].map((role) => ({ id: `${name}:${role}`, value: SETTING_VALUE }))
      : [];
  };
  return [
    // An excuse that is owned in the next breath, a rule with its way out
    ...beside('before', sentence.index - 1),
    ...beside('after', sentence.index + 1),
    { id: `mood:${mood.id}`, value: SETTING_VALUE },
    { id: `channel:${source.channel}`, value: SETTING_VALUE },
    { id: `place:${place}`, value: SETTING_VALUE },
    { id: `they:${problem ? 'report' : questions.length > 0 ? 'ask' : 'tell'}`, value: SETTING_VALUE },
    // Who told their story need not be asked for it
    { id: `told:${Math.min(3, customer.sentences.length)}`, value: SETTING_VALUE },
  ];
}

/** A sentence's words and word classes as features: what does not change while the sentence stands. */
export function readingFeatures(reading: Reading, classes: readonly string[], banks: CompiledBanks): Feature[] {
  const value = wordValue(reading);
  return [
    ...wordFeatures(reading).map(({ id }) => ({ id, value })),
    ...classes.filter((name) => banks.has(name, reading)).map((name) => ({ id: `class:${name}`, value: CLASS_VALUE })),
  ];
}
