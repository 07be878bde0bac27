/**
 * What a layer says of principles, rules and word classes that the banks do not have, or have otherwise by now: the
 * extension was updated under it. Nothing breaks by it: such a part rests, and is told of here.
 */
import type { Entry } from '../engine/types';
import type { CompiledBanks } from './compile';
import { fingerprint } from './fingerprint';
import { type Layer, ruleId } from './layer';
import { WORDS_BANK, wordIds } from './spellings';

export interface Stale {
  /**
   * no-principle, no-rule: it is switched off, set or explained, and is not there. no-class: `rule` names it, and rests.
   * updated, gone: the built-in rule whose place `rule` takes.
   */
  kind: 'no-principle' | 'no-rule' | 'no-class' | 'updated' | 'gone';
  /** The principle, the rule or the word class. */
  name: string;
  /** The team's rule, by its full id. */
  rule?: string;
}

/** `banks`: those that the layer is laid over. */
export function staleIn(layer: Layer, banks: CompiledBanks): Stale[] {
  const own = new Set([...layer.rules.map(ruleId), ...wordIds(layer.words, 'team').map((id) => `${WORDS_BANK}/${id}`)]);
  const named = [...layer.principlesOff, ...layer.rulesOff, ...Object.keys(layer.severity), ...Object.keys(layer.why)];
  const missing = [...new Set(named)].flatMap((name): Stale[] => {
    if (name.includes('/')) return own.has(name) || banks.ruleIfAny(name) ? [] : [{ kind: 'no-rule', name }];
    return banks.why(name) ? [] : [{ kind: 'no-principle', name }];
  });
  const ofRules = layer.rules.flatMap((rule): Stale[] => {
    const id = ruleId(rule);
    const resting = missingClasses(rule, rule.principle, banks).map(
      (name): Stale => ({ kind: 'no-class', name, rule: id }),
    );
    if (rule.over === undefined) return resting;
    const built = banks.ruleIfAny(id);
    if (!built) return [...resting, { kind: 'gone', name: id, rule: id }];
    return fingerprint(built.entry) === rule.over ? resting : [...resting, { kind: 'updated', name: id, rule: id }];
  });
  return [...missing, ...ofRules];
}

/** Word classes that the patterns of a bank's entry name and the banks do not have. */
export function missingClasses({ patterns, unless = [] }: Entry, bank: string, banks: CompiledBanks): string[] {
  const names = [...patterns, ...unless].flatMap((source) =>
    source.includes('$') ? [...source.replace(QUOTED, '').matchAll(CLASS)].map(([, name]) => name as string) : [],
  );
  return [...new Set(names)].filter((name) => !banks.knows(name, bank));
}

const QUOTED = /"[^" ]+"/g;
const CLASS = /\$([a-z][a-z0-9-]*)/g;
