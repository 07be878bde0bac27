/** What the view does to a layer: each gives a new one, and says nothing of what it does not change. */
import type { Entry, Severity } from '../../engine/types';
import { type Layer, ruleId, type TeamRule } from '../../phrasebank/layer';
import { PHRASE_PRINCIPLES } from '../../ui/principles';
import { toggled } from '../../ui/toggled';
import type { BuiltInRule } from '../types';

export function findRule(layer: Layer, id: string): TeamRule | null {
  return layer.rules.find((rule) => ruleId(rule) === id) ?? null;
}

/** The rule in the place of `before` (its full id), or as the newest. */
export function withRule(layer: Layer, rule: TeamRule, before: string | null): Layer {
  const id = ruleId(rule);
  const place = layer.rules.findIndex((one) => ruleId(one) === before);
  const rules = place < 0 ? [...layer.rules, rule] : layer.rules.with(place, rule);
  const moved = before !== null && before !== id;
  const rulesOff = moved ? layer.rulesOff.map((off) => (off === before ? id : off)) : layer.rulesOff;
  const severity = moved ? without(layer.severity, before) : layer.severity;
  return withSeverity({ ...layer, rules, rulesOff, severity }, id, rule, rule.severity);
}

/** A rule of the team's own is gone; a built-in one that it changed is as it was. */
export function withoutRule(layer: Layer, id: string): Layer {
  return {
    ...layer,
    rules: layer.rules.filter((rule) => ruleId(rule) !== id),
    rulesOff: layer.rulesOff.filter((off) => off !== id),
    severity: without(layer.severity, id),
  };
}

export function withSwitch(layer: Layer, id: string, on: boolean): Layer {
  return { ...layer, rulesOff: toggled(layer.rulesOff, id, !on) };
}

/** The severity that holds for a rule. `id`: its full one. */
export function severityIn(layer: Layer, id: string, { severity }: Pick<Entry, 'severity'>): Severity {
  return layer.severity[id] ?? layer.severity[principleOf(id)] ?? severity;
}

/** Named for the rule only where it would not hold by itself. */
export function withSeverity(layer: Layer, id: string, rule: Pick<Entry, 'severity'>, severity: Severity): Layer {
  const rest = { ...layer, severity: without(layer.severity, id) };
  if (severityIn(rest, id, rule) === severity) return rest;
  return { ...rest, severity: { ...rest.severity, [id]: severity } };
}

/** A rule for the team that takes the built-in one's place; null for a principle of whole drafts, whose rules are code. */
export function copyOf({ principle, entry, fingerprint }: BuiltInRule): TeamRule | null {
  const phrase = PHRASE_PRINCIPLES.find((known) => known === principle);
  return phrase && entry.patterns.length > 0 ? { ...entry, principle: phrase, over: fingerprint } : null;
}

const principleOf = (id: string): string => id.split('/')[0] ?? id;

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
