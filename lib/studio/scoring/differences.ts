/** What of a principle is not as built in, and the way back. Pure. */
import type { PrincipleId, Severity } from '../../engine/types';
import { type Layer, ruleId, type TeamWhy } from '../../phrasebank/layer';
import { toggled } from '../../ui/toggled';
import type { Rulebook } from '../types';

export type Difference =
  | { what: 'off' }
  | { what: 'severity'; is: Severity }
  | { what: 'why'; part: keyof TeamWhy }
  | { what: 'rule-off'; rule: string }
  | { what: 'rule-severity'; rule: string; was: Severity | null; is: Severity };

const PARTS = ['short', 'long', 'example'] as const;

export function differencesOf(layer: Layer, principle: PrincipleId, rulebook: Rulebook): Difference[] {
  const own = (id: string) => id.startsWith(`${principle}/`);
  const severity = layer.severity[principle];
  return [
    ...(layer.principlesOff.includes(principle) ? [{ what: 'off' as const }] : []),
    ...(severity ? [{ what: 'severity' as const, is: severity }] : []),
    ...PARTS.filter((part) => layer.why[principle]?.[part]).map((part) => ({ what: 'why' as const, part })),
    ...layer.rulesOff.filter(own).map((rule) => ({ what: 'rule-off' as const, rule })),
    ...Object.entries(layer.severity)
      .filter(([id]) => own(id))
      .map(([rule, is]) => ({ what: 'rule-severity' as const, rule, was: severityOf(rule, layer, rulebook), is })),
  ];
}

/** As the rule itself has it; null where no such rule is known. */
function severityOf(rule: string, layer: Layer, { rules }: Rulebook): Severity | null {
  const team = layer.rules.find((one) => ruleId(one) === rule);
  const builtIn = rules.find(({ principle, entry }) => `${principle}/${entry.id}` === rule);
  return team?.severity ?? builtIn?.entry.severity ?? null;
}

/** The layer without this difference: as built in. */
export function without(layer: Layer, principle: PrincipleId, difference: Difference): Layer {
  switch (difference.what) {
    case 'off':
      return { ...layer, principlesOff: toggled(layer.principlesOff, principle, false) };
    case 'severity':
      return withSeverity(layer, principle, null);
    case 'why':
      return withWhy(layer, principle, { ...layer.why[principle], [difference.part]: undefined });
    case 'rule-off':
      return { ...layer, rulesOff: toggled(layer.rulesOff, difference.rule, false) };
    case 'rule-severity':
      return withSeverity(layer, difference.rule, null);
  }
}

/** `id`: of a rule or a principle. null: as built in. */
export function withSeverity(layer: Layer, id: string, severity: Severity | null): Layer {
  const { [id]: _, ...others } = layer.severity;
  return { ...layer, severity: severity ? { ...others, [id]: severity } : others };
}

/** A part that is not given is the built-in one. */
export function withWhy(layer: Layer, principle: PrincipleId, { short, long, example }: Loose): Layer {
  const { [principle]: _, ...others } = layer.why;
  const said: TeamWhy = { ...(short && { short }), ...(long && { long }), ...(example && { example }) };
  return { ...layer, why: Object.keys(said).length > 0 ? { ...others, [principle]: said } : others };
}
type Loose = { [K in keyof TeamWhy]?: TeamWhy[K] | undefined };
