/** A rule that begins with a phrase. */
import type { PhrasePrinciple } from '../../engine/types';
import { type Layer, ruleId, type TeamRule } from '../../phrasebank/layer';
import { t } from '../../ui/text';
import type { Rulebook, Studio } from '../types';
import { idFor } from './ids';
import { patternOfPhrase } from './pattern/phrase';

export interface Phrase {
  phrase: string;
  instead: string;
  principle: PhrasePrinciple;
}

/** What a team minds most is a phrase that everyone uses. */
export const FIRST_PRINCIPLE: PhrasePrinciple = 'canned';

export function newRule({ phrase, instead, principle }: Phrase, rulebook: Rulebook, studio: Studio): TeamRule {
  const pattern = patternOfPhrase(phrase);
  return {
    id: '',
    principle,
    patterns: pattern ? [pattern] : [],
    always: true,
    severity: 'medium',
    message: defaultMessage(principle, rulebook),
    ...(instead.trim() && { rewrites: [instead.trim()] }),
    source: defaultSource(studio),
    examples: [],
  };
}

/** Why its principle matters, until the manager says it better. */
export function defaultMessage(principle: PhrasePrinciple, { why }: Rulebook): string {
  return why[principle]?.short ?? '';
}

function defaultSource({ about, author }: Studio): string {
  const { name } = about.value;
  return name ? t('rules_source_team', name) : author.value || t('rules_source_default');
}

/** With an id of its own, where it has none yet. */
export function named(rule: TeamRule, rulebook: Rulebook, layer: Layer): TeamRule {
  if (rule.id) return rule;
  const { principle } = rule;
  const taken = new Set([
    ...rulebook.rules.map((one) => `${one.principle}/${one.entry.id}`),
    ...layer.rules.map(ruleId),
  ]);
  return { ...rule, id: idFor(rule.patterns[0] ?? '', (id) => taken.has(ruleId({ principle, id }))) };
}
