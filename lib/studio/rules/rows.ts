/** The built-in rules and the team's as one list. */
import type { Entry, PrincipleId, Severity } from '../../engine/types';
import { type Layer, ruleId, type TeamRule } from '../../phrasebank/layer';
import type { BuiltInRule } from '../types';
import { severityIn } from './change';

/** changed: the team's, in the place of a built-in one. */
export type Origin = 'yours' | 'changed' | 'built-in';

export interface RuleRow {
  /** '<principle>/<id>'. */
  id: string;
  principle: PrincipleId;
  origin: Origin;
  /** As it runs: the team's where there is one. */
  rule: Entry;
  team: TeamRule | null;
  builtIn: BuiltInRule | null;
  severity: Severity;
  /** By itself, or with its principle. */
  off: 'rule' | 'principle' | null;
  /** The built-in rule is no longer the one that the team changed. */
  updated: boolean;
}

/** The team's own first, newest first; then what it changed, then the rest in the banks' order. */
export function rowsOf(builtIn: readonly BuiltInRule[], layer: Layer): RuleRow[] {
  const known = new Map(builtIn.map((rule) => [`${rule.principle}/${rule.entry.id}`, rule]));
  const [off, principlesOff] = [new Set(layer.rulesOff), new Set<string>(layer.principlesOff)];
  const row = (id: string, principle: PrincipleId, team: TeamRule | null): RuleRow => {
    const own = known.get(id) ?? null;
    const rule = team ?? (own as BuiltInRule).entry;
    return {
      id,
      principle,
      origin: team ? (own ? 'changed' : 'yours') : 'built-in',
      rule,
      team,
      builtIn: own,
      severity: severityIn(layer, id, rule),
      off: off.has(id) ? 'rule' : principlesOff.has(principle) ? 'principle' : null,
      updated: Boolean(team && own && team.over !== own.fingerprint),
    };
  };
  const teams = layer.rules.map((team) => row(ruleId(team), team.principle, team)).reverse();
  const replaced = new Set(teams.map(({ id }) => id));
  return [
    ...teams.filter(({ origin }) => origin === 'yours'),
    ...teams.filter(({ origin }) => origin === 'changed'),
    ...[...known].flatMap(([id, { principle }]) => (replaced.has(id) ? [] : [row(id, principle, null)])),
  ];
}
