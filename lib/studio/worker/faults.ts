/** What keeps a rule from being saved, beside examples that fail. */
import { builtInBanks } from '../../phrasebank/built-in';
import type { TeamRule } from '../../phrasebank/layer';
import { faultsOf } from '../../phrasebank/layer-schema';
import { missingClasses } from '../../phrasebank/stale';
import type { FieldFault } from '../types';

export function faultsIn(rule: TeamRule): FieldFault[] {
  const faults = faultsOf(rule);
  return faults.length > 0 ? faults : [...unknownIn(rule, 'patterns'), ...unknownIn(rule, 'unless')];
}

/** A rule that is out on a machine whose banks lack a class rests there; one that is being written should not. */
function unknownIn(rule: TeamRule, field: 'patterns' | 'unless'): FieldFault[] {
  return (rule[field] ?? []).flatMap((pattern, place) =>
    missingClasses({ ...rule, patterns: [pattern], unless: [] }, rule.principle, builtInBanks()).map((name) => ({
      field: `${field}.${place}`,
      text: `There is no word class $${name}.`,
    })),
  );
}
